import { dayInChina, plainDate } from '@yichuang/kernel'
import { expect, it, onTestFinished, vi } from 'vitest'
import { fixedClock, openDemoClock } from '../src/platform/clock.ts'
import { testDatabase } from '../src/platform/test-database.ts'

const { db } = await testDatabase()

it('a demonstration stands on its day, at the real time of day in China, and can be moved', async () => {
  const clock = await openDemoClock(db, plainDate('2020-02-10'))
  expect(clock.today()).toBe('2020-02-10')
  expect(dayInChina(clock.now())).toBe('2020-02-10')
  await clock.moveTo(plainDate('2020-03-01'))
  const another = await openDemoClock(db, plainDate('2020-02-10'))
  expect(another.today()).toBe('2020-03-01')
})

it.each([
  // just after midnight the day before would not be over yet
  ['2020-06-01T00:00:00', '00:10:00'],
  ['2020-06-01T00:09:00', '00:14:30'],
  ['2020-06-01T00:19:58', '00:19:59'],
  ['2020-06-01T00:20:00', '00:20:00'],
  ['2020-06-01T12:34:56', '12:34:56'],
  ['2020-06-01T23:59:59', '23:59:59'],
])('at %s in China a demonstration says %s of its own day', async (real, said) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${real}+08:00`) })
  onTestFinished(() => void vi.useRealTimers())
  const clock = await openDemoClock(db, plainDate('2020-02-10'))
  expect(clock.now()).toEqual(new Date(`${clock.today()}T${said}+08:00`))
})

it('a fixed clock knows the day in China, not in UTC', () => {
  expect(fixedClock('2020-01-31T16:00:00Z').today()).toBe('2020-02-01')
})
