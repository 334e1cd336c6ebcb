import type { Messages } from '@yichuang/hsa'
import {
  booking,
  HospitalFault,
  query,
  type AnyHandler,
  type HospitalCall,
  type Undo,
} from '../hospital/index.ts'
import {
  designate,
  fileAccident,
  fileRemote,
  filingsInForce,
  lockFilingByNumber,
  revokeFiling,
  type FilingKind,
  type FilingRow,
} from '../person-filings/index.ts'
import type { Db } from '../../platform/db.ts'
import { INSUTYPE, known, mustBeThem, peopleOf } from '../settlement/index.ts'
import { byMessage, inWords, mustBeOwn, personIn } from './said.ts'

/** 业务申请类型: what 2505 is also used for, beside the designated institution. */
const APPLIED = { designated: '03', emergency: '07', resettled: '08' } as const
const PAYS = '1'

/** 2505 人员定点备案 (and, by its kind, care elsewhere), 2506 撤销, 2507 意外伤害备案, 5302 查询. */
export const personMessages: readonly AnyHandler[] = [
  booking({
    infno: '2505',
    async handle(db, call) {
      const { data } = call.input
      const row = await inWords(() => filed(db, call, data))
      return { result: { trt_dcla_detl_sn: row.number } }
    },
    subject: ({ result }) => result.trt_dcla_detl_sn,
    undo: (db, undo) => takeBack(db, undo),
  }),
  booking({
    infno: '2506',
    async handle(db, call) {
      const { trt_dcla_detl_sn: number, psn_no, memo } = call.input.data
      const row = await ownFiling(db, call, number)
      if (!row || row.kind === 'accident' || row.personId !== personIn(call, psn_no))
        throw new HospitalFault(
          `没有待遇申报明细流水号为 ${number} 的本机构人员定点备案，或人员编号不符。请核对后重发。`,
        )
      await inWords(() => revokeFiling(db, call.regionCode, row, memo || '本机构撤销', byMessage(call)))
      return null
    },
  }),
  booking({
    infno: '2507',
    async handle(db, call) {
      const { data } = call.input
      if (data.fixmedins_code) mustBeOwn(call, 'fixmedins_code', data.fixmedins_code)
      const { hospitalCode, name } = call.institution
      const row = await inWords(async () => {
        const personId = personIn(call, data.psn_no)
        mustBeThem(known(await peopleOf(db, call.regionCode, [personId]), personId), data)
        const accident = {
          injuredOn: data.trum_time,
          site: data.trum_site,
          cause: data.trum_rea,
          mayPay: data.chk_pay_flag === PAYS,
        }
        const when = { personId, from: data.begndate, until: data.enddate }
        const where = { institutionCode: hospitalCode, institutionName: name }
        return fileAccident(db, call.regionCode, { ...when, accident, ...where }, filer(call))
      })
      return { result: { trt_dcla_detl_sn: row.number } }
    },
    subject: ({ result }) => result.trt_dcla_detl_sn,
    undo: (db, undo) => takeBack(db, undo),
  }),
  query('5302', async (db, call) => {
    const { psn_no, biz_appy_type } = call.input.data
    const personId = personIn(call, psn_no)
    const person = known(await peopleOf(db, call.regionCode, [personId]), personId)
    const [enrolment] = person.enrolments
    const rows = await filingsInForce(db, call.regionCode, personId, kindOf(biz_appy_type), call.today)
    const wanted = rows.filter(
      ({ why }) => why === null || WHY[biz_appy_type] === undefined || why === WHY[biz_appy_type],
    )
    return {
      psnfixmedin: wanted.map((row) => ({
        psn_no,
        ...(enrolment && { insutype: INSUTYPE[enrolment.insurance] }),
        fix_srt_no: row.rank ?? '1',
        fixmedins_code: row.institutionCode ?? '',
        fixmedins_name: row.institutionName ?? '',
        begndate: row.validFrom,
        ...(row.validUntil !== null && { enddate: row.validUntil }),
        memo: row.number,
      })),
    }
  }),
]

type Data2505 = Messages['2505']['input']['data']
const WHY: Readonly<Record<string, string>> = { '07': 'emergency' }

async function filed(db: Db, call: HospitalCall<'2505'>, data: Data2505): Promise<FilingRow> {
  const { regionCode } = call
  const personId = personIn(call, data.psn_no)
  known(await peopleOf(db, regionCode, [personId]), personId)
  const when = { personId, from: data.begndate, until: data.enddate }
  const code = data.fixmedins_code.toUpperCase()
  switch (data.biz_appy_type) {
    case APPLIED.designated:
      mustBeOwn(call, 'fixmedins_code', code)
      return designate(db, regionCode, { ...when, institutionCode: code, rank: data.fix_srt_no }, filer(call))
    case APPLIED.emergency:
    case APPLIED.resettled: {
      // The message has no field for the place: it is where the institution lies, by its code.
      const why = data.biz_appy_type === APPLIED.emergency ? 'emergency' : 'resettled'
      const institution = { code, name: data.fixmedins_name }
      return fileRemote(db, regionCode, { ...when, place: code.slice(1, 7), why, institution }, filer(call))
    }
    default:
      throw new HospitalFault(
        `业务申请类型（biz_appy_type）${data.biz_appy_type} 不由 2505 办理。2505 受理 03 就医定点、07 异地急诊住院、08 异地安置；转诊请用 2501，慢特病请用 2503，意外伤害请用 2507。`,
      )
  }
}

/** 5302 asks by the same kinds. */
function kindOf(biz_appy_type: string): FilingKind {
  const kinds: Readonly<Record<string, FilingKind>> = {
    '02': 'accident',
    '03': 'designated',
    '07': 'remote',
    '08': 'remote',
  }
  const kind = kinds[biz_appy_type]
  if (kind) return kind
  throw new HospitalFault(
    `业务申请类型（biz_appy_type）${biz_appy_type} 不能用 5302 查询。可查 02 意外伤害、03 就医定点、07 异地急诊、08 异地安置；慢特病用 5301，转诊用 5304。`,
  )
}

function filer(call: HospitalCall) {
  const { actor, at, today } = byMessage(call)
  return { actor, at, today, source: 'interface' as const, institutionCode: call.institution.hospitalCode }
}

/** The filing an institution made itself. */
async function ownFiling(db: Db, call: HospitalCall, number: string): Promise<FilingRow | undefined> {
  const row = await lockFilingByNumber(db, call.regionCode, number)
  return row?.filedByCode === call.institution.hospitalCode ? row : undefined
}

async function takeBack(db: Db, { call, subject }: Undo): Promise<void> {
  const row = await ownFiling(db, call, subject)
  if (!row) throw new HospitalFault(`没有编号为 ${subject} 的本机构备案，无法冲正。`)
  await inWords(() => revokeFiling(db, call.regionCode, row, '冲正（2601）', byMessage(call)))
}
