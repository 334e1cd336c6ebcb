import { plainDate } from '@yichuang/kernel'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  benefitScheme,
  calendarVersions,
  isMissing,
  itemOn,
  packAsKnown,
  parameterLayers,
  parameterOn,
  quoteRanges,
} from '../src/index.ts'
import { quoteOccurs, squeeze } from '../src/quote.ts'
import { realPacks } from './files.ts'

const day = plainDate
const packs = realPacks()
const [shaoxing, jining] = [packs.get('cn-33-06-shaoxing')!, packs.get('cn-37-08-jining')!]
const shipped = [{ pack: shaoxing, publishedOn: null }]
const known = (on: string) => packAsKnown(shipped, day(on))!

describe('what was known on a day', () => {
  const cut = (knownOn: string, on: string) =>
    parameterOn(known(knownOn), 'claims.out-of-area-cut-applies', undefined, day(on))

  it('has no rule that was published later, even for days on which it is in force by now', () => {
    expect(isMissing(cut('2020-01-28', '2020-03-01'))).toBe(true)
    expect(cut('2020-01-29', '2020-03-01')).toMatchObject({ value: 'false' })
  })

  it('holds the calendar of 2020 as it was before the notice of 27 January and after it', () => {
    const of2020 = (on: string) => calendarVersions(known(on)).filter(({ year }) => year === 2020)
    expect(of2020('2020-01-26')).toHaveLength(1)
    expect(of2020('2020-01-27')).toHaveLength(2)
  })

  it('takes the promise of a document without a day as known when it comes in force', () => {
    const promise = (knownOn: string) =>
      itemOn(
        packAsKnown([{ pack: jining, publishedOn: null }], day(knownOn))!,
        'claims.inpatient',
        day('2020-09-01'),
      )?.limits.promised?.workingDays
    expect(promise('2020-08-30')).toBeUndefined()
    expect(promise('2020-08-31')).toBe(9)
  })

  it('is asked of the edition that was published by then', () => {
    const later = { ...shaoxing, hash: 'later', parameters: new Map() }
    const editions = [...shipped, { pack: later, publishedOn: day('2020-10-15') }]
    expect(packAsKnown(editions, day('2020-10-14'))?.hash).toBe(shaoxing.hash)
    expect(packAsKnown(editions, day('2020-10-15'))?.hash).toBe('later')
    expect(packAsKnown(editions.slice(1), day('2020-10-14'))).toBeUndefined()
  })

  it('leaves out the rows of benefit tables whose document came later, and keeps the others', () => {
    const nanchang = packs.get('cn-36-01-nanchang')!
    const facts = {
      insurance: 'employee',
      kind: 'inpatient',
      level: 'tertiary',
      personClass: 'active',
    } as const
    const scheme = (knownOn: string) =>
      benefitScheme(packAsKnown([{ pack: nanchang, publishedOn: null }], day(knownOn))!, {
        ...facts,
        carePlace: 'local',
        on: day('2025-12-31'),
      })
    expect('bands' in scheme('2026-01-01')).toBe(true)
    expect('bands' in scheme('1999-01-01')).toBe(false)
  })

  test('of today is all there is', () => {
    expect(known('2199-12-31')).toEqual({ ...shaoxing })
  })
})

describe('the time line of a value', () => {
  it('shows the layers of a place, nearest first, and what each overrides', () => {
    const layers = parameterLayers(packs, shaoxing, 'claims.invoice-accepted-until')
    expect(layers.map(({ pack, overridden }) => [pack, overridden])).toEqual([
      ['cn-33-06-shaoxing', false],
      ['cn', true],
    ])
    expect(layers[0]!.entries).toMatchObject([
      { key: '2019', from: '2020-01-28', until: null, known: '2020-01-29', value: '2020-12-31' },
      { key: '2020', value: '2021-12-31' },
    ])
  })

  it('is empty for a parameter that no pack declares', () => {
    expect(parameterLayers(packs, shaoxing, 'no.such')).toEqual([])
  })
})

describe('the place of a quote in its document', () => {
  it('is found across line breaks, one range for each part', () => {
    const text = '一、前\n言 如 下，\n二、办理'
    const ranges = quoteRanges(text, '前言…办理')!
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['前\n言', '办理'])
  })

  it('is unknown when the words are not there in this order', () => {
    expect(quoteRanges('甲乙', '乙…甲')).toBeUndefined()
    expect(quoteRanges('甲乙', '…')).toBeUndefined()
  })

  it('exists for every quote of every value of the packs', () => {
    for (const pack of packs.values())
      for (const { pack: owner, values } of pack.parameters.values())
        for (const { source } of values) {
          const [from, id] = source.document.split(':')
          const text = packs.get(from!)!.documents.get(id!)!.text
          expect(quoteRanges(text, source.quote), `${owner} ${source.quote}`).toBeDefined()
        }
  })

  it('is there exactly when the loader accepts the quote, and holds its very words', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', ' ', '\n', '…'), maxLength: 12 })
    fc.assert(
      fc.property(words, words, (text, quote) => {
        const ranges = quoteRanges(text, quote)
        expect(ranges !== undefined).toBe(quoteOccurs(squeeze(text), quote))
        expect(squeeze((ranges ?? []).map(({ start, end }) => text.slice(start, end)).join(''))).toBe(
          ranges ? squeeze(quote).replaceAll('…', '') : '',
        )
      }),
    )
  })
})
