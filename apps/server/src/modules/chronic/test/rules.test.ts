import { addDays, plainDate, type PlainDate } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPacks, calendarVersions } from '@yichuang/policy'
import { calendarAsKnown } from '@yichuang/kernel'
import { PACKS_FOLDER, readPackFolder, sha256 } from '../../../packs/index.ts'
import { anytimeClasses, handOverDue, isNetworked, networkedClasses, networkedCount } from '../rules.ts'

const load = loadPacks(await readPackFolder(PACKS_FOLDER), sha256)
if (!load.ok) throw new Error('the packs are not sound')
const jining = load.packs.get('cn-37-08-jining')!
const shaoxing = load.packs.get('cn-33-06-shaoxing')!
const day = plainDate('2020-10-15')
const calendar = (known: string) => calendarAsKnown(calendarVersions(jining), plainDate(known))

describe('the classes of 济医保发〔2020〕13号 二（四）', () => {
  it('are thirteen that are recognised at any time, each with its words in the document', () => {
    const classes = anytimeClasses(jining, day)
    expect(classes).toHaveLength(13)
    expect(classes.map(({ name }) => name)).toContain('戈谢病')
    for (const { name, source } of classes) expect(source.quote).toBe(name)
  })

  it('are two of fourteen that are settled across the province; the twelve others stay unknown', () => {
    expect(networkedCount(jining, day)).toBe(14)
    const classes = networkedClasses(jining, day)
    expect(classes.map(({ name }) => name)).toEqual(['高血压', '糖尿病'])
    expect(isNetworked(classes, { name: '糖尿病', code: null })).toBe(true)
    expect(isNetworked(classes, { name: '高血压Ⅲ期', code: 'M03900' })).toBe(true)
    expect(isNetworked(classes, { name: '癫痫', code: 'M02500' })).toBe(false)
  })

  it('are none where no document is loaded, and before it was in force', () => {
    expect(anytimeClasses(shaoxing, day)).toEqual([])
    expect(anytimeClasses(jining, plainDate('2020-08-30'))).toEqual([])
    expect(networkedCount(shaoxing, day)).toBeNull()
  })
})

describe('the day by which papers of a month are handed over', () => {
  it.each([
    // a make-up working day, a Saturday, is no day of rest
    ['2020-09', '2020-10-10', '2020-10-10'],
    ['2020-10', '2020-11-10', '2020-11-10'],
    ['2020-12', '2021-01-10', '2021-01-11'],
    // the Spring Festival of 2021 begins on 11 February
    ['2021-01', '2021-02-10', '2021-02-10'],
    ['2021-03', '2021-04-10', '2021-04-12'],
    ['2021-09', '2021-10-10', '2021-10-11'],
    ['2023-12', '2024-01-10', '2024-01-10'],
    // in the middle of the Spring Festival of 2024, 10 to 17 February; the 18th is a working Sunday
    ['2024-01', '2024-02-10', '2024-02-18'],
  ])('of %s is by the document %s, and with the calendar %s', (month, ruleDay, dueOn) => {
    expect(handOverDue(jining, calendar('2024-06-01'), month)).toMatchObject({ ruleDay, dueOn })
  })

  it('names the clause of the day and the clause of the move', () => {
    const due = handOverDue(jining, calendar('2024-06-01'), '2020-12')!
    expect(due.sources.map(({ clause }) => clause)).toEqual(['二（四）', '第二百零三条'])
    expect(due.sources[1]!.document).toContain('civil-code-periods')
    expect(handOverDue(jining, calendar('2024-06-01'), '2020-10')!.sources[1]!.document).toContain('2017')
  })

  it('is not known where no rule is loaded, and not moved as long as the calendar is not published', () => {
    expect(handOverDue(shaoxing, calendar('2020-10-15'), '2020-09')).toBeUndefined()
    expect(handOverDue(jining, calendar('2020-10-15'), '2020-12')).toMatchObject({
      ruleDay: '2021-01-10',
      dueOn: undefined,
    })
  })

  it('is a working day on or after the 10th, with no working day between', () => {
    const known = calendar('2026-01-01')
    const months = fc
      .integer({ min: 0, max: 1900 })
      .map((days) => addDays(plainDate('2020-09-01'), days))
      .filter((one: PlainDate) => one < '2025-11')
    fc.assert(
      fc.property(months, (one) => {
        const { ruleDay, dueOn } = handOverDue(jining, known, one.slice(0, 7))!
        expect(ruleDay.endsWith('-10')).toBe(true)
        expect(dueOn! >= ruleDay).toBe(true)
        expect(known.count(addDays(ruleDay, -1), dueOn!)).toBe(1)
      }),
    )
  })
})
