import type { CalendarVersion } from '@yichuang/kernel'
import type { Pack } from './types.ts'

/** Every published version of every year's calendar, for `calendarAsKnown` of the kernel. */
export function calendarVersions(pack: Pack): readonly CalendarVersion[] {
  return pack.calendars
}
