import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CalendarMissing } from '../src/calendar-missing.ts'
import { describeLedgerDay } from '../src/ledger.ts'
import { calendarAsKnown } from '../src/working-calendar.ts'
import { daysLeft, dueDate, dueOn, elapsed, elapsedDays } from '../src/working-days.ts'
import { day, known, versions } from './calendars.ts'
import { dueTable, elapsedTable } from './vectors.ts'

const today = calendarAsKnown(versions, known)
const beforeExtension = calendarAsKnown(versions, day('2020-01-26'))
const afterExtension = calendarAsKnown(versions, day('2020-01-27'))

const read = (name: string) => readFileSync(new URL(`vectors/${name}`, import.meta.url), 'utf8')
const rowsOf = (table: string) =>
  table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string, string, string])
const pausesOf = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((pause) => {
      const [from = '', to = ''] = pause.split('..')
      return { from: day(from), ...(to && { to: day(to) }), reason: 'supplement' }
    })

describe('tables of vectors made by a second, naive clock', () => {
  test('the tables are what the naive clock makes', () => {
    expect(read('due.tsv')).toBe(dueTable())
    expect(read('elapsed.tsv')).toBe(elapsedTable())
  })

  test('every due day of the table is found, with and without the ledger', () => {
    const rows = rowsOf(read('due.tsv'))
    expect(rows.length).toBeGreaterThanOrEqual(400)
    for (const [asKnown, accepted, days, pauses, due] of rows) {
      const calendar = calendarAsKnown(versions, day(asKnown))
      const term = { accepted: day(accepted), days: Number(days), pauses: pausesOf(pauses) }
      expect([term, dueOn(calendar, term).due ?? '-']).toEqual([term, due])
      expect([term, dueDate(calendar, term) ?? '-']).toEqual([term, due])
    }
  })

  test('every count of the table is found, with and without the ledger', () => {
    for (const [asKnown, accepted, until, pauses, days] of rowsOf(read('elapsed.tsv'))) {
      const calendar = calendarAsKnown(versions, day(asKnown))
      const span = { accepted: day(accepted), until: day(until), pauses: pausesOf(pauses) }
      expect([span, elapsed(calendar, span).days]).toEqual([span, Number(days)])
      expect([span, elapsedDays(calendar, span)]).toEqual([span, Number(days)])
    }
  })
})

