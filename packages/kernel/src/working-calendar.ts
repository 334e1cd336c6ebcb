import { CalendarMissing } from './calendar-missing.ts'
import { dayNumber, fromDayNumber, plainDate, weekday, yearOf } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/**
 * The yearly notice of the State Council General Office (国务院办公厅关于…节假日安排的通知) as one version of a year's
 * calendar. A later notice that changes the year is a complete version of its own, with its own day of publication.
 * Days of a neighbouring year may be marked: the notice for 2019 makes 2018-12-29 a working day.
 */
export interface CalendarVersion {
  readonly year: number
  readonly published: PlainDate
  /** id of the document in a pack */
  readonly document: string
  /** official number and title, as people cite it */
  readonly citation: string
  /** days of rest, first and last day included */
  readonly off: readonly { readonly from: PlainDate; readonly to: PlainDate; readonly name: string }[]
  /** Saturdays and Sundays that are worked (调休) */
  readonly work: readonly PlainDate[]
}

/**
 * What a day is and which notice says so: the one that said it first, when a later one leaves the day as it was.
 * `holiday` carries the holiday's name.
 */
export interface DayKind {
  readonly kind: 'work' | 'weekend' | 'holiday' | 'make-up'
  readonly working: boolean
  readonly name?: string
  readonly document: string
  readonly citation: string
}

/** The working days as they were known on one day. Every question about a day without a calendar throws CalendarMissing. */
export interface WorkingCalendar {
  readonly known: PlainDate
  /** every version published by then, oldest first; of two for one year the later one holds */
  readonly versions: readonly CalendarVersion[]
  kind(day: PlainDate): DayKind
  /** Working days d with after < d <= through; 0 when `through` is not later. Constant time. */
  count(after: PlainDate, through: PlainDate): number
  /** The n-th working day after a day (n >= 1), or undefined when that lies after `until`. Constant time. */
  nth(after: PlainDate, n: number): PlainDate
  nth(after: PlainDate, n: number, until: PlainDate | undefined): PlainDate | undefined
}

/** For each year the latest version published on or before `known`; a year without one has no calendar. */
export function calendarAsKnown(versions: readonly CalendarVersion[], known: PlainDate): WorkingCalendar {
  const published = versions
    .filter((version) => version.published <= known)
    .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
  const table = tableOf(published)

  const missing = (days: number): CalendarMissing => new CalendarMissing(yearOf(fromDayNumber(days)), known)
  const assertKnown = (after: number, through: number): void => {
    const gap = firstGap(table, after + 1, through)
    if (gap !== undefined) throw missing(gap)
  }

  function nth(after: PlainDate, n: number): PlainDate
  function nth(after: PlainDate, n: number, until: PlainDate | undefined): PlainDate | undefined
  function nth(after: PlainDate, n: number, until?: PlainDate): PlainDate | undefined {
    if (!Number.isSafeInteger(n) || n < 1)
      throw new RangeError(`“${n}” is not a number of working days from 1 on`)
    const start = dayNumber(after)
    const limit = until === undefined ? Infinity : dayNumber(until)
    const found = table.workingDays[workedThrough(table, start) + n - 1]
    if (found !== undefined && found <= limit) {
      assertKnown(start, found)
      return fromDayNumber(found)
    }
    if (limit !== Infinity) {
      assertKnown(start, limit)
      return undefined
    }
    throw missing(firstGap(table, start + 1, Infinity) ?? start + 1)
  }

  return {
    known,
    versions: published,
    kind(day) {
      const days = dayNumber(day)
      const kind = table.kinds[days - table.first]
      if (!kind) throw missing(days)
      return kind
    },
    count(after, through) {
      if (through <= after) return 0
      const [start, end] = [dayNumber(after), dayNumber(through)]
      assertKnown(start, end)
      return workedThrough(table, end) - workedThrough(table, start)
    },
    nth,
  }
}

/** Running totals over one unbroken row of days, so that counting does not depend on how far apart two days are. */
interface Table {
  /** day number of the first entry */
  readonly first: number
  readonly kinds: readonly (DayKind | undefined)[]
  /** worked[i]: working days among the first i entries */
  readonly worked: Int32Array
  /** unknown[i]: days without a calendar among the first i entries */
  readonly unknown: Int32Array
  /** day number of every working day, ascending */
  readonly workingDays: Int32Array
}

// Calendars are asked for at every request, each time as known on another day; the tables behind them are few.
const tables = new WeakMap<CalendarVersion, { key: readonly CalendarVersion[]; table: Table }[]>()
const EMPTY = tableFrom(new Map())

