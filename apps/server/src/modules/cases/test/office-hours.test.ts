import { beforeAll, describe, expect, it } from 'vitest'
import { acceptCase } from '../review.service.ts'
import { openTown, type Town } from './town.ts'

/** A parameter of the clock as a city would load it. The clause stands for one of its own; any document does for a test. */
const parameter = (id: string, unit: string, value: string) => `id: ${id}
override: true
title: { zh: 测试, en: Test }
unit: ${unit}
values:
  - from: 2020-01-01
    value: '${value}'
    fromBasis: 测试
    source: { document: jining-2020-13, clause: 一（三）, quote: 限时办结 }
`

let town: Town
beforeAll(async () => {
  town = await openTown({
    'cn-37-08-jining/parameters/clock/after-hours.yaml': parameter(
      'clock.after-hours',
      'counting-day',
      'next-working-day',
    ),
    'cn-37-08-jining/parameters/clock/office-hours.yaml': parameter(
      'clock.office-hours',
      'office-hours',
      '09:00-16:30',
    ),
  })
})

describe('where the place lets hand-ins after hours count for the next working day', () => {
  it.each([
    ['in the last minute of office hours', '2020-01-20T16:30', '2020-01-20'],
    ['one minute later', '2020-01-20T16:31', '2020-01-21'],
    ['in the evening before the Spring Festival', '2020-01-23T20:00', '2020-01-31'],
    ['on a Saturday', '2020-03-07T10:00', '2020-03-09'],
    ['on a Sunday that is worked', '2020-01-19T10:00', '2020-01-19'],
  ])('%s (%s) counts for %s', async (_, minute, day) => {
    expect((await town.handedIn(minute)).handedInOn).toBe(day)
  })

  it('the clock still runs from the day of acceptance', async () => {
    const handed = await town.handedIn('2020-03-09T16:31')
    const clerk = town.at(town.staff.clerk, '2020-03-10T09:00')
    const row = await town.tx((db) => acceptCase(db, clerk, handed, handed))
    expect(row).toMatchObject({ handedInOn: '2020-03-10', acceptedOn: '2020-03-10', dueOn: '2020-03-23' })
  })
})
