import type { Calculation, LineCoding, Workings } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { ContentFaulty, type CaseFacts, type ProposalInput } from '../cases/index.ts'
import { calculate, calculationView, type Worked } from './calculate.ts'
import { checkedClaim, type CheckedClaim } from './check.service.ts'
import type { Costs } from './checked.ts'
import { readClaim, updateReview } from './claim.queries.ts'
import { codingOf } from './claim-lines.ts'
import { LinesNotCoded, RuleMissing } from './claims.problems.ts'
import { Findings } from './findings.ts'
import { readAmount } from './typed.ts'
import { register } from './register.service.ts'
import { workingsOf } from './workings.ts'

/** What a coding gives, with the lines still open assumed; stores nothing. */
export async function previewCoding(
  db: Db,
  at: CaseFacts,
  coding: readonly LineCoding[],
): Promise<Calculation & { workings: Workings | null }> {
  const { stored, worked } = (await work(db, at, coding)).result
  const workings = worked ? workingsOf(worked.trace, at.language) : null
  return { ...calculationView(stored, worked, at.language), workings }
}

/** Keeps the coding of a reviewer, complete or not. */
export async function saveCoding(db: Db, at: CaseFacts, coding: readonly LineCoding[]): Promise<Calculation> {
  const { result } = await work(db, at, coding)
  await updateReview(db, at, coding, result.stored)
  return calculationView(result.stored, result.worked, at.language)
}

/**
 * Keeps what a proposal rests on; gives what the fund would pay. To grant, every line must be coded and the rules be
 * there; where they are not, the reviewer gives the figure and its basis. Four statements.
 */
export async function proposeClaim(
  db: Db,
  at: CaseFacts,
  { outcome, reason, coding, manualFund }: ProposalInput,
): Promise<{ fund: string | null }> {
  if (outcome === 'refuse') {
    if (coding !== undefined) {
      const { calculation } = await readClaim(db, at)
      await updateReview(db, at, coding, calculation)
    }
    return { fund: '0.00' }
  }
  const { claim, costs, result, codings } = await work(db, at, coding)
  const open = costs.lines.filter(({ lineId }) => !codings.has(lineId))
  if (open.length > 0) throw LinesNotCoded({ lines: open })
  // A notice may have changed the bills: what is granted must be under claim, here and nowhere else.
  await register(db, at, claim.bills, claim.row.bills, { today: at.today, caseNumber: null })
  const kept = [...codings.values()]
  const { stored } = result
  const fund = manualFund === undefined ? undefined : manualAmount(at, result, costs, manualFund, reason)
  if (fund === undefined && stored.amounts === null) throw RuleMissing({ missing: stored.missing })
  await updateReview(
    db,
    at,
    kept,
    fund === undefined ? stored : { ...stored, basis: 'manual', manualFund: fund },
  )
  return { fund: fund ?? stored.amounts!.fund }
}

async function work(
  db: Db,
  at: CaseFacts,
  coding: readonly LineCoding[] | undefined,
): Promise<{ claim: CheckedClaim; costs: Costs; codings: Map<string, LineCoding>; result: Worked }> {
  const found = new Findings(at.language)
  const claim = await checkedClaim(db, found, at)
  const lines = claim.costs?.lines ?? []
  const codings = codingOf(found, lines, coding ?? storedCoding(claim, lines))
  if (found.faults.length > 0 || !claim.costs) throw ContentFaulty({ faults: found.faults })
  const result = await calculate(db, found, at, claim.costs, claim.level, codings)
  if (!result) throw ContentFaulty({ faults: found.faults })
  return { claim, costs: claim.costs, codings, result }
}

/** What was coded before, without lines that the answer to a notice has taken away. */
function storedCoding({ row }: CheckedClaim, lines: Costs['lines']): readonly LineCoding[] {
  const existing = new Set(lines.map(({ lineId }) => lineId))
  return (row.coding ?? []).filter(({ lineId }) => existing.has(lineId))
}

/** What a person worked out, where no rule does: no more than is left to pay, and on a basis that is written down. */
function manualAmount(at: CaseFacts, { stored }: Worked, costs: Costs, text: string, reason: string): string {
  const found = new Findings(at.language)
  const field = { zh: '人工核定的基金支付金额', en: 'The amount worked out by hand' }
  if (stored.amounts !== null)
    found.fault('manualFund', 'manual-not-needed', {
      zh: `规则齐全，系统已算出基金支付 ${stored.amounts.fund} 元。请清空人工核定的金额；认为结果有误的，请调整编码或扣减。`,
      en: `The rules are there and give ${stored.amounts.fund} yuan. Clear the amount worked out by hand; if the result is wrong, change the coding.`,
    })
  if (reason.trim().length < 2)
    found.fault('reason', 'manual-reason', {
      zh: '人工核定须在理由中写明依据。',
      en: 'An amount worked out by hand needs its basis, written in the reason.',
    })
  const nothing = /^0+(\.0{1,2})?$/.test(text.trim())
  const fund = nothing ? 0 : readAmount(found, 'manualFund', field, text)
  const most = costs.total - costs.otherPaid
  if (fund !== undefined && fund > most)
    found.fault('manualFund', 'manual-above-total', {
      zh: `${field.zh}不能超过票据合计减去其他渠道已支付的部分，即 ${formatYuan(most as typeof costs.total)} 元。`,
      en: `${field.en} must not be more than the bills less what others paid, ${formatYuan(most as typeof costs.total)} yuan.`,
    })
  if (found.faults.length > 0 || fund === undefined) throw ContentFaulty({ faults: found.faults })
  return formatYuan(fund as typeof costs.total)
}
