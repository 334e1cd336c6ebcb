import type { PlainDate } from '@yichuang/kernel'
import { calendarVersions } from '@yichuang/policy'
import type { Pack, ServiceItem } from '@yichuang/policy'
import { knownOn, withDueDays } from './case-clock.ts'
import type { RunningClock } from './running-clocks.queries.ts'

/** The due day a running case would have under a pack, with other limits where some are given; null where it has none. */
export function dueUnder(
  pack: Pack,
  row: RunningClock,
  today: PlainDate,
  limits?: ServiceItem['limits'],
): PlainDate | null {
  const days = (limit: ServiceItem['limits']['promised']) =>
    limit?.instant ? 0 : (limit?.workingDays ?? null)
  const own = limits && { statutoryDays: days(limits.statutory), promisedDays: days(limits.promised) }
  const clock = { ...row, statutoryDueOn: null, calendarKey: null, usedDays: null, pausedSince: null, ...own }
  return withDueDays(clock, calendarOn(pack, today)).dueOn
}

const calendars = new WeakMap<Pack, Map<PlainDate, ReturnType<typeof knownOn>>>()
function calendarOn(pack: Pack, today: PlainDate): ReturnType<typeof knownOn> {
  const ofPack = calendars.get(pack) ?? new Map<PlainDate, ReturnType<typeof knownOn>>()
  calendars.set(pack, ofPack)
  const known = ofPack.get(today) ?? knownOn(calendarVersions(pack), today)
  ofPack.set(today, known)
  return known
}
