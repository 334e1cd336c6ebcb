import type { Messages } from '@yichuang/hsa'
import { formatYuan, sumFen, yearOf, type Fen } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import { HospitalFault, type HospitalCall } from '../../hospital/index.ts'
import {
  ACCOUNT_TYPE,
  findSettlement,
  FUND_TYPE,
  personIdOf,
  type SettlementRow,
} from '../../settlement/index.ts'
import { nextNumber } from '../application.queries.ts'
import { ACCOUNT, SOURCES } from '../sums.ts'
import type { ClearingWorld } from '../world.ts'
import {
  CONTENT,
  insertList,
  lockList,
  lockListId,
  moveList,
  replaceList,
  type ListState,
} from './list.queries.ts'

export type ListContent = Messages['4101']['input']
type Call<N extends '4101' | '4102'> = Pick<
  HospitalCall<N>,
  'regionCode' | 'institution' | 'now' | 'today' | 'input'
>

const STATES: Readonly<Record<ListState, string>> = {
  0: '未提交',
  1: '已提交',
  2: '审核通过',
  3: '审核不通过',
}
/** What an institution may do by itself: hand in, take back what did not pass, hand in again (4102 note). */
const BY_INSTITUTION: ReadonlySet<string> = new Set(['01', '30', '31'])
/** A list that was handed in or passed is not changed (4102: 已提交不可修改). */
const OPEN: ReadonlySet<ListState> = new Set(['0', '3'])

/** Stores the list of a settlement that stands, when it says the same money; its number. In a transaction. */
export async function uploadList(db: Db, { cipher }: ClearingWorld, call: Call<'4101'>): Promise<string> {
  const { regionCode, institution, input } = call
  const { setl_id: settlementId, stas_type: said } = input.setlinfo
  const state = stateSaid(said)
  await lockListId(db, regionCode, settlementId)
  const settlement = await ownSettlement(db, call, settlementId, input.setlinfo.psn_no)
  checkContent(input, settlement)
  const row = await lockList(db, regionCode, settlementId)
  const contentEnc = cipher.encrypt(JSON.stringify(input), CONTENT)
  const about = { settlementId, state, contentEnc, uploadedAt: call.now }
  if (row) {
    if (!OPEN.has(row.state))
      throw new HospitalFault(
        `该结算的清单 ${row.listNumber} ${STATES[row.state]}，不能修改。审核不通过后才能重新上传。`,
      )
    await replaceList(db, regionCode, about)
    return row.listNumber
  }
  const sequence = await nextNumber(db, regionCode, 'QD', yearOf(call.today))
  // Nine characters, as 4101 has it: two of the year and seven of the sequence.
  const listNumber = `${String(yearOf(call.today)).slice(2)}${String(sequence).padStart(7, '0')}`
  const { personId, visitId } = settlement
  const { hospitalCode: institutionCode } = institution
  await insertList(db, regionCode, { ...about, listNumber, institutionCode, personId, visitId })
  return listNumber
}

/** Hands lists in, or takes them back, as far as the institution may. In a transaction. */
export async function moveLists(db: Db, call: Call<'4102'>): Promise<void> {
  const { regionCode, institution, input } = call
  const { stastinfo } = input.data
  if (stastinfo.length === 0)
    throw new HospitalFault('没有要修改的清单：stastinfo 为空。请逐份列出结算ID和状态。')
  for (const [at, { setl_id, psn_no, stas_type }] of stastinfo.entries()) {
    const row = await lockList(db, regionCode, setl_id)
    const where = `stastinfo 第 ${at + 1} 行：`
    if (row?.institutionCode !== institution.hospitalCode || row.personId !== personIdOf(regionCode, psn_no))
      throw new HospitalFault(
        `${where}结算ID（setl_id）${setl_id} 在本机构没有该人员的结算清单。请先用 4101 上传。`,
      )
    if (!BY_INSTITUTION.has(`${row.state}${stas_type}`))
      throw new HospitalFault(
        `${where}清单现为“${STATES[row.state]}”，不能改为 ${stas_type}。机构可以：未提交→已提交，审核不通过→未提交或已提交。`,
      )
    const to = { state: stas_type as ListState, reason: row.reason, reviewedBy: row.reviewedBy }
    await moveList(db, regionCode, setl_id, to)
  }
}

