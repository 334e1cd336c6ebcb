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
  sourcesIn,
} from '../src/index.ts'
import type { Pack } from '../src/index.ts'
import { sha256 } from './files.ts'
import {
  files,
  packs,
  jining,
  QUOTE,
  back,
  sheet,
  rowOf,
  filled,
  medical,
  edited,
} from './workbook-sheets.ts'

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

/** A table of which no figure is known yet has no row to fill in; its parts are added in the policy room. */
function isEmpty(pack: Pack, id: string): boolean {
  const table = pack.benefits.get(id) ?? pack.supplements.get(id) ?? pack.maternity.get(id)
  return table !== undefined && sourcesIn(table).length === 0
}
