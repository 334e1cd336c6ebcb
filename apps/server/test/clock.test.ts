import { dayInChina, plainDate } from '@yichuang/kernel'
import { expect, it } from 'vitest'
import { fixedClock, openDemoClock } from '../src/platform/clock.ts'
import { testDatabase } from '../src/platform/test-database.ts'

const { db } = await testDatabase()

it('a demonstration stands on its day, at the real time of day in China, and can be moved', async () => {
  const clock = await openDemoClock(db, plainDate('2020-02-10'))
  expect(clock.today()).toBe('2020-02-10')
  expect(dayInChina(clock.now())).toBe('2020-02-10')
  const secondsApart = ((Date.now() - clock.now().getTime()) / 1000) % 86_400
  expect(Math.min(secondsApart, 86_400 - secondsApart)).toBeLessThan(5)
  await clock.moveTo(plainDate('2020-03-01'))
  const another = await openDemoClock(db, plainDate('2020-02-10'))
  expect(another.today()).toBe('2020-03-01')
})

it('a fixed clock knows the day in China, not in UTC', () => {
  expect(fixedClock('2020-01-31T16:00:00Z').today()).toBe('2020-02-01')
})
