import { dayInChina, plainDate, type PlainDate } from '@yichuang/kernel'
import type { Db } from './db.ts'
import { readSetting, writeSetting } from './setting.queries.ts'

/** What time it is for the platform. Rules get days and instants as parameters; only services ask a clock. */
export interface Clock {
  now(): Date
  /** the day it is in China */
  today(): PlainDate
}

/** The clock of a demonstration city: it stands on a chosen day and goes with the real time of day. */
export interface DemoClock extends Clock {
  readonly demo: true
  moveTo(day: PlainDate): Promise<void>
  /** Reads the day again; another process may have moved it. */
  refresh(): Promise<void>
}

const SETTING = 'demo-day'
const CHINA_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export function realClock(): Clock {
  return { now: () => new Date(), today: () => dayInChina(new Date()) }
}

/** A clock that stands still, for tests. */
export function fixedClock(instant: string): Clock & { set(instant: string): void } {
  let now = new Date(instant)
  return {
    now: () => new Date(now),
    today: () => dayInChina(now),
    set: (next) => void (now = new Date(next)),
  }
}

/** Opens the demonstration clock; `firstDay` is used until somebody moves it. */
export async function openDemoClock(db: Db, firstDay: PlainDate): Promise<DemoClock> {
  let day = firstDay
  const clock: DemoClock = {
    demo: true,
    now: () => new Date(Date.parse(`${day}T00:00:00+08:00`) + demoTimeOfDay()),
    today: () => day,
    async moveTo(next) {
      await writeSetting(db, SETTING, next)
      day = next
    },
    async refresh() {
      const stored = await readSetting(db, SETTING)
      if (typeof stored === 'string') day = plainDate(stored)
    },
  }
  await clock.refresh()
  return clock
}

/**
 * The real time of day in China, milliseconds; but never in the first ten minutes, in which the books of the day before are
 * not over yet: whoever moves a demonstration on means that day to be past. From midnight to 00:20 time goes half as fast.
 */
function demoTimeOfDay(): number {
  const real = (Date.now() + CHINA_MS) % DAY_MS
  return real < 20 * MINUTE_MS ? 10 * MINUTE_MS + real / 2 : real
}