describe('the Spring Festival of 2020', () => {
  const term = { accepted: day('2020-01-20'), days: 9 }

  test('a promise of 9 working days made on 20 January moves when the holiday is extended on 27 January', () => {
    expect(dueOn(beforeExtension, term).due).toBe('2020-02-06')
    expect(dueOn(afterExtension, term).due).toBe('2020-02-10')
  })

  test.each([
    ['2020-01-19', 'make-up', 'make-up'],
    ['2020-01-31', 'work', 'holiday'],
    ['2020-02-01', 'make-up', 'holiday'],
    ['2020-02-02', 'weekend', 'holiday'],
    ['2020-02-03', 'work', 'work'],
  ])('%s is a %s day before the extension and a %s day after it', (date, before, after) => {
    expect(beforeExtension.kind(day(date)).kind).toBe(before)
    expect(afterExtension.kind(day(date)).kind).toBe(after)
  })

  test('the ledger names every day, counted or skipped, with the notice that says so', () => {
    const { ledger, calendars } = dueOn(afterExtension, term)
    const told = ledger.map((entry) => describeLedgerDay(entry, 'zh-CN'))
    expect([...told.slice(0, 5), ...told.slice(11, 13)]).toEqual([
      '2020-01-20 周一 受理当日，不计入期限（《民法总则》第二百零一条）',
      '2020-01-21 周二 工作日，第 1 个工作日',
      '2020-01-22 周三 工作日，第 2 个工作日',
      '2020-01-23 周四 工作日，第 3 个工作日',
      '2020-01-24 周五 假日 2放假，不计入（2020 年节假日安排（2019-11-21 公布））',
      '2020-01-31 周五 假日 2放假，不计入（2020 年节假日安排（2020-01-27 公布））',
      '2020-02-01 周六 假日 2放假，不计入（2020 年节假日安排（2020-01-27 公布））',
    ])
    expect(ledger.map(({ day }) => day)).toHaveLength(22)
    expect(calendars.map(({ published }) => published)).toEqual(['2019-11-21', '2020-01-27'])
  })

  test('the extension is not cited for days that it left as they were', () => {
    const { ledger, calendars } = dueOn(today, { accepted: day('2020-09-30'), days: 1 })
    expect(ledger[1]).toMatchObject({ day: '2020-10-01', why: 'holiday' })
    expect(ledger[1]!.values['citation']).toContain('2019-11-21')
    expect(calendars.map(({ published }) => published)).toEqual(['2019-11-21'])
  })

  test('a pause keeps its reason in the ledger, in both languages', () => {
    const pauses = [{ from: day('2020-01-21'), to: day('2020-01-22'), reason: 'supplement' }]
    const { ledger } = dueOn(beforeExtension, { ...term, pauses })
    expect(describeLedgerDay(ledger[2]!, 'zh-CN')).toBe('2020-01-22 周三 暂停计时（等待补正材料），不计入')
    expect(describeLedgerDay(ledger[2]!, 'en')).toBe(
      '2020-01-22 Wed clock paused (waiting for missing materials), not counted',
    )
  })

  test('a weekend worked in exchange is counted and says which notice makes it so', () => {
    const { ledger } = elapsed(beforeExtension, { accepted: day('2020-01-31'), until: day('2020-02-02') })
    expect(ledger.map((entry) => describeLedgerDay(entry, 'en'))).toEqual([
      '2020-01-31 Fri day of acceptance, not counted (General Provisions of the Civil Law, article 201)',
      '2020-02-01 Sat weekend day worked in exchange, working day number 1 (2020 年节假日安排（2019-11-21 公布）)',
      '2020-02-02 Sun weekend, not counted',
    ])
  })

  test('from 2021 on the ledger cites the Civil Code', () => {
    const { ledger } = dueOn(today, { accepted: day('2021-01-04'), days: 1 })
    expect(describeLedgerDay(ledger[0]!, 'zh-CN')).toContain('《民法典》第二百零一条')
  })
})

test.each([
  [2019, 250],
  [2020, 249],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, count) => {
  const [before, last] = [day(`${year - 1}-12-31`), day(`${year}-12-31`)]
  expect(today.count(before, last)).toBe(count)
})