function stateSaid(said: string | undefined): ListState {
  if (said === undefined || said === '0' || said === '1') return said ?? '0'
  throw new HospitalFault(`状态分类（stas_type）${said} 不能由机构上传，请填 0（未提交）或 1（已提交）。`)
}

/** A settlement of the institution that stands. */
async function ownSettlement(
  db: Db,
  { regionCode, institution }: Pick<HospitalCall, 'regionCode' | 'institution'>,
  settlementId: string,
  psnNo: string | undefined,
): Promise<SettlementRow> {
  const row = await findSettlement(db, regionCode, settlementId)
  if (row?.institutionCode !== institution.hospitalCode)
    throw new HospitalFault('结算ID（setl_id）在本机构不存在。请使用本机构结算返回的结算ID。')
  if (row.cancels !== null || row.cancelledBy !== null)
    throw new HospitalFault('该结算已撤销，不需要结算清单。请上传重新结算后的清单。')
  if (psnNo !== undefined && row.personId !== personIdOf(regionCode, psnNo))
    throw new HospitalFault('结算ID（setl_id）不是该人员（psn_no）的结算。请核对人员编号。')
  return row
}

function checkContent({ setlinfo, payinfo, diseinfo }: ListContent, settlement: SettlementRow): void {
  if (setlinfo.mdtrt_id !== settlement.visitId)
    throw new HospitalFault('就诊ID（mdtrt_id）与该结算（setl_id）的就诊不一致。请核对就诊ID。')
  if (setlinfo.setl_end_date < setlinfo.setl_begn_date)
    throw new HospitalFault(
      `结算结束日期（setl_end_date）${setlinfo.setl_end_date} 早于结算开始日期（setl_begn_date）。请改正日期。`,
    )
  const { adm_time, dscg_time } = setlinfo
  if (adm_time !== undefined && dscg_time !== undefined && dscg_time < adm_time)
    throw new HospitalFault('出院时间（dscg_time）早于入院时间（adm_time）。请改正时间。')
  const main = diseinfo.some(({ maindiag_flag }) => maindiag_flag === '1')
  if (settlement.careKind === 'inpatient' && !main)
    throw new HospitalFault('住院结算清单没有主诊断（diseinfo 中 maindiag_flag 为 1 的诊断）。请补充主诊断。')
  if (payinfo.length > 0) checkFunds(payinfo, settlement)
}

/** What the list says of each fund must be what the settlement paid of it. */
function checkFunds(payinfo: ListContent['payinfo'], { amounts, insurance }: SettlementRow): void {
  const ours = new Map<string, { readonly name: string; readonly paid: Fen }>()
  for (const source of SOURCES) {
    const [code, name] = source === ACCOUNT ? ACCOUNT_TYPE : FUND_TYPE[source][insurance]
    if (amounts[source] !== 0) ours.set(code, { name, paid: amounts[source] })
  }
  for (const code of new Set([...ours.keys(), ...payinfo.map(({ fund_pay_type }) => fund_pay_type)])) {
    const sent = sumFen(
      payinfo.filter(({ fund_pay_type }) => fund_pay_type === code).map(({ fund_payamt }) => fund_payamt),
    )
    const { name = '', paid = 0 as Fen } = ours.get(code) ?? {}
    if (sent !== paid)
      throw new HospitalFault(
        `payinfo：基金支付类型（fund_pay_type）${code}${name} 清单 ${formatYuan(sent)} 元、该结算 ${formatYuan(paid)} 元，不一致。请按结算返回的基金支付明细填写。`,
      )
  }
}