function tableOf(versions: readonly CalendarVersion[]): Table {
  const oldest = versions[0]
  if (!oldest) return EMPTY
  const kept = tables.get(oldest) ?? []
  const same = kept.find((t) => t.key.length === versions.length && t.key.every((v, i) => v === versions[i]))
  if (same) return same.table
  const table = tableFrom(kindsOf(versions))
  tables.set(oldest, [...kept, { key: versions, table }])
  return table
}

type Kinds = Map<number, DayKind>

function kindsOf(published: readonly CalendarVersion[]): Kinds {
  const years = new Map<number, Kinds>()
  for (const version of published) {
    const before = years.get(version.year)
    // Set anew, so that the years stand in the order of their latest notices.
    years.delete(version.year)
    years.set(version.year, kindsSince(before, kindsIn(version)))
  }
  const kinds: Kinds = new Map()
  for (const year of years.values()) for (const [day, kind] of year) if (!isMarked(kind)) kinds.set(day, kind)
  // The later notice has the last word on a day of rest or work that two years' notices name.
  for (const year of years.values()) for (const [day, kind] of year) if (isMarked(kind)) kinds.set(day, kind)
  return kinds
}

/** A later version of a year holds as a whole, but is not cited for days that it leaves as they were. */
function kindsSince(before: Kinds | undefined, after: Kinds): Kinds {
  if (!before) return after
  for (const [day, kind] of after) {
    const old = before.get(day)
    if (old && old.kind === kind.kind && old.name === kind.name) after.set(day, old)
  }
  return after
}

function kindsIn(version: CalendarVersion): Kinds {
  const { year, document, citation } = version
  const kinds: Kinds = new Map()
  const work: DayKind = { kind: 'work', working: true, document, citation }
  const weekend: DayKind = { kind: 'weekend', working: false, document, citation }
  const makeUp: DayKind = { kind: 'make-up', working: true, document, citation }
  const [first, last] = [dayNumber(plainDate(`${year}-01-01`)), dayNumber(plainDate(`${year}-12-31`))]
  for (let day = first; day <= last; day++) kinds.set(day, isWeekend(day) ? weekend : work)
  for (const { from, to, name } of version.off) {
    if (to < from) throw new RangeError(`${citation}: ${name} ends on ${to}, before it begins on ${from}`)
    const holiday: DayKind = { kind: 'holiday', working: false, name, document, citation }
    for (let day = dayNumber(from); day <= dayNumber(to); day++) kinds.set(day, holiday)
  }
  for (const day of version.work) {
    if (kinds.get(dayNumber(day))?.kind === 'holiday')
      throw new RangeError(`${citation}: ${day} is both a day of rest and a working day`)
    // A notice may repeat that an ordinary Monday is worked; that makes it no make-up day.
    kinds.set(dayNumber(day), isWeekend(dayNumber(day)) ? makeUp : work)
  }
  return kinds
}

function isMarked({ kind }: DayKind): boolean {
  return kind === 'holiday' || kind === 'make-up'
}

function tableFrom(kinds: ReadonlyMap<number, DayKind>): Table {
  let [first, last] = [Infinity, -Infinity]
  for (const day of kinds.keys()) [first, last] = [Math.min(first, day), Math.max(last, day)]
  const length = kinds.size === 0 ? 0 : last - first + 1
  const row: (DayKind | undefined)[] = []
  const [worked, unknown] = [new Int32Array(length + 1), new Int32Array(length + 1)]
  const workingDays: number[] = []
  for (let i = 0; i < length; i++) {
    const kind = kinds.get(first + i)
    row.push(kind)
    worked[i + 1] = worked[i]! + (kind?.working ? 1 : 0)
    unknown[i + 1] = unknown[i]! + (kind ? 0 : 1)
    if (kind?.working) workingDays.push(first + i)
  }
  return {
    first: length === 0 ? 0 : first,
    kinds: row,
    worked,
    unknown,
    workingDays: Int32Array.from(workingDays),
  }
}

function workedThrough(table: Table, day: number): number {
  const entries = Math.min(Math.max(day - table.first + 1, 0), table.kinds.length)
  return table.worked[entries]!
}

/** The first day from `from` to `to` that has no calendar. */
function firstGap(table: Table, from: number, to: number): number | undefined {
  if (to < from) return undefined
  const start = from - table.first
  if (start < 0 || start >= table.kinds.length) return from
  const end = Math.min(to - table.first + 1, table.kinds.length)
  if (table.unknown[end]! > table.unknown[start]!) {
    for (let i = start; i < end; i++) if (!table.kinds[i]) return table.first + i
  }
  const behind = table.first + table.kinds.length
  return to >= behind ? behind : undefined
}

function isWeekend(days: number): boolean {
  const day = weekday(fromDayNumber(days))
  return day === 0 || day === 6
}
