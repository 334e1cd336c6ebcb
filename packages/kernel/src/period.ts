import { addDays, type PlainDate } from './plain-date.ts'

/**
 * The last day of a period of whole years that begins on a day: the corresponding day of the year in which it ends, or the
 * last day of the month where there is none (民法典第二百零二条). The first day itself is not counted (第二百零一条), so
 * that both the day it begins and the day it ends are within: 2019-10-15 and a year → 2020-10-15; 2020-02-29 → 2021-02-28.
 */
export function yearsLater(from: PlainDate, years: number): PlainDate {
  if (!Number.isSafeInteger(years) || years < 0 || years > 100)
    throw new RangeError(`“${years}” is not a whole number of years from 0 to 100`)
  const year = String(Number(from.slice(0, 4)) + years).padStart(4, '0')
  return clamped(year, from.slice(5, 7), from.slice(8, 10))
}

/** A day of the month that follows that of `day`; its last day where the month is shorter. */
export function dayOfNextMonth(day: PlainDate, dayOfMonth: number): PlainDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return clamped(String(nextYear), String(next).padStart(2, '0'), String(dayOfMonth).padStart(2, '0'))
}

function clamped(year: string, month: string, day: string): PlainDate {
  const next =
    month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`
  const last = addDays(next as PlainDate, -1)
  const wanted = `${year}-${month}-${day}` as PlainDate
  return wanted > last ? last : wanted
}
