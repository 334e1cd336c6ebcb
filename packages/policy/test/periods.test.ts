import { addDays, plainDate } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inForceOn, periodFaults } from '../src/periods.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(plainDate('2018-01-01'), days))
const entry = fc.record({ from: day, until: fc.option(day, { nil: undefined }) })
const covers = (value: { from: PlainDate; until?: PlainDate }, on: PlainDate, next?: PlainDate) =>
  value.from <= on && (value.until === undefined || on <= value.until) && (next === undefined || on < next)

it('in a history without faults exactly one value holds on every day from the first to the last', () => {
  fc.assert(
    fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), day, (days, on) => {
      const history = days.map((from) => ({ from }))
      expect(periodFaults(history)).toEqual([])
      const order = days.toSorted()
      const holding = order.filter((from, index) => covers({ from }, on, order[index + 1]))
      expect(holding).toHaveLength(on >= order[0]! ? 1 : 0)
      expect(inForceOn(history, on)?.from).toBe(holding[0])
    }),
  )
})

it('no value is ever given outside its own first and last day', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), day, (history, on) => {
      const found = inForceOn(history, on)
      expect(found === undefined || covers(found, on)).toBe(true)
    }),
  )
})

it('a history in which two values claim one day, or none a day between, always has a fault', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 2, maxLength: 5 }), (history) => {
      const order = history.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      const sound = order.every((value, index) => {
        const next = order[index + 1]
        if (value.until !== undefined && value.until < value.from) return false
        return (
          !next ||
          (next.from > value.from && (value.until === undefined || addDays(value.until, 1) === next.from))
        )
      })
      expect(periodFaults(history).length === 0).toBe(sound)
    }),
  )
})
