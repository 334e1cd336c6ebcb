import { addDays, type PlainDate } from '@yichuang/kernel'
import { chainOn, type ChainFacts } from './benefit-chain.ts'
import type { Pack } from './types.ts'

/** A time during which somebody was insured; without an end it goes on. */
export interface EnrolledTime {
  readonly insurance: string
  readonly from: PlainDate
  readonly to?: PlainDate | null | undefined
}

/**
 * Whole calendar years for which somebody was enrolled in an insurance without a day's break, up to the year of a day, which
 * is not counted: it is not over. Nobody enrolled on that day has none.
 */
export function unbrokenYears(times: readonly EnrolledTime[], insurance: string, on: PlainDate): number {
  const ofIt = times.filter((time) => time.insurance === insurance && time.from <= on)
  const reaches = ({ to }: EnrolledTime, day: PlainDate) => (to ?? on) >= day
  let since: PlainDate | undefined
  // Each round goes back to the beginning of a time that reaches the day before the one found so far.
  for (let day: PlainDate = on; ; day = addDays(since, -1)) {
    const earlier = ofIt
      .filter((time) => time.from <= day && reaches(time, day))
      .map(({ from }) => from)
      .toSorted()[0]
    if (earlier === undefined || earlier === since) break
    since = earlier
  }
  if (since === undefined) return 0
  const first = Number(since.slice(0, 4)) + (since.endsWith('-01-01') ? 0 : 1)
  return Math.max(0, Number(on.slice(0, 4)) - first)
}

/** Whether an incentive of the chain counts years of enrolment; nobody's history is asked for where none does. */
export function asksEnrolment(pack: Pack, facts: Pick<ChainFacts, 'insurance' | 'kind' | 'on'>): boolean {
  return (chainOn(pack, facts)?.stages ?? []).some(({ table }) => {
    const tables = pack.supplements.get(table) ?? pack.borrowed?.supplements.get(table)
    return tables?.enrolmentBonus?.some(({ countsAfter }) => countsAfter !== undefined) ?? false
  })
}