describe('a year without a calendar', () => {
  test('is an error that names the year, in both languages, and never a guess', () => {
    const ask = () => dueOn(today, { accepted: day('2026-12-28'), days: 9 })
    expect(ask).toThrow(CalendarMissing)
    expect(ask).toThrow(/no calendar for 2027/)
    expect(new CalendarMissing(2027, known)).toMatchObject({
      code: 'calendar-missing',
      year: 2027,
      sentences: { 'zh-CN': expect.stringContaining('2027 年的节假日安排尚未公布') },
    })
  })

  test('is missing as long as its notice is not published', () => {
    const early = calendarAsKnown(versions, day('2019-11-20'))
    expect(() => early.kind(day('2020-01-02'))).toThrow(/As of 2019-11-20, no calendar for 2020/)
    expect(early.kind(day('2019-12-31')).kind).toBe('work')
  })

  test('is missed by a count that reaches its first day, and not by one that ends the day before', () => {
    expect(today.count(day('2026-12-24'), day('2026-12-31'))).toBe(5)
    expect(() => today.count(day('2026-12-24'), day('2027-01-01'))).toThrow(/no calendar for 2027/)
  })

  test('is found in the middle of a count too', () => {
    const gap = calendarAsKnown(
      versions.filter(({ year }) => year !== 2021),
      known,
    )
    expect(() => gap.count(day('2020-12-30'), day('2022-01-05'))).toThrow(/no calendar for 2021/)
    expect(() => gap.nth(day('2020-12-30'), 5)).toThrow(/no calendar for 2021/)
    expect(gap.count(day('2022-01-03'), day('2022-01-05'))).toBe(2)
  })

  test('does not matter to days that a neighbouring year’s notice names', () => {
    expect(today.kind(day('2018-12-29')).kind).toBe('make-up')
    expect(today.kind(day('2018-12-31')).kind).toBe('holiday')
    expect(() => today.kind(day('2018-12-28'))).toThrow(/no calendar for 2018/)
  })

  test('does not matter while the clock stands', () => {
    const pauses = [{ from: day('2026-12-30'), reason: 'appraisal' }]
    const due = dueOn(today, { accepted: day('2026-12-28'), days: 9, pauses })
    expect(due.due).toBeUndefined()
    expect([due.counted, due.waiting]).toEqual([2, pauses[0]])
  })

  test('does not matter when the clock stood still from the first', () => {
    const pauses = [
      { from: day('2027-02-01'), reason: 'hearing' },
      { from: day('2026-12-20'), reason: 'appraisal' },
    ]
    const due = dueOn(today, { accepted: day('2026-12-28'), days: 9, pauses })
    expect(due).toMatchObject({
      counted: 0,
      waiting: pauses[1],
      ledger: [{ day: '2026-12-28' }],
      calendars: [],
    })
  })

  test('holds when there is no calendar at all', () => {
    const none = calendarAsKnown([], known)
    expect(() => none.kind(day('2020-01-02'))).toThrow(/no calendar for 2020/)
    expect(() => none.nth(day('2020-01-02'), 1)).toThrow(/no calendar for 2020/)
    expect(() => none.count(day('2020-01-02'), day('2020-01-03'))).toThrow(/no calendar for 2020/)
  })
})

describe('bad questions get a sentence', () => {
  const accepted = day('2020-03-02')

  test.each([-1, 1.5, Number.NaN, 20_000])('%s is no number of working days', (days) => {
    expect(() => dueOn(today, { accepted, days })).toThrow(/is not a whole number of working days/)
  })

  test('time does not run backwards', () => {
    const pauses = [{ from: day('2020-03-05'), to: day('2020-03-04'), reason: 'hearing' }]
    expect(() => dueOn(today, { accepted, days: 9, pauses })).toThrow(/cannot end on 2020-03-04, before/)
    expect(() => elapsed(today, { accepted, until: day('2020-03-01') })).toThrow(/before it begins/)
  })

  test('a calendar that contradicts itself is refused', () => {
    const version = versions.find(({ year }) => year === 2020)!
    expect(() => calendarAsKnown([{ ...version, work: [day('2020-01-25')] }], known)).toThrow(
      /2020-01-25 is both a day of rest and a working day/,
    )
  })
})

test('of two notices that name the same day, the later one has the last word', () => {
  const notice = (year: number, published: string, work: string[], off: string[]) => ({
    year,
    published: day(published),
    document: `notice-${year}`,
    citation: `notice of ${published}`,
    off: off.map((date) => ({ from: day(date), to: day(date), name: 'rest' })),
    work: work.map(day),
  })
  const first = notice(2020, '2019-11-21', ['2020-12-27'], [])
  const second = notice(2021, '2020-12-01', [], ['2020-12-27'])
  for (const versions of [
    [first, second],
    [second, first],
  ])
    expect(calendarAsKnown(versions, known).kind(day('2020-12-27'))).toMatchObject({
      kind: 'holiday',
      document: 'notice-2021',
    })
  const late = { ...first, published: day('2020-12-24') }
  expect(calendarAsKnown([late, second], known).kind(day('2020-12-27')).kind).toBe('make-up')
})

test('what is done on the spot is due on the day of acceptance', () => {
  expect(dueOn(today, { accepted: day('2020-03-07'), days: 0 })).toMatchObject({
    due: '2020-03-07',
    counted: 0,
  })
})

test('days left count down to 0 on the due day and become negative after it', () => {
  const due = day('2020-02-10')
  expect(
    ['2020-02-06', '2020-02-08', '2020-02-10', '2020-02-12'].map((d) => daysLeft(today, due, day(d))),
  ).toEqual([2, 1, 0, -2])
})
