import { calculateChain, reimburse } from '@yichuang/benefits'
import type { ChainScheme } from '@yichuang/benefits'
import type { TrialResult } from '@yichuang/contracts'
import { dayNumber, formatYuan } from '@yichuang/kernel'
import type { Fen, PlainDate } from '@yichuang/kernel'
import { benefitChain, isBasicOnly } from '@yichuang/policy'
import type { Pack } from '@yichuang/policy'
import { createHash } from 'node:crypto'
import { monthOf, schemeFactsOf, type ReplayRecord } from '../../claims/index.ts'
import { groupWords } from '../words.ts'

/** The figures of a trial that come from stored decisions. */
export type TallyResult = Pick<
  TrialResult,
  | 'decisions'
  | 'changed'
  | 'winners'
  | 'losers'
  | 'unanswered'
  | 'drifted'
  | 'before'
  | 'after'
  | 'months'
  | 'distribution'
  | 'groups'
  | 'cases'
> & { readonly digest: string }

/** One region's rules before and after. */
export interface Sides {
  readonly inForce: Pack
  readonly draft: Pack
}

export interface Tally {
  /** Counts a decision; `id` gives its case, and is only asked where the answer changes. */
  add(sides: Sides, regionCode: string, record: ReplayRecord, id: () => string): void
  result(): TallyResult
}

/** Steps of gain and loss, yuan. */
const STEPS = [-10_000, -5_000, -1_000, -500, -100, 0, 100, 500, 1_000, 5_000, 10_000]
/** Cases that are kept to be opened: those with the largest change. */
const KEPT = 500

/** The rules for one kind of person, hospital and day; `basicOnly`: no payer comes after the basic fund. */
interface Rules {
  readonly chain: ChainScheme
  readonly basicOnly: boolean
}

interface Pair {
  readonly before: Rules | undefined
  readonly after: Rules | undefined
  /** nothing that the calculation reads differs */
  readonly same: boolean
  readonly group: GroupSums
}
interface GroupSums {
  readonly words: { zh: string; en: string }
  decisions: number
  changed: number
  before: number
  after: number
}
interface ChangedCase {
  readonly regionCode: string
  readonly caseId: string
  readonly before: number | undefined
  readonly after: number | undefined
}

/**
 * Works every decision out under both rules, on the year it met when it was decided, and counts what differs. Rules are
 * compiled once for each kind of person, hospital and day; where both compile to the same, the second calculation is left out.
 * `asIf` moves all cases to one day; without it, decisions whose stored answer the packs in force no longer give are counted.
 */
