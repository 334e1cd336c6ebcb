import { addDays, type PlainDate, type WorkingCalendar } from '@yichuang/kernel'
import type { Moment } from './driver.ts'

/** The n-th working day before a day. */
export function workingDayBefore(calendar: WorkingCalendar, day: PlainDate, n: number): PlainDate {
  let [at, left] = [day, n]
  while (left > 0) {
    at = addDays(at, -1)
    if (calendar.kind(at).working) left -= 1
  }
  return at
}

/** Minutes of a working day, one after the other from nine o'clock, none after half past four. */
export function clockOfDay(day: PlainDate): () => Moment {
  let minutes = 9 * 60
  return () => {
    minutes = Math.min(minutes + 2, 16 * 60 + 30)
    return {
      day,
      minute: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    }
  }
}
