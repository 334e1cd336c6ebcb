import { auditJson, explain, explainChain, type ChainScheme, type TraceStep } from '@yichuang/benefits'
import type { Amounts } from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import { isBasicOnly, type Pack } from '@yichuang/policy'
import { createHash } from 'node:crypto'
import { amountsOf, chainAmountsOf } from '../../catalogue/index.ts'
import { isScheme, schemeFor } from '../../claims/index.ts'
import { familyTotal } from '../family.ts'
import { claimLine, type ClassedLine } from '../fee-lines.ts'
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
  const { facts } = row.workings
  const known = schemeFor(pack, facts)
  if (!isScheme(known)) return undefined
  const left = row.careKind === 'inpatient' ? netLines(classed).values() : classed
  const lines = [...left]
    .filter(({ amount }) => amount !== 0)
    .map((line) => ({ ...claimLine(line), name: nameOf(line.sn) }))
  const chain = row.workings.transferred ? sameAdmission(known) : known
  const { amounts, trace } = explained(chain, lines, row.workings)
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
