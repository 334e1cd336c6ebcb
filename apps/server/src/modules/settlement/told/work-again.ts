import { auditJson, explain, explainChain, type ChainScheme, type TraceStep } from '@yichuang/benefits'
import type { Amounts } from '@yichuang/contracts'
import { formatYuan, ZERO_FEN } from '@yichuang/kernel'
import { isBasicOnly, isMissing, maternityMedicalScheme, type Pack } from '@yichuang/policy'
import { createHash } from 'node:crypto'
import { amountsOf, chainAmountsOf } from '../../catalogue/index.ts'
import { isScheme, schemeFor } from '../../claims/index.ts'
import { familyTotal } from '../family.ts'
import { claimLine, type ClassedLine } from '../fee-lines.ts'
import { explainMaternity, maternityAmounts } from '../maternity.ts'
import type { SettlementRow } from '../settlement.queries.ts'
import { netLines } from '../stay/net-lines.ts'
import { sameAdmission } from '../stay/stay-settle.ts'

/** A settlement worked out again, step by step. */
export interface WorkedAgain {
  readonly amounts: Amounts
  readonly trace: TraceStep
  readonly traceHash: string
}

/**
 * Works a settlement out again from what is stored with it: the pack, the facts, the year before, and its lines under the
 * names people know. Undefined when that gives other amounts than were settled: then these are not the lines it rests on.
 */
export function workAgain(
  row: Pick<SettlementRow, 'workings' | 'amounts' | 'careKind'>,
  pack: Pack,
  classed: readonly ClassedLine[],
  nameOf: (serial: string) => string,
): WorkedAgain | undefined {
  const left = (row.careKind === 'inpatient' ? [...netLines(classed).values()] : classed).filter(
    ({ amount }) => amount !== 0,
  )
  const again = row.workings.maternity
    ? birthAgain(row.workings, pack, left, nameOf)
    : chainAgain(row.workings, pack, left, nameOf)
  if (!again) return undefined
  const { amounts, trace } = again
  const { medfee_sumamt, fund_pay_sumamt, psn_part_amt, act_pay_dedc } = row.amounts
  const settled = {
    total: medfee_sumamt,
    fund: fund_pay_sumamt,
    person: psn_part_amt,
    deductible: act_pay_dedc,
  }
  for (const [name, amount] of Object.entries(settled))
    if (amounts[name as keyof typeof settled] !== formatYuan(amount)) return undefined
  return { amounts, trace, traceHash: createHash('sm3').update(auditJson(trace), 'utf8').digest('hex') }
}

type Again = Pick<WorkedAgain, 'amounts' | 'trace'>
type NameOf = (serial: string) => string

function chainAgain(
  workings: SettlementRow['workings'],
  pack: Pack,
  left: readonly ClassedLine[],
  nameOf: NameOf,
): Again | undefined {
  const known = schemeFor(pack, workings.facts)
  if (!isScheme(known)) return undefined
  const lines = left.map((line) => ({ ...claimLine(line), name: nameOf(line.sn) }))
  return explained(workings.transferred ? sameAdmission(known) : known, lines, workings)
}

function birthAgain(
  { facts: { on }, maternity }: SettlementRow['workings'],
  pack: Pack,
  left: readonly ClassedLine[],
  nameOf: NameOf,
): Again | undefined {
  const scheme = maternityMedicalScheme(pack, { ...maternity!, on })
  if (isMissing(scheme)) return undefined
  const { trace } = explainMaternity(scheme, left, nameOf)
  const amounts = maternityAmounts({ maternity: scheme }, left)
  const nothing = formatYuan(ZERO_FEN)
  return {
    trace,
    amounts: {
      total: formatYuan(amounts.medfee_sumamt),
      outOfCatalogue: formatYuan(amounts.fulamt_ownpay_amt),
      overCeiling: formatYuan(amounts.overlmt_selfpay),
      firstSelfPay: formatYuan(amounts.preselfpay_amt),
      cut: nothing,
      inScope: formatYuan(amounts.inscp_scp_amt),
      outOfAreaFirst: nothing,
      deductible: nothing,
      fund: formatYuan(amounts.fund_pay_sumamt),
      person: formatYuan(amounts.psn_part_amt),
      otherPaid: nothing,
    },
  }
}

function explained(
  chain: ChainScheme,
  lines: readonly ReturnType<typeof claimLine>[],
  { before, transferred, later, account, family }: SettlementRow['workings'],
): Pick<WorkedAgain, 'amounts' | 'trace'> {
  const admission = transferred && { transferred }
  if (isBasicOnly(chain) && !account && !family) {
    const { result, trace } = explain(chain.basic, { lines, accumulators: before, ...admission })
    return { amounts: amountsOf(result), trace }
  }
  const used = { basic: before, ...(later?.before ?? { stages: {}, diseases: {} }) }
  const accounts = family
    ? { family: familyTotal(family) }
    : account && { current: account.held.currentYear, past: account.held.pastYears }
  const { result, trace } = explainChain(chain, {
    lines,
    used,
    ...admission,
    ...(accounts && { accounts }),
  })
  return { amounts: chainAmountsOf(result), trace }
}
