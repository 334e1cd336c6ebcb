import type { Messages } from '@yichuang/hsa'
import { lastOfMonth, plainDate, type PlainDate } from '@yichuang/kernel'
import { HospitalFault, query } from '../../hospital/index.ts'
import { known, peopleOf, personIdOf, psnNo, standingIds } from '../../settlement/index.ts'
import { listsReviewed } from './list.queries.ts'

const YEAR_MONTH = /^(\d{4})(0[1-9]|1[0-2])$/
const MOST_ROWS = 100
/** What the field 质控校验结果 holds; the whole reason stands in 4103 (chk_cont). */
const MOST_LETTERS = 100

type Told = Messages['4104']['output'][number]

/**
 * 4104 质控结果查询: of the lists of a month's settlements, those the agency has reviewed, with what it found. No published text says
 * what the codes of 质控结果, 错误等级 and 回退标志 mean, so they are empty: a list without detailinfo has passed.
 */
export const qualityHandler = query('4104', async (db, call) => {
  const { regionCode, institution, input } = call
  const asked = input.data
  if (asked.fixmedins_code !== undefined && asked.fixmedins_code !== institution.hospitalCode)
    throw new HospitalFault('定点医药机构编号（fixmedins_code）不是本机构。只能查询本机构的清单。')
  if (asked.err_lv !== undefined || asked.retn_flag !== undefined)
    throw new HospitalFault(
      '规范没有公布错误等级（err_lv）和回退标志（retn_flag）的代码，本中心不按它们筛选。请不填这两项后再查询。',
    )
  const range = { institutionCode: institution.hospitalCode, ...monthOf(asked.setl_ym) }
  const size = Math.min(asked.page_size ?? MOST_ROWS, MOST_ROWS)
  const page = asked.page_num ?? 1
  if (!(size >= 1 && page >= 1))
    throw new HospitalFault('当前页数（page_num）和本页数据量（page_size）应从 1 起。请改正后再查询。')
  const personId = asked.psn_no === undefined ? null : personIdOf(regionCode, asked.psn_no)
  const all = await standingIds(db, regionCode, range)
  const ids = asked.setl_id === undefined ? all : all.filter((id) => id === asked.setl_id)
  const rows = await listsReviewed(db, regionCode, ids, { personId, size, skip: (page - 1) * size })
  const people = await peopleOf(
    db,
    regionCode,
    rows.map(({ personId }) => personId),
  )
  return rows.map((row): Told => {
    const who = known(people, row.personId)
    return {
      fixmedins_code: institution.hospitalCode,
      fixmedins_name: institution.name,
      setl_ym: asked.setl_ym!,
      setl_id: row.settlementId,
      psn_no: psnNo(regionCode, row.personId),
      psn_name: who.name,
      qltctrl_rslt: '',
      err_lv: '',
      retn_flag: '',
      qltctrl_ver: String(row.version),
      psn_cert_type: '01',
      cert_no: who.idNumber(),
      detailinfo: row.reason === null ? [] : [found(row.reason)],
    }
  })
})

const found = (reason: string) => ({
  exam_data_fld: '',
  qltctrl_chk_rslt: reason.slice(0, MOST_LETTERS),
  err_lv: '',
  retn_flag: '',
  init_val: '',
})

function monthOf(text: string | undefined): { readonly from: PlainDate; readonly to: PlainDate } {
  const month = YEAR_MONTH.exec(text ?? '')
  if (!month) throw new HospitalFault(`结算年月（setl_ym）“${text ?? ''}”应为六位年月，如 202010。`)
  const from = plainDate(`${month[1]}-${month[2]}-01`)
  return { from, to: lastOfMonth(from) }
}
