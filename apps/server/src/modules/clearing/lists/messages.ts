import type { Messages } from '@yichuang/hsa'
import { plainDate, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import { booking, HospitalFault, query, type AnyHandler } from '../../hospital/index.ts'
import { findSettlement, known, peopleOf, personIdOf, standingIds } from '../../settlement/index.ts'
import type { ClearingWorld } from '../world.ts'
import { findList, listsPresent } from './list.queries.ts'
import { moveLists, uploadList } from './list.service.ts'
import { qualityHandler } from './quality.ts'
import { listTold } from './told.ts'

/** Some months: whoever asks for more asks for less at a time. */
const MOST_IDS = 100_000

/** 4101 清单上传, 4102 状态修改, 4103 清单查询, 4104 质控结果查询, 4105 数量统计 */
export function listHandlers(world: ClearingWorld): readonly AnyHandler[] {
  return [
    booking({
      infno: '4101',
      handle: async (db, call) => ({ data: { setl_list_id: await uploadList(db, world, call) } }),
    }),
    booking({
      infno: '4102',
      async handle(db, call) {
        await moveLists(db, call)
        return null
      },
    }),
    query('4103', async (db, { regionCode, institution, input: { data } }) => {
      const row = await findList(db, regionCode, data.setl_id)
      if (
        row?.institutionCode !== institution.hospitalCode ||
        row.personId !== personIdOf(regionCode, data.psn_no)
      )
        throw new HospitalFault('结算ID（setl_id）在本机构没有该人员的结算清单。请先用 4101 上传。')
      const settlement = (await findSettlement(db, regionCode, row.settlementId))!
      const person = known(await peopleOf(db, regionCode, [row.personId]), row.personId)
      return listTold(world.cipher, row, { settlement, person, institution, psnNo: data.psn_no })
    }),
    qualityHandler,
    query('4105', async (db, { regionCode, institution, today, input: { data } }) => {
      if (data.fixmedins_code !== institution.hospitalCode)
        throw new HospitalFault('定点医药机构编号（fixmedins_code）不是本机构。只能统计本机构的清单。')
      const range = {
        institutionCode: institution.hospitalCode,
        from: dayOf(data.stt_begntime) ?? plainDate('2000-01-01'),
        to: dayOf(data.stt_endtime) ?? today,
      }
      const medTypes = medTypesOf(data.medtype_list)
      const ids = await standingIds(db, regionCode, { ...range, medTypes })
      if (ids.length >= MOST_IDS)
        throw new HospitalFault('统计的结算过多。请缩短统计时间（stt_begntime、stt_endtime）后再查询。')
      const uploaded = (await listsPresent(db, regionCode, ids)).size
      return { needUploadCnt: decimal(ids.length), uploadedCnt: decimal(uploaded) }
    }),
  ]
}

type Count = Messages['4105']['output']['needUploadCnt']
const decimal = (count: number) => String(count) as Count
const dayOf = (moment: string | undefined): PlainDate | undefined =>
  moment === undefined ? undefined : plainDate(moment.slice(0, 10))

/** A list, or one text with commas, as clients write it. */
function medTypesOf(sent: unknown): string[] {
  const list = typeof sent === 'string' ? sent.split(/[,，\s]+/) : Array.isArray(sent) ? sent : []
  const types = list.filter((one): one is string => typeof one === 'string' && one !== '')
  if (types.length > 0) return types
  throw new HospitalFault('医疗类别的集合（medtype_list）为空。请列出要统计的医疗类别，如 ["21"]。')
}

/** Stays that stand and whose list has not come: of a kind of clearing, or of all, from a day to a day. */
export async function missingLists(
  db: Db,
  regionCode: string,
  range: {
    readonly institutionCode: string
    readonly clrType?: string
    readonly from: PlainDate
    readonly to: PlainDate
  },
): Promise<string[]> {
  const ids = await standingIds(db, regionCode, { ...range, careKind: 'inpatient' })
  const there = await listsPresent(db, regionCode, ids)
  return ids.filter((id) => !there.has(id))
}
