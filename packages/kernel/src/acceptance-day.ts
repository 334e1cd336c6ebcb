import { parsePlainDate } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A hand-in to be placed on a day. Which rule holds after hours is the place's own parameter (民法典第二百零四条). */
export interface HandIn {
  /** local time, `YYYY-MM-DDTHH:mm`; seconds are ignored */
  readonly handedIn: string
  /** `HH:mm`; what comes in the very minute of closing is in time */
  readonly officeHours?: { readonly opens: string; readonly closes: string }
  readonly afterHours: 'same-day' | 'next-working-day'
}

const LOCAL_MINUTE = /^[\d-]{10}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/
const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/**
 * The day on which a hand-in counts as accepted. With `same-day` the day runs until 24:00; with `next-working-day` what
 * comes on a day of rest or after closing counts for the next working day (民法典第二百零三条第二款).
 */
export function acceptanceDay(calendar: WorkingCalendar, handIn: HandIn): PlainDate {
  const day = parsePlainDate(handIn.handedIn.slice(0, 10))
  if (day === undefined || !LOCAL_MINUTE.test(handIn.handedIn))
    throw new RangeError(`“${handIn.handedIn}” is not a local time written YYYY-MM-DDTHH:mm`)
  const hours = handIn.officeHours
  if (hours && !(CLOCK_TIME.test(hours.opens) && CLOCK_TIME.test(hours.closes) && hours.opens < hours.closes))
    throw new RangeError(`“${hours.opens}–${hours.closes}” are not office hours: two times HH:mm in order`)

  if (handIn.afterHours === 'same-day') return day
  const late = hours !== undefined && handIn.handedIn.slice(11, 16) > hours.closes
  return late || !calendar.kind(day).working ? calendar.nth(day, 1) : day
}
