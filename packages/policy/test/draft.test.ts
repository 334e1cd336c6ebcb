import { plainDate } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import {
  addDocument,
  comparePacks,
  itemOn,
  loadPacks,
  parameterOn,
  setLimit,
  setValue,
} from '../src/index.ts'
import type { FileEdits, Pack, ValueEdit } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const files = filesBelow(here('./sound'))
const real = filesBelow(here('../../../policy-packs'))
const day = plainDate

function load(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Pack> {
  const answer = loadPacks(texts, sha256)
  if (!answer.ok)
    throw new Error(answer.faults.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'))
  return answer.packs
}
const after = (texts: ReadonlyMap<string, string>, edits: FileEdits) => load(new Map([...texts, ...edits]))
const packs = load(files)

const LAW = packs.get('land')!.documents.get('law')!
const quote = LAW.text.trim().split('\n').at(-1)!.trim().slice(0, 6)
const source = { document: 'law', clause: '一', quote }
const edit = (change: Partial<ValueEdit>): ValueEdit => ({
  pack: 'land',
  parameter: [...packs.get('land')!.parameters.keys()][0]!,
  from: day('2021-01-01'),
  value: '25',
  source,
  ...change,
})

describe('setting a value from a day', () => {
  it('keeps what held before, and every comment of the file', () => {
    const { parameter } = edit({})
    const before = packs.get('land')!.parameters.get(parameter)!.values
    const edits = setValue(files, packs, edit({}))
    const [[path, text]] = [...edits] as [[string, string]]
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual(
      files
        .get(path)!
        .split('\n')
        .filter((line) => line.startsWith('#')),
    )
    const changed = after(files, edits).get('land')!
    expect(parameterOn(changed, parameter, undefined, day('2021-01-01'))).toMatchObject({ value: '25' })
    expect(changed.parameters.get(parameter)!.values).toHaveLength(before.length + 1)
    expect(
      comparePacks(packs, after(files, edits)).map(({ kind, pack, before, after, from }) => [
        kind,
        pack,
        before,
        after,
        from,
      ]),
    ).toContainEqual(['parameter', 'land', null, '25', '2021-01-01'])
  })

  it('twice for one day is the second value, not two', () => {
    const once = new Map([...files, ...setValue(files, packs, edit({}))])
    const twice = setValue(once, load(once), edit({ value: '26' }))
    const { parameter } = edit({})
    expect(
      after(once, twice)
        .get('land')!
        .parameters.get(parameter)!
        .values.filter(({ from }) => from === '2021-01-01'),
    ).toMatchObject([{ value: '26' }])
  })

  it('of an inherited parameter overrides it, and what was in force before stays in force', () => {
    const jining = load(real)
    const changed = after(
      real,
      setValue(real, jining, {
        pack: 'cn-37-08-jining',
        parameter: 'clock.after-hours',
        from: day('2020-12-01'),
        value: 'same-day',
        source: { document: 'jining-2020-13', clause: '一（一）', quote: '办理时限更短' },
      }),
    )
    const on = (packs: ReadonlyMap<string, Pack>, when: string) =>
      parameterOn(packs.get('cn-37-08-jining')!, 'clock.after-hours', undefined, day(when))
    expect(on(changed, '2020-12-01')).toMatchObject({ value: 'same-day' })
    expect(on(changed, '2020-11-30')).toEqual(on(jining, '2020-11-30'))
    expect(changed.get('cn-37-08-jining')!.overrides).toContainEqual(
      expect.objectContaining({ kind: 'parameter', id: 'clock.after-hours' }),
    )
  })

  it.each([
    ['an unknown parameter', { parameter: 'no.such' }, /no\.such/],
    ['an unknown pack', { pack: 'nowhere' }, /land, town|town, land/],
  ])('of %s is refused by name', (_, change, words) => {
    expect(() => setValue(files, packs, edit(change))).toThrow(words)
  })

  it.each([
    ['a quote that is not in the text', { source: { ...source, quote: '没有这句话' } }, 'quote-not-found'],
    ['a document nobody has', { source: { ...source, document: 'nothing' } }, 'unknown-document'],
    ['an end before the beginning', { until: day('2020-12-31') }, 'until-before-from'],
    ['a value of another unit', { value: '二十五' }, 'unit'],
  ])('with %s does not load', (_, change, kind) => {
    const answer = loadPacks(new Map([...files, ...setValue(files, packs, edit(change))]), sha256)
    expect(answer.ok ? [] : answer.faults.map((fault) => fault.kind)).toContain(kind)
  })
})

describe('setting a limit of an item', () => {
  const jining = load(real)
  const limit = {
    pack: 'cn-37-08-jining',
    item: 'claims.inpatient',
    from: day('2020-12-01'),
    limit: 'promised',
    workingDays: 7,
    runningCases: 'move',
    source: { document: 'jining-2020-13', clause: '一（一）', quote: '办理时限更短' },
  } as const

  it('makes a new version that keeps everything else, and shows as one change', () => {
    const changed = after(real, setLimit(real, jining, limit))
    const on = (when: string) => itemOn(changed.get('cn-37-08-jining')!, 'claims.inpatient', day(when))!
    expect([
      on('2020-11-30').limits.promised?.workingDays,
      on('2020-12-01').limits.promised?.workingDays,
    ]).toEqual([9, 7])
    expect(on('2020-12-01').standards).toEqual(
      on('2020-11-30').standards.map((entry) => ({ ...entry, source: expect.anything() })),
    )
    expect(on('2020-12-01').runningCases).toBe('move')
    expect(
      comparePacks(jining, changed).map(({ id, what, before, after, from }) => [
        id,
        what.en,
        before,
        after,
        from,
      ]),
    ).toEqual([
      ['claims.inpatient', 'limit › promised › working days', '9', '7', '2020-12-01'],
      ['claims.inpatient', 'limit › promised › source', expect.any(String), expect.any(String), '2020-12-01'],
      ['claims.inpatient', 'running cases', null, 'move', '2020-12-01'],
    ])
  })

  it('of an item a place has not changed yet begins its layer', () => {
    const edits = setLimit(real, jining, {
      ...limit,
      pack: 'cn-33-06-shaoxing',
      item: 'transfer.certificate',
      source: { document: 'shaoxing-2020-9', clause: '二（三）', quote: '先救治后结算' },
    })
    expect([...edits.keys()]).toEqual(['cn-33-06-shaoxing/items/transfer.certificate.yaml'])
    const shaoxing = after(real, edits).get('cn-33-06-shaoxing')!
    expect(itemOn(shaoxing, 'transfer.certificate', day('2020-12-01'))?.limits.promised?.workingDays).toBe(7)
  })
})

it('a document that is added can be quoted at once', () => {
  const edits = addDocument(
    packs,
    {
      pack: 'town',
      id: 'town-2021-1',
      number: '镇医保〔2021〕1号',
      title: '关于期限的通知',
      issuer: '镇医保局',
      published: day('2021-01-04'),
      inForce: null,
      text: '办理期限定为二十五个工作日。\n',
    },
    sha256,
  )
  const added = after(files, edits)
  expect(added.get('town')!.documents.get('town-2021-1')!.citation).toBe(
    '《关于期限的通知》（镇医保〔2021〕1号）',
  )
  expect(comparePacks(packs, added)).toMatchObject([
    { kind: 'document', change: 'added', pack: 'town', id: 'town-2021-1' },
  ])
})

describe('the difference of two libraries', () => {
  it('is nothing where nothing differs, whatever the comments say', () => {
    const commented = new Map(
      [...real].map(([path, text]) => [path, path.endsWith('.yaml') ? `${text}\n# read\n` : text]),
    )
    expect(comparePacks(load(real), load(commented))).toEqual([])
  })

  it('names a calendar once, where it was published', () => {
    const path = 'cn/calendars/2020.yaml'
    const text = real.get(path)!.replaceAll('2020-10-10', '2020-10-11')
    const changes = comparePacks(load(real), load(new Map([...real, [path, text]])))
    expect(new Set(changes.map(({ kind, pack }) => `${kind} ${pack}`))).toEqual(new Set(['calendar cn']))
  })
})