export function createTally(asIf: PlainDate | null): Tally {
  const pairs = new Map<Sides, Map<number, Pair>>()
  const groups = new Map<number, GroupSums>()
  const months = new Map<string, { decisions: number; before: number; after: number }>()
  const monthNames = new Map<number, { decisions: number; before: number; after: number }>()
  const buckets = Array.from({ length: STEPS.length + 1 }, () => 0)
  const digest = createHash('sha256')
  const fixedDay = asIf === null ? undefined : dayNumber(asIf)
  let kept: ChangedCase[] = []
  const sum = {
    decisions: 0,
    changed: 0,
    winners: 0,
    losers: 0,
    unanswered: 0,
    drifted: 0,
    before: 0,
    after: 0,
  }

  const pairFor = (sides: Sides, record: ReplayRecord): Pair => {
    let ofSides = pairs.get(sides)
    if (!ofSides) pairs.set(sides, (ofSides = new Map()))
    const on = fixedDay ?? record.on
    const key = record.group * 100_000 + on
    const known = ofSides.get(key)
    if (known) return known
    const facts = schemeFactsOf({ group: record.group, on, decided: 0 })
    const [before, after] = [rulesOrNone(sides.inForce, facts), rulesOrNone(sides.draft, facts)]
    let group = groups.get(record.group)
    if (!group) {
      group = { words: groupWords(facts, sides.draft), decisions: 0, changed: 0, before: 0, after: 0 }
      groups.set(record.group, group)
    }
    const pair = { before, after, same: figuresOf(before) === figuresOf(after), group }
    ofSides.set(key, pair)
    return pair
  }
  const monthFor = (day: number) => {
    const known = monthNames.get(day)
    if (known) return known
    const name = monthOf(day)
    const month = months.get(name) ?? { decisions: 0, before: 0, after: 0 }
    months.set(name, month)
    monthNames.set(day, month)
    return month
  }

  return {
    add(sides, regionCode, record, id) {
      const pair = pairFor(sides, record)
      const before = fundsUnder(pair.before, record)
      const after = pair.same ? before : fundsUnder(pair.after, record)
      const month = monthFor(record.decided)
      sum.decisions++
      month.decisions++
      pair.group.decisions++
      const [paid, toPay] = [before ?? 0, after ?? 0]
      sum.before += paid
      sum.after += toPay
      month.before += paid
      month.after += toPay
      pair.group.before += paid
      pair.group.after += toPay
      if (fixedDay === undefined && before !== record.fund) sum.drifted++
      if (before === after) return
      sum.changed++
      pair.group.changed++
      const change = { regionCode, caseId: id(), before, after }
      digest.update(`${regionCode} ${change.caseId} ${before ?? '-'} ${after ?? '-'}\n`)
      kept.push(change)
      if (kept.length > KEPT * 8) kept = largest(kept)
      if (after === undefined) sum.unanswered++
      else if (toPay > paid) sum.winners++
      else sum.losers++
      if (before !== undefined && after !== undefined) buckets[bucketOf(toPay - paid)]!++
    },
    result() {
      const { before, after, drifted, ...counts } = sum
      const months_ = [...months].sort(([a], [b]) => (a < b ? -1 : 1))
      const money = (amount: number) => formatYuan(amount as Fen)
      const shares = ({
        decisions,
        before,
        after,
      }: {
        decisions: number
        before: number
        after: number
      }) => ({
        decisions,
        before: money(before),
        after: money(after),
      })
      return {
        ...counts,
        drifted: fixedDay === undefined ? drifted : null,
        before: money(before),
        after: money(after),
        months: months_.map(([month, sums]) => ({ month, ...shares(sums) })),
        distribution: buckets.map((count, place) => ({
          from: STEPS[place - 1] ?? null,
          to: STEPS[place] ?? null,
          count,
        })),
        groups: [...groups.values()]
          .map((group) => ({ group: group.words, changed: group.changed, ...shares(group) }))
          .sort((a, b) => b.changed - a.changed || b.decisions - a.decisions),
        cases: largest(kept).map(({ regionCode, caseId, before, after }) => ({
          regionCode,
          caseId,
          before: before === undefined ? null : money(before),
          after: after === undefined ? null : money(after),
        })),
        digest: digest.digest('hex'),
      }
    },
  }
}

function rulesOrNone(pack: Pack, facts: Parameters<typeof benefitChain>[1]): Rules | undefined {
  const chain = benefitChain(pack, facts)
  return 'basic' in chain ? { chain, basicOnly: isBasicOnly(chain) } : undefined
}

/** What all funds pay together. */
function fundsUnder(rules: Rules | undefined, record: ReplayRecord): Fen | undefined {
  if (rules === undefined) return undefined
  if (rules.basicOnly) return reimburse(rules.chain.basic, record.claim).fund
  return calculateChain(rules.chain, record.whole).funds
}

/** Everything of the rules that the amounts depend on; clauses and versions do not change a figure. */
function figuresOf(rules: Rules | undefined): string {
  return JSON.stringify(rules?.chain ?? null, (key, value: unknown) =>
    key === 'source' || key === 'pack' || key === 'parameter' ? undefined : value,
  )
}

/** In which step a change lies, fen; a step holds its lower end. */
function bucketOf(change: number): number {
  const yuan = change / 100
  let place = 0
  while (place < STEPS.length && yuan >= STEPS[place]!) place++
  return place
}

function largest(cases: readonly ChangedCase[]): ChangedCase[] {
  const size = ({ before, after }: ChangedCase) =>
    before === undefined || after === undefined ? Number.MAX_SAFE_INTEGER : Math.abs(after - before)
  return cases.toSorted((a, b) => size(b) - size(a) || (a.caseId < b.caseId ? -1 : 1)).slice(0, KEPT)
}
