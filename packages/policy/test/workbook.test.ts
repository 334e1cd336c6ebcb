import { explainMaternityMedical, type MaternityBenefit } from '@yichuang/benefits'
import { plainDate, ratio, yuan } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import {
  allowanceScheme,
  benefitChain,
  benefitScheme,
  comparePacks,
  isMissing,
  loadPacks,
  maternityMedicalScheme,
  readWorkbookOf,
  sourcesIn,
  workbookEdits,
  workbookOf,
} from '../src/index.ts'
import type { CellIn, Pack, SheetIn } from '../src/index.ts'
import { filesBelow, here, realPacks, sha256 } from './files.ts'

const files = filesBelow(here('../../../policy-packs'))
const packs = realPacks()
const jining = packs.get('cn-37-08-jining')!
const beijing = packs.get('cn-11-beijing')!
const QUOTE = '办理时限更短'

type Sheets = {
  -readonly [K in keyof SheetIn]: SheetIn[K] extends readonly (readonly CellIn[])[] ? CellIn[][] : SheetIn[K]
}[]

/** The workbook as it comes back, nothing filled in. */
function back(pack: Pack): Sheets {
  return workbookOf(pack).map(({ name, headings, rows }) => ({
    name,
    merged: [],
    rows: [headings, ...rows].map((row) => row.map((text): CellIn => ({ text }))),
  }))
}
const sheet = (sheets: Sheets, name: string) => sheets.find((entry) => entry.name === name)!
const rowOf = (sheets: Sheets, name: string, id: string) =>
  sheet(sheets, name).rows.find((cells) => cells[0]!.text === id)!

/** The workbook of 济宁 with one parameter filled in, and some of its cells changed. */
function filled(change: Record<number, string> = {}, id = 'clock.after-hours') {
  const sheets = back(jining)
  const row = rowOf(sheets, '参数', id)
  const cells = { 4: '2020-12-01', 6: 'same-day', 7: 'jining-2020-13', 8: '一（一）', 9: QUOTE, ...change }
  for (const [column, text] of Object.entries(cells)) row[Number(column)] = { text }
  return { sheets, row, number: sheet(sheets, '参数').rows.indexOf(row) + 1 }
}
/** Fills in the open row of a kind of birth; the number of the row. */
function medical(pack: Pack, sheets: Sheets, kind: string, change: Record<number, string>): number {
  const { rows } = sheet(sheets, '待遇表')
  const row = rows.find((cells) => cells[23]!.text === kind && cells[9]!.text === '')!
  const [document, { text }] = [...pack.documents].find(([, { pack: owner }]) => owner === pack.id)!
  const said = { 10: '2020-09-01', 12: document, 13: '一（一）', 14: text.slice(0, 6) }
  for (const [column, value] of Object.entries({ ...said, ...change })) row[Number(column)] = { text: value }
  return rows.indexOf(row) + 1
}
const faultsOf = (sheets: Sheets, pack = jining) => {
  const read = readWorkbookOf(pack, sheets)
  return read.ok ? [] : read.faults.map(({ code, sheet, row, column }) => [code, sheet, row, column])
}
function edited(sheets: Sheets, pack = jining, now: ReadonlyMap<string, string> = files, loaded = packs) {
  const read = readWorkbookOf(pack, sheets)
  if (!read.ok) throw new Error(read.faults.map(({ what }) => what.en).join('; '))
  return workbookEdits(now, loaded, pack.id, read)
}

