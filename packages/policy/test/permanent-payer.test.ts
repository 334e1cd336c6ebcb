import { plainDate, ratio, yuan } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { benefitStage, loadPacks, permanentEdits, type Pack } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const sound = filesBelow(here('sound'))
const loaded = (files: ReadonlyMap<string, string>) => {
  const load = loadPacks(files, sha256)
  if (!load.ok)
    throw new Error(load.faults.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'))
  return load.packs
}
const words = { document: 'law', clause: '第三条', quote: '办结时限为30个工作日' }
const relief = (effect: string, more = '') =>
  `id: relief\ntitle: { zh: 疫情, en: Epidemic }\noccasion: { zh: 疫情防控期间, en: During the epidemic }\nwarnDays: 30\nmeasures:\n  - id: m\n    title: { zh: 疫情, en: Epidemic }\n    effect: ${effect}\n${more}    from: 2020-02-01\n    source: { document: law, clause: 第三条, quote: 办结时限为30个工作日 }\n`
/** The town with a measure upon its critical-illness tables, and again after it was made permanent. */
function before(effect: string, more = '', files: ReadonlyMap<string, string> = sound) {
  const all = new Map([...files, ['town/measures/relief.yaml', relief(effect, more)]])
  return { all, packs: loaded(all) }
}
function made(effect: string, more = '', files: ReadonlyMap<string, string> = sound) {
  const { all, packs } = before(effect, more, files)
  const edits = permanentEdits(all, packs, {
    pack: 'town',
    measure: 'relief.m',
    from: plainDate('2020-07-01'),
    source: words,
  })
  return { edits, town: loaded(new Map([...all, ...edits])).get('town')!, was: packs.get('town')! }
}
const facts = {
  insurance: 'employee',
  kind: 'inpatient',
  level: 'tertiary',
  personClass: 'active',
  carePlace: 'local',
} as const
const stage = (pack: Pack, on: string, more: { personClass?: 'retired'; groups?: string[] } = {}) => {
  const found = benefitStage(pack, 'critical-illness', { ...facts, ...more, on: plainDate(on) })
  if (!('bands' in found)) throw new Error(found.map(({ sentence }) => sentence.en).join('\n'))
  return found
}
const figures = (pack: Pack, on: string, more = {}) => {
  const { deductible, bands, yearlyCap } = stage(pack, on, more)
  return {
    deductible: deductible?.value,
    shares: bands.map(({ fundShare }) => fundShare.value),
    cap: yearlyCap?.value,
  }
}
const marks = (pack: Pack, on: string) => JSON.stringify(stage(pack, on)).match(/"measure":/g)?.length ?? 0

describe('a measure upon a payer after the basic fund, made permanent', () => {
  const effect =
    '{ kind: adjust-payer, table: critical-illness, deductible: 0, raiseShare: 0.1, yearlyCap: 9000 }'
  const { edits, town, was } = made(effect)

  it('pays from its day what the measure paid, by rows of the tables on the words that decide it', () => {
    const people = [{}, { personClass: 'retired' }, { groups: ['hardship'] }] as const
    for (const person of people)
      expect(figures(town, '2020-07-01', person)).toEqual(figures(was, '2020-07-01', person))
    expect(figures(town, '2020-07-01')).toMatchObject({ deductible: 0, cap: yuan('9000.00') })
    expect(marks(town, '2020-07-01')).toBe(0)
    expect(stage(town, '2020-07-01').deductible!.source).toMatchObject({ clause: '第三条' })
  })

  it('leaves the days before as they were: under the measure until the day before, and without it earlier', () => {
    for (const on of ['2020-01-31', '2020-02-01', '2020-06-30'])
      expect(stage(town, on)).toEqual(stage(was, on))
    expect(marks(town, '2020-06-30')).toBeGreaterThan(0)
  })

  it('changes the tables and ends the measure, and nothing else', () => {
    expect([...edits.keys()].toSorted()).toEqual([
      'town/benefits/critical-illness.yaml',
      'town/measures/relief.yaml',
    ])
  })

  it('never pays more than all, however many points are added', () => {
    const all = made('{ kind: adjust-payer, table: critical-illness, raiseShare: 1 }').town
    expect(new Set(figures(all, '2020-07-01').shares)).toEqual(new Set([ratio('1')]))
  })

  it('is written for one class of people alone where the measure is for one', () => {
    const effect = '{ kind: adjust-payer, table: critical-illness, deductible: 0 }'
    const some = made(effect, '    groups: [retired]\n').town
    const at = (personClass?: 'retired') =>
      figures(some, '2020-07-01', personClass && { personClass }).deductible
    expect([at(), at('retired')]).toEqual([figures(some, '2020-01-01').deductible, 0])
  })

  it('stands as a measure without an end where rows cannot say whom it is for', () => {
    const effect = '{ kind: adjust-payer, table: critical-illness, deductible: 1.50 }'
    const { edits, town } = made(effect, '    groups: [aged-60]\n')
    expect([...edits.keys()]).toEqual(['town/measures/relief.yaml'])
    const measure = town.measures.get('relief')!.measures.find(({ id }) => id === 'm-permanent')
    expect(measure).toMatchObject({
      from: '2020-07-01',
      groups: ['aged-60'],
      effect: { deductible: yuan('1.50') },
    })
    expect(measure!.until).toBeUndefined()
  })

  it('lets what the tables say from a later day stand, and ends the day before what would have ended later', () => {
    const deductible = (row: string) =>
      new Map([...sound, [TABLES, sound.get(TABLES)!.replace('    - amount: 800\n', row)]])
    const later = deductible(
      `    - amount: 700\n      from: 2021-01-01\n  ${source}    - amount: 800\n      until: 2020-12-31\n`,
    )
    const { town } = made('{ kind: adjust-payer, table: critical-illness, deductible: 0 }', '', later)
    expect(
      ['2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01'].map((on) => figures(town, on).deductible),
    ).toEqual([0, 0, 0, yuan('700.00')])
  })

  it('writes a row for every group the tables tell apart, and leaves the day they share to the new words', () => {
    const rows = `    - group: hardship\n      amount: 100\n      from: 2020-07-01\n  ${source}    - group: hardship\n      amount: 300\n      from: 2020-01-01\n  ${source}`
    const files = new Map([...sound, [TABLES, sound.get(TABLES)!.replace('  rows:\n', `  rows:\n${rows}`)]])
    const { town } = made('{ kind: adjust-payer, table: critical-illness, deductible: 50 }', '', files)
    const rowsOf = town.supplements.get('critical-illness')!.deductible!.rows
    expect(rowsOf.map(({ group, from, amount }) => [group, from, amount])).toEqual([
      ['hardship', '2020-01-01', yuan('300.00')],
      [undefined, '2020-01-01', yuan('800.00')],
      ['hardship', '2020-07-01', yuan('50.00')],
      [undefined, '2020-07-01', yuan('50.00')],
    ])
  })

  it('writes into the file of the place where it has one, and keeps its comments', () => {
    const own = `# 某市的表\n${sound.get(TABLES)!.replace('id: critical-illness\n', 'id: critical-illness\noverride: true\n')}`
    const files = new Map([...sound, ['town/benefits/own.yaml', own]])
    const { edits } = made('{ kind: adjust-payer, table: critical-illness, yearlyCap: 9000 }', '', files)
    expect(edits.get('town/benefits/own.yaml')).toMatch(/^# 某市的表/)
  })

  it('says what is missing where no share could be raised on the day', () => {
    const effect = '{ kind: adjust-payer, table: critical-illness, raiseShare: 0.1 }'
    const ended = sound
      .get(TABLES)!
      .replaceAll(/(above: .*\n(?:.*upTo.*\n)?.*fundShare.*\n)/g, '$1      until: 2020-03-31\n')
    expect(() => made(effect, '', new Map([...sound, [TABLES, ended]]))).toThrow(/no bands on that day/)
  })
})

const TABLES = 'land/benefits/critical-illness.yaml'
const source = '    source: { document: law, clause: 第一条, quote: 起付标准为800元 }\n'
