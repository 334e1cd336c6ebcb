import * as api from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { DemoClock } from '../platform/clock.ts'
import { preferredLanguage } from '../platform/http/language.ts'
import { InvalidInput } from '../platform/http/problems.ts'
import { route } from '../platform/http/route.ts'
import { demoAccounts } from './accounts.ts'

export interface DemoContext {
  readonly clock: DemoClock
  /** what has to be done when the day has moved: deadlines, alarms, timers */
  readonly onDayMoved: () => Promise<void>
}

// The calendars of the packs: no deadline can be computed outside them.
const [FIRST, LAST] = [plainDate('2020-01-01'), plainDate('2026-12-31')]

/** The demo's accounts and its day. Production never registers these. */
export function demoRoutes(app: FastifyInstance, { clock, onDayMoved }: DemoContext): void {
  route(app, api.getDemo, async ({ request }) => {
    const language = preferredLanguage(request.headers['accept-language'])
    const accounts = demoAccounts.map(({ login, name, who, for: side }) => ({
      login,
      name,
      who: who[language],
      for: side,
    }))
    return { today: clock.today(), accounts }
  })

  route(app, api.moveDemoDay, async ({ body }) => {
    const day = plainDate(body.today)
    if (day < FIRST || day > LAST) throw outOfRange()
    await clock.moveTo(day)
    await onDayMoved()
    return { today: clock.today() }
  })
}

function outOfRange() {
  const message = {
    zh: `演示日期只能在 ${FIRST} 至 ${LAST} 之间，其他年份没有公布的放假安排`,
    en: `choose a day from ${FIRST} to ${LAST}; other years have no published calendar`,
  }
  return InvalidInput({ faults: [{ path: 'today', code: 'demo-day', message }] })
}