describe('a workbook', () => {
  it.each([...packs.values()].map((pack) => [pack.id, pack] as const))(
    'of %s that comes back as it went out changes nothing anybody could notice',
    (_, pack) => {
      const edits = edited(back(pack), pack)
      const load = loadPacks(new Map([...files, ...edits]), sha256)
      expect(load.ok ? comparePacks(packs, load.packs) : load.faults).toEqual([])
    },
  )

  it('holds every parameter of every place, and every figure of its tables', () => {
    const without = [...packs.values()].flatMap((pack) => {
      const cells = new Set(back(pack).flatMap(({ rows }) => rows.map(([first]) => first!.text)))
      const ids = [...pack.parameters.keys(), ...pack.benefits.keys(), ...pack.supplements.keys()]
      return [...ids, ...pack.maternity.keys()].filter((id) => !cells.has(id) && !isEmpty(pack, id))
    })
    expect(without).toEqual([])
    for (const pack of packs.values()) {
      const figures = new Set(
        sheet(back(pack), '待遇表').rows.map((cells) => `${cells[0]!.text} ${cells[14]!.text}`),
      )
      const quoted = [
        ...pack.benefits.values(),
        ...pack.supplements.values(),
        ...pack.maternity.values(),
      ].flatMap((table) => sourcesIn(table).map(({ quote }) => `${table.id} ${quote}`))
      expect(quoted.filter((one) => !figures.has(one))).toEqual([])
    }
  })

  it('sets a later payer’s deductible, incentive and cap, and “没有” where there is none', () => {
    const nanchang = packs.get('cn-36-01-nanchang')!
    const sheets = back(nanchang)
    const rows = sheet(sheets, '待遇表').rows.filter(([id]) => id!.text === 'resident-critical-illness')
    const of = (part: string, group = '') =>
      rows.find((cells) => cells[2]!.text === part && (cells[18]?.text ?? '') === group)!
    of('起付标准')[9] = { text: '16000' }
    of('起付标准', 'hardship')[9] = { text: '没有' }
    of('连续参保每年提高')[9] = { text: '4000' }
    const load = loadPacks(new Map([...files, ...edited(sheets, nanchang)]), sha256)
    if (!load.ok) throw new Error(JSON.stringify(load.faults))
    const tables = load.packs.get(nanchang.id)!.supplements.get('resident-critical-illness')!
    expect(tables.deductible!.rows.map(({ amount, none }) => amount ?? none)).toEqual([1_600_000, true])
    expect(tables.enrolmentBonus).toMatchObject([{ perYear: 400_000, most: 200_000 }])
  })

  it.each(['cn-33-06-shaoxing', 'cn-37-08-jining'])(
    'of %s offers a row for every kind of birth, and its figures become a table of the place’s own',
    (id) => {
      const pack = packs.get(id)!
      const sheets = back(pack)
      const open = sheet(sheets, '待遇表').rows.filter(
        (cells) => cells[22]!.text !== '' && cells[9]!.text === '',
      )
      expect(open.length).toBe(15)
      medical(pack, sheets, '剖宫产', { 2: '生育医疗费定额', 9: '5000' })
      medical(pack, sheets, '正常产', { 9: '3000.00' })
      medical(pack, sheets, '产前检查', { 2: '生育医疗费支付比例', 9: '0.6' })
      const load = loadPacks(new Map([...files, ...edited(sheets, pack)]), sha256)
      if (!load.ok) throw new Error(JSON.stringify(load.faults))
      const place = load.packs.get(id)!
      const on = plainDate('2020-10-01')
      const pays = (benefit: MaternityBenefit, kind: string) => {
        const scheme = maternityMedicalScheme(place, { benefit, kind, on })
        return isMissing(scheme) ? undefined : scheme.pays
      }
      expect(pays('delivery', 'caesarean')).toMatchObject({ design: 'fixed', amount: { value: 500_000 } })
      expect(pays('delivery', 'normal')).toMatchObject({ design: 'limit', amount: { value: 300_000 } })
      expect(pays('check-ups', 'check-ups')).toMatchObject({
        design: 'ratio',
        share: { value: ratio('0.6') },
      })
      expect(pays('delivery', 'difficult')).toBeUndefined()
      expect(
        comparePacks(packs, load.packs)
          .filter(({ what }) => what.zh.startsWith('生育医疗费') && /支付比例|金额/.test(what.zh))
          .map(({ after }) => after),
      ).toEqual(['3000.00', '5000.00', '0.6'])
      // It costs what the row says, and the days of the packs above hold as before.
      const scheme = maternityMedicalScheme(place, { benefit: 'delivery', kind: 'normal', on })
      const line = {
        id: '1',
        name: '接生',
        amount: yuan('3456.78'),
        class: 'A',
        selfPayRatio: ratio('0'),
      } as const
      expect(!isMissing(scheme) && explainMaternityMedical(scheme, { lines: [line] }).result).toMatchObject({
        fund: yuan('3000.00'),
        person: yuan('456.78'),
      })
      expect(allowanceScheme(place, on)).toEqual(allowanceScheme(pack, on))
      // What comes back again changes nothing; one more row leaves the others as they are.
      const again = back(place)
      const now = new Map([...files, ...edited(sheets, pack)])
      const unchanged = loadPacks(new Map([...now, ...edited(again, place, now, load.packs)]), sha256)
      expect(unchanged.ok && comparePacks(load.packs, unchanged.packs)).toEqual([])
      medical(place, again, '难产', { 2: '生育医疗费定额', 9: '4000' })
      const more = loadPacks(new Map([...now, ...edited(again, place, now, load.packs)]), sha256)
      if (!more.ok) throw new Error(JSON.stringify(more.faults))
      const rows = [...more.packs.get(id)!.maternity.values()].flatMap(({ medical }) => medical ?? [])
      expect(rows.map(({ kind, design }) => `${kind} ${design}`).sort()).toEqual([
        'caesarean fixed',
        'check-ups ratio',
        'difficult fixed',
        'normal limit',
      ])
    },
  )

  it('whose row of a pack above has another figure becomes a rule of the place, with the same words quoted', () => {
    const sheets = back(jining)
    const row = rowOf(sheets, '待遇表', 'maternity-shandong')
    expect(row[9]!.text).toBe('60')
    row[9] = { text: '61' }
    expect([...edited(sheets).keys()]).toEqual(['cn-37-08-jining/benefits/maternity-shandong.yaml'])
  })

  it('with one value filled in changes that value', () => {
    const load = loadPacks(new Map([...files, ...edited(filled().sheets)]), sha256)
    expect(load.ok && comparePacks(packs, load.packs)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'parameter',
          id: 'clock.after-hours',
          after: 'same-day',
          from: '2020-12-01',
        }),
      ]),
    )
  })

  it('replaces borrowed figures by the place’s own', () => {
    const sheets = back(jining)
    for (const cells of sheet(sheets, '待遇表').rows.slice(1)) {
      if (cells[15]?.text === '') continue
      cells[9] = { text: cells[15]!.text }
      for (const [column, text] of [
        [10, '2020-09-01'],
        [12, 'jining-2020-13'],
        [13, '一（一）'],
        [14, QUOTE],
      ] as const)
        cells[column] = { text }
    }
    const load = loadPacks(new Map([...files, ...edited(sheets)]), sha256)
    if (!load.ok) throw new Error(JSON.stringify(load.faults))
    const facts = {
      insurance: 'employee',
      kind: 'inpatient',
      level: 'tertiary',
      personClass: 'active',
      carePlace: 'local',
      on: plainDate('2020-10-01'),
    } as const
    const own = benefitScheme(load.packs.get(jining.id)!, facts)
    const lent = benefitScheme(jining, facts)
    if (!('bands' in own) || !('bands' in lent)) throw new Error('no scheme')
    const later = benefitChain(load.packs.get(jining.id)!, {
      ...facts,
      insurance: 'resident',
      personClass: 'resident-adult',
    })
    if (!('basic' in later)) throw new Error('no chain')
    // The figures of critical illness are the place's own now; the order of payers is still lent.
    expect(later.stages[0]!.deductible!.source.borrowed).toBeUndefined()
    expect(later.stages[0]!.order.source.borrowed).toBeDefined()
    expect(lent.bands[0]!.fundShare.source.borrowed).toBeDefined()
    expect(own.bands[0]!.fundShare.source.borrowed).toBeUndefined()
    expect(own.bands.map(({ fundShare }) => fundShare.value)).toEqual(
      lent.bands.map(({ fundShare }) => fundShare.value),
    )
  })
})

