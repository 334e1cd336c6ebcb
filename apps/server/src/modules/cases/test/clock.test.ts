import { beforeAll, describe, expect, it } from 'vitest'
import { raiseAlarms, recomputeClocks } from '../clock-jobs.ts'
import { readCase } from '../case.queries.ts'
import { explainOverdue } from '../owner.service.ts'
import { acceptCase } from '../review.service.ts'
import { caseView } from '../view.ts'
import { messagesOf } from '../../letters/message.service.ts'
import { JINING, openTown, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
const at = (minute: string) => new Date(`${minute}:00+08:00`)

async function accepted(minute: string) {
  const handed = await town.handedIn(minute)
  return town.tx((db) => acceptCase(db, town.at(town.staff.clerk, minute), handed, handed))
}

describe('the clock of a running case', () => {
  it('follows the extension of the Spring Festival on the day it is published, and tells the person both days', async () => {
    const before = await accepted('2020-01-20T10:00')
    expect(before.dueOn).toBe('2020-02-06')
    expect(await recomputeClocks(town.db, JINING, at('2020-01-26T12:00'))).toBe(0)
    expect(await recomputeClocks(town.db, JINING, at('2020-01-27T12:00'))).toBe(1)
    expect(await recomputeClocks(town.db, JINING, at('2020-01-27T12:30'))).toBe(0)

    const view = await caseView(town.db, before, town.at(town.person, '2020-01-28T10:00'))
    expect(view.dueOn).toBe('2020-02-10')
    expect(view.clock.moved).toMatchObject([{ day: '2020-01-27', from: '2020-02-06', to: '2020-02-10' }])
    expect(view.clock.moved[0]!.why).toContain('2020年春节假期')
    expect(view.letters).toContainEqual(expect.objectContaining({ kind: 'due-moved', current: true }))
    const { items } = await messagesOf(new Map([[JINING, town.db]]), town.person.personId, { language: 'zh' })
    expect(items[0]).toMatchObject({ kind: 'due-moved' })
    expect(items[0]!.text).toContain('由2020年2月6日调整为2020年2月10日')
  })

  it('warns two working days before and once it is late, each once, and the reason is shown', async () => {
    const running = await accepted('2020-03-02T10:00')
    expect(running.dueOn).toBe('2020-03-13')
    const alarms = async (minute: string) => {
      await raiseAlarms(town.db, JINING, at(minute))
      return (await readCase(town.db, running))!.alarm
    }
    expect(await alarms('2020-03-10T08:00')).toBeNull()
    expect(await alarms('2020-03-11T08:00')).toBe('due-soon')
    expect(await alarms('2020-03-13T08:00')).toBe('due-soon')
    expect(await alarms('2020-03-14T08:00')).toBe('overdue')
    expect(await raiseAlarms(town.db, JINING, at('2020-03-14T09:00'))).toBe(0)

    const row = (await readCase(town.db, running))!
    const clerk = town.at(town.staff.clerk, '2020-03-16T09:00')
    const explained = await town.tx((db) =>
      explainOverdue(db, clerk, row, { version: row.version, reason: '需向医院核实' }),
    )
    const view = await caseView(town.db, explained, town.at(town.person, '2020-03-16T10:00'))
    expect(view).toMatchObject({
      overdue: true,
      clock: { overdue: true, overdueReason: '需向医院核实', daysLeft: -1 },
    })
    expect(view.timeline.map(({ act }) => act)).toEqual([
      'start',
      'hand-in',
      'accept',
      'overdue',
      'explain-overdue',
    ])
  })

  it('goes on without a date where no calendar is published yet, says which is missing, and gets its date later', async () => {
    const late = await accepted('2026-12-28T10:00')
    expect(late).toMatchObject({ state: 'accepted', dueOn: null, statutoryDueOn: null })
    const view = await caseView(town.db, late, town.at(town.staff.clerk, '2026-12-28T11:00', 'en'))
    expect(view.clock.problem).toContain('no calendar for 2027 has been published')
  })
})
