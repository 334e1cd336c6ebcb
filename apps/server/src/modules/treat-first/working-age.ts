import {
  addDays,
  CalendarMissing,
  calendarAsKnown,
  dueDate,
  elapsedDays,
  type PlainDate,
} from '@yichuang/kernel'
import { calendarVersions, type Pack } from '@yichuang/policy'

/** A working setting, not a rule: whoever is next is reminded after so many working days without news. */
export const REMIND_AFTER = 10
const REMIND_AFTER_DAYS = 14
/** Upper ends, in working days, of all bands but the last. */
const BANDS = [5, 15, 30] as const

/** Working days from the day after `from` until `until`; undefined where no calendar of the time is published. */
export function workingAge(
  pack: Pack,
  from: PlainDate,
  until: PlainDate,
  today: PlainDate,
): number | undefined {
  try {
    return elapsedDays(calendarAsKnown(calendarVersions(pack), today), { accepted: from, until })
  } catch (error) {
    if (error instanceof CalendarMissing) return undefined
    throw error
  }
}

/** The day of the next reminder; fourteen days on where no calendar is published. */
export function remindOn(pack: Pack, today: PlainDate): PlainDate {
  try {
    const calendar = calendarAsKnown(calendarVersions(pack), today)
    return dueDate(calendar, { accepted: today, days: REMIND_AFTER }) ?? addDays(today, REMIND_AFTER_DAYS)
  } catch (error) {
    if (error instanceof CalendarMissing) return addDays(today, REMIND_AFTER_DAYS)
    throw error
  }
}

/** The band of an age, from 0: up to 5, 15, 30 working days, or more. */
export function bandOf(workingDays: number): number {
  const band = BANDS.findIndex((end) => workingDays <= end)
  return band === -1 ? BANDS.length : band
}
export const BAND_COUNT = BANDS.length + 1