describe('a fault of a workbook is told with sheet, row and column', () => {
  const at = (column: string, code: string, number: number) => [code, '参数', number, column]

  it('a sheet that was renamed', () => {
    const { sheets } = filled()
    sheet(sheets, '参数').name = '参数2'
    expect(faultsOf(sheets)).toEqual([['no-sheet', '参数', 0, '']])
  })

  it('the first sheet renamed, which says whose workbook it is', () => {
    const { sheets } = filled()
    sheet(sheets, '说明').name = '封面'
    expect(faultsOf(sheets)).toEqual([['no-sheet', '说明', 0, '']])
  })

  it('a column more, told once', () => {
    const { sheets } = filled()
    for (const row of sheet(sheets, '参数').rows) row.splice(1, 0, { text: '' })
    expect(faultsOf(sheets)).toEqual([['heading', '参数', 1, 'B']])
  })

  it('merged cells', () => {
    const { sheets } = filled()
    sheet(sheets, '参数').merged = ['B3:C4']
    expect(faultsOf(sheets)).toEqual([['merged', '参数', 3, 'B']])
  })

  it('a heading that was changed', () => {
    const { sheets } = filled()
    sheet(sheets, '参数').rows[0]![6] = { text: '数值' }
    expect(faultsOf(sheets)).toEqual([['heading', '参数', 1, 'G']])
  })

  it('a formula', () => {
    const { sheets, row, number } = filled()
    row[6] = { text: '30', formula: true }
    expect(faultsOf(sheets)).toEqual([at('G', 'formula', number)])
  })

  it('the workbook of another place', () => {
    expect(faultsOf(back(beijing))).toContainEqual(['other-pack', '说明', 0, ''])
  })

  it.each([
    ['full-width digits in a day', { 4: '２０２０-12-01' }, 'E', 'full-width'],
    ['a day that does not exist', { 4: '2020-02-30' }, 'E', 'day'],
    ['a day in words', { 4: '2020年12月1日' }, 'E', 'day'],
    ['an end before the beginning', { 5: '2020-11-30' }, 'F', 'until-before-from'],
    ['a value without clause', { 8: '' }, 'I', 'needed'],
    ['a value without document', { 7: '' }, 'H', 'needed'],
    ['a value without quote', { 9: '' }, 'J', 'needed'],
    ['a quote that is not in the text', { 9: '没有这句话' }, 'J', 'quote'],
    ['an unknown document', { 7: 'nobody-2020-1' }, 'H', 'unknown'],
    ['an unknown parameter', { 0: 'no.such' }, 'A', 'unknown'],
    ['a source without a value', { 6: '' }, 'G', 'no-value'],
    ['a value that is none of the unit', { 6: 'tomorrow' }, 'G', 'unit'],
    ['a key where there is none', { 3: '2020' }, 'D', 'key'],
  ])('%s', (_, change, column, code) => {
    const { sheets, number } = filled(change)
    expect(faultsOf(sheets)).toEqual([at(column, code, number)])
  })

  it.each([
    ['万元 instead of 元', '起付标准', '0.08万元', 'with-unit', '800.00'],
    ['yuan with the word', '起付标准', '800元', 'with-unit', '800'],
    ['a ratio of 1.2', '支付比例', '1.2', 'ratio', ''],
    ['a percentage', '支付比例', '85%', 'ratio', '0.85'],
    ['full-width digits', '起付标准', '８００', 'full-width', '800'],
  ])('%s, with the figure that was meant', (_, part, text, code, meant) => {
    const sheets = back(beijing)
    const rows = sheet(sheets, '待遇表').rows
    const row = rows.find((cells) => cells[2]!.text === part)!
    row[9] = { text }
    const read = readWorkbookOf(beijing, sheets)
    expect(read.ok ? [] : read.faults).toMatchObject([
      {
        code,
        sheet: '待遇表',
        row: rows.indexOf(row) + 1,
        column: 'J',
        mend: { en: expect.stringContaining(meant) },
      },
    ])
  })

  it.each([
    ['an unknown kind of birth', { 23: '水中分娩' }, 'X', 'unknown', '助娩产'],
    ['a kind of another benefit', { 23: '放置宫内节育器' }, 'X', 'unknown', '剖宫产'],
    ['an unknown benefit', { 22: '津贴' }, 'W', 'unknown', '产前检查费'],
    ['no kind', { 23: '' }, 'X', 'needed', '正常产'],
    ['no clause', { 13: '' }, 'N', 'needed', '条款'],
    ['an amount where a share stands', { 2: '生育医疗费支付比例', 9: '3000' }, 'J', 'ratio', '0 到 1'],
    ['a share where an amount stands', { 9: '60%' }, 'J', 'unit', '800.00'],
    ['万元', { 9: '0.3万元' }, 'J', 'with-unit', '3000.00'],
    ['a level of hospital', { 3: 'tertiary' }, 'D', 'not-of-part', '清空'],
    ['an amount in wide 万元', { 9: '０．３万元' }, 'J', 'full-width', '：3000.00'],
    ['commas between the digits', { 9: '3,000' }, 'J', 'thousands', '：3000'],
    ['a wide percentage', { 2: '生育医疗费支付比例', 9: '６０％' }, 'J', 'full-width', '：0.6'],
  ])('medical costs of a birth with %s', (_, change, column, code, words) => {
    const sheets = back(jining)
    const number = medical(jining, sheets, '正常产', { 9: '3000', ...change })
    const read = readWorkbookOf(jining, sheets)
    expect(read.ok ? [] : read.faults).toMatchObject([{ code, sheet: '待遇表', row: number, column }])
    expect(JSON.stringify(read)).toContain(words)
  })

  it('a kind of birth where days of leave stand', () => {
    const sheets = back(jining)
    const number = medical(jining, sheets, '正常产', { 2: '产假天数', 9: '98' })
    expect(faultsOf(sheets)).toEqual([
      ['not-of-part', '待遇表', number, 'W'],
      ['not-of-part', '待遇表', number, 'X'],
    ])
  })

  it.each([0, 3, 23])('a formula in column %i, though the spreadsheet shows a word there', (column) => {
    const sheets = back(jining)
    const number = medical(jining, sheets, '正常产', { 9: '3000' })
    sheet(sheets, '待遇表').rows[number - 1]![column] = { text: '', formula: true }
    expect(faultsOf(sheets)).toEqual([['formula', '待遇表', number, 'ABCDEFGHIJKLMNOPQRSTUVWX'[column]]])
  })

  it('a pregnancy that is no whole number of weeks or months', () => {
    const sheets = back(jining)
    const rows = sheet(sheets, '待遇表').rows
    const row = rows.find((cells) => cells[2]!.text === '流产天数')!
    for (const [text, code] of [
      ['４', 'full-width'],
      ['四', 'count'],
    ] as const) {
      row[20] = { text }
      expect(faultsOf(sheets)).toEqual([[code, '待遇表', rows.indexOf(row) + 1, 'U']])
    }
  })

  it('a birth paid by an amount and by a share', () => {
    const sheets = back(jining)
    const rows = sheet(sheets, '待遇表').rows
    const number = medical(jining, sheets, '正常产', { 9: '3000' })
    const twice = rows[number - 1]!.map((cell) => ({ ...cell }))
    Object.assign(twice, { 2: { text: '生育医疗费支付比例' }, 9: { text: '0.8' } })
    rows.push(twice)
    expect(faultsOf(sheets)).toEqual([['two-designs', '待遇表', rows.length, 'C']])
  })

  it('one value twice from one day', () => {
    const { sheets, row, number } = filled()
    sheet(sheets, '参数').rows.push([...row])
    expect(faultsOf(sheets)).toEqual([['overlap', '参数', sheet(sheets, '参数').rows.length, '']])
    expect(number).toBeGreaterThan(1)
  })

  it('all of them at once, and nothing is taken over', () => {
    const { sheets } = filled({ 4: '2020-02-30', 8: '' })
    expect(faultsOf(sheets)).toHaveLength(2)
    expect(readWorkbookOf(jining, sheets)).not.toHaveProperty('parameters')
  })
})

/** A table of which no figure is known yet has no row to fill in; its parts are added in the policy room. */
function isEmpty(pack: Pack, id: string): boolean {
  const table = pack.benefits.get(id) ?? pack.supplements.get(id) ?? pack.maternity.get(id)
  return table !== undefined && sourcesIn(table).length === 0
}
