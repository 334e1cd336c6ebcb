import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../src/plain-date.ts'
import { calendarAsKnown } from '../src/working-calendar.ts'
import { daysLeft, dueDate, dueOn, elapsed, elapsedDays } from '../src/working-days.ts'
import { day, dayAt, known, versions } from './calendars.ts'

const calendar = calendarAsKnown(versions, known)

// 2019-01-01 and seven years on: with 60 days and long pauses every answer still lies before the end of 2026.
const aDay = fc.integer({ min: 0, max: 2500 }).map(dayAt)
const aTerm = fc.record({ accepted: aDay, days: fc.integer({ min: 1, max: 60 }) })
const offsets = fc.record({
  after: fc.integer({ min: -5, max: 60 }),
  length: fc.integer({ min: 0, max: 30 }),
})
const aPausedTerm = fc
  .record({ term: aTerm, stops: fc.array(offsets, { maxLength: 4 }) })
  .map(({ term, stops }) => ({
    ...term,
    pauses: stops.map(({ after, length }) => {
      const from = addDays(term.accepted, after)
      return { from, to: addDays(from, length), reason: 'supplement' }
    }),
  }))

const holds = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, property), { numRuns: 300 })

test('on the due day exactly the promised days have passed, and on the day before fewer', () => {
  holds(aPausedTerm, (term) => {
    const due = dueOn(calendar, term).due!
    const { accepted, pauses } = term
    expect(elapsed(calendar, { accepted, until: due, pauses }).days).toBe(term.days)
    expect(elapsed(calendar, { accepted, until: addDays(due, -1), pauses }).days).toBe(term.days - 1)
  })
})

test('the fast answers are those of the ledger', () => {
  holds(fc.tuple(aPausedTerm, fc.integer({ min: 0, max: 120 })), ([term, later]) => {
    expect(dueDate(calendar, term)).toBe(dueOn(calendar, term).due)
    const span = { ...term, until: addDays(term.accepted, later) }
    expect(elapsedDays(calendar, span)).toBe(elapsed(calendar, span).days)
  })
})

test('the ledger loses no day and counts 1, 2, 3 … up to the promise', () => {
  holds(aPausedTerm, (term) => {
    const { ledger, due, counted } = dueOn(calendar, term)
    expect(ledger.map((entry) => entry.day)).toEqual(ledger.map((_, i) => addDays(term.accepted, i)))
    expect(ledger.at(-1)?.day).toBe(due)
    const numbers = ledger.flatMap(({ nth }) => nth ?? [])
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect([counted, numbers.length]).toEqual([term.days, term.days])
  })
})

test('a later hand-in is never due earlier, and one day more is due later', () => {
  holds(fc.tuple(aPausedTerm, fc.integer({ min: 1, max: 40 })), ([term, later]) => {
    const due = dueDate(calendar, term)!
    expect(dueDate(calendar, { ...term, accepted: addDays(term.accepted, later) })! >= due).toBe(true)
    expect(dueDate(calendar, { ...term, days: term.days + 1 })! > due).toBe(true)
  })
})

test('a pause moves the due day by the working days it takes out, no more and no less', () => {
  holds(fc.tuple(aTerm, fc.nat(), fc.integer({ min: 0, max: 40 })), ([term, seed, length]) => {
    const plain = dueDate(calendar, term)!
    const inside = seed % (1 + Math.round((Date.parse(plain) - Date.parse(term.accepted)) / 86_400_000))
    const from = addDays(term.accepted, inside)
    const to = addDays(from, length)
    const paused = dueDate(calendar, { ...term, pauses: [{ from, to, reason: 'hearing' }] })!
    const takenOut = from >= plain ? 0 : daysLeft(calendar, to, from)
    expect(daysLeft(calendar, paused, plain)).toBe(takenOut)
  })
})

test('one pause is the same as two that meet or overlap, in any order', () => {
  holds(
    fc.tuple(aTerm, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.nat(20)),
    (sample) => {
      const [term, after, length, middle] = sample
      const from = addDays(term.accepted, after)
      const to = addDays(from, length)
      const cut = addDays(from, Math.min(middle, length))
      const [a, b] = [
        { from, to: cut, reason: 'testing' },
        { from: addDays(cut, middle % 2 === 0 ? 0 : -Math.min(middle, length)), to, reason: 'testing' },
      ]
      const whole = dueOn(calendar, { ...term, pauses: [{ from, to, reason: 'testing' }] })
      expect(dueOn(calendar, { ...term, pauses: [a, b] })).toEqual(whole)
      expect(dueOn(calendar, { ...term, pauses: [b, a] })).toEqual(whole)
    },
  )
})

test('an open pause holds the clock where it stands, and closing it gives the day of the closed pause', () => {
  holds(
    fc.tuple(aTerm, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })),
    ([term, after, length]) => {
      const from = addDays(term.accepted, after)
      const open = dueOn(calendar, { ...term, pauses: [{ from, reason: 'appraisal' }] })
      const closed = dueOn(calendar, {
        ...term,
        pauses: [{ from, to: addDays(from, length), reason: 'appraisal' }],
      })
      // The ledger of the standing clock is the beginning of the ledger of the clock that ran on.
      expect(closed.ledger.slice(0, open.ledger.length)).toEqual(open.ledger)
      const reached = elapsedDays(calendar, { accepted: term.accepted, until: from }) >= term.days
      expect(open.due).toBe(reached ? closed.due : undefined)
      expect(open.counted < term.days).toBe(!reached)
      expect(open.waiting?.from).toBe(reached ? undefined : from)
    },
  )
})

test('before the due day, days passed and days left make the promise', () => {
  holds(fc.tuple(aTerm, fc.nat()), ([term, seed]) => {
    const due = dueDate(calendar, term)!
    const length = Math.round((Date.parse(due) - Date.parse(term.accepted)) / 86_400_000)
    const now = addDays(term.accepted, seed % (length + 1))
    const passed = elapsedDays(calendar, { accepted: term.accepted, until: now })
    expect(passed + daysLeft(calendar, due, now)).toBe(term.days)
  })
})

test('a case recomputed with the extension of 2020 moves later or not at all, and only when it lived through it', () => {
  const before = calendarAsKnown(versions, day('2020-01-26'))
  const after = calendarAsKnown(versions, day('2020-01-27'))
  const terms = fc.record({
    accepted: fc.integer({ min: 300, max: 450 }).map(dayAt),
    days: fc.integer({ min: 1, max: 45 }),
  })
  holds(terms, (term) => {
    const [old, recomputed] = [dueDate(before, term)!, dueDate(after, term)!]
    expect(recomputed >= old).toBe(true)
    const untouched = old <= '2020-01-30' || term.accepted >= '2020-02-02'
    expect(recomputed === old || !untouched).toBe(true)
    const livedThrough = term.accepted < '2020-01-30' && old > '2020-02-01'
    expect(daysLeft(after, recomputed, old) === 2 || !livedThrough).toBe(true)
  })
})

test('counting adds up over a day in between', () => {
  holds(fc.tuple(aDay, aDay, aDay), (days) => {
    const [a, b, c] = [...days].sort() as typeof days
    expect(calendar.count(a, b) + calendar.count(b, c)).toBe(calendar.count(a, c))
  })
})
