import { notices } from './calendars.ts'

/**
 * A second clock that shares no line with the first: it reads the notices itself and walks one day after the other with
 * `Date`. Slow and plain on purpose. Writes the tables in `vectors/` and is run against them by the tests.
 */
export interface Stop {
  from: string
  to: string | undefined
}

export function naiveIsWorked(date: Date, known: string): boolean {
  const text = date.toISOString().slice(0, 10)
  const asKnown = notices.filter((notice) => notice.published <= known)
  let worked: boolean | undefined
  for (const notice of asKnown) {
    // A later notice of the same year replaces the earlier one.
    if (asKnown.some((other) => other.year === notice.year && other.published > notice.published)) continue
    const full = (short: string) => (short.length === 5 ? `${notice.year}-${short}` : short)
    if (date.getUTCFullYear() === notice.year) worked ??= date.getUTCDay() % 6 !== 0
    for (const range of notice.off.split(' ')) {
      const ends = range.split('..').map(full)
      if (text >= ends[0]! && text <= ends[ends.length - 1]!) worked = false
    }
    for (const one of notice.work.split(' ')) if (full(one) === text) worked = true
  }
  if (worked === undefined) throw new Error(`no calendar for ${text} as known on ${known}`)
  return worked
}

export function naiveDue(known: string, accepted: string, days: number, stops: Stop[]): string | undefined {
  const date = new Date(`${accepted}T00:00:00Z`)
  let counted = 0
  while (counted < days) {
    date.setUTCDate(date.getUTCDate() + 1)
    const text = date.toISOString().slice(0, 10)
    const stop = stops.find(({ from, to }) => text > from && (to === undefined || text <= to))
    if (stop && stop.to === undefined) return undefined
    if (!stop && naiveIsWorked(date, known)) counted += 1
  }
  return date.toISOString().slice(0, 10)
}

export function naiveElapsed(known: string, accepted: string, until: string, stops: Stop[]): number {
  const date = new Date(`${accepted}T00:00:00Z`)
  let counted = 0
  while (date.toISOString().slice(0, 10) < until) {
    date.setUTCDate(date.getUTCDate() + 1)
    const text = date.toISOString().slice(0, 10)
    const stopped = stops.some(({ from, to }) => text > from && (to === undefined || text <= to))
    if (!stopped && naiveIsWorked(date, known)) counted += 1
  }
  return counted
}
