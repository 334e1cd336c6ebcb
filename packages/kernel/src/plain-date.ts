/** A calendar day, `YYYY-MM-DD`. No time, no zone: rules count days, and a `Date` would move them. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

const DAY_MS = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads a day that exists, between 1900 and 2199. Throws a RangeError naming the text. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text)
  if (day === undefined) throw new RangeError(`“${text}” is not a day that exists, written YYYY-MM-DD`)
  return day
}

/** Reads a day that exists, or returns undefined. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = SHAPE.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2199) return undefined
  const instant = new Date(Date.UTC(year, month - 1, day))
  return instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day ? (text as PlainDate) : undefined
}

/** Days since 1970-01-01, so that days can be subtracted. */
export function dayNumber(day: PlainDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS
}

export function fromDayNumber(days: number): PlainDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10) as PlainDate
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(day) + days)
}

/** The last day of the month in which a day lies. */
export function lastOfMonth(day: PlainDate): PlainDate {
  const inNext = addDays(`${day.slice(0, 7)}-01` as PlainDate, 31)
  return addDays(`${inNext.slice(0, 7)}-01` as PlainDate, -1)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: PlainDate): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}

/** Whole years of life on a day; whoever was born on 29 February is a year older on 1 March of other years. */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(birth)
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** The day it is in China at an instant (UTC+8, no summer time since 1992). */
export function dayInChina(instant: Date): PlainDate {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate
}

/** The minute it is in China at an instant, `YYYY-MM-DDTHH:mm`. */
export function minuteInChina(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
}
