import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { stringify } from 'yaml'

const TEXT = '第一条 本办法的数额都是随意编成的，只用于检验。'
const SOURCE = { document: 'law', clause: '第一条', quote: '随意编成的' }
const IN_FORCE = { from: '2020-01-01', source: SOURCE }

export const LEVELS = ['primary', 'secondary', 'tertiary'] as const
export const CLASSES = ['active', 'retired'] as const
export const PLACES = ['local', 'out-filed', 'out-referred', 'out-unreferred'] as const
export const GROUPS = ['hardship', 'aged'] as const

/** What the figures of a made-up pack are made of: whole steps of money and of a ratio, both as a pack writes them. */
interface Grain {
  readonly yuan: number
  readonly share: number
}
const FINE: Grain = { yuan: 0.01, share: 0.000001 }
/** Coarse enough that no share of an amount is ever rounded, three payers deep. */
export const EXACT: Grain = { yuan: 10_000, share: 0.1 }

export interface Shape {
  readonly grain?: Grain
  /** everything counts by the year, so that the order of claims cannot matter */
  readonly byTheYear?: boolean
}

type Row = Readonly<Record<string, unknown>>

/** The files of any pack the loader accepts: a basic fund, two later payers, two groups of people, any design. */
export function anyPack({ grain = FINE, byTheYear = false }: Shape = {}): fc.Arbitrary<
  ReadonlyMap<string, string>
> {
  const figure = (most: number, step: number) =>
    fc.integer({ min: 0, max: Math.floor(most / step + 1e-9) }).map((n) => Number((n * step).toFixed(6)))
  const money = (most: number) => figure(most, grain.yuan)
  const share = figure(1, grain.share)
  const yearly = byTheYear ? fc.constant(true) : fc.boolean()

  /** One row for everybody, or one for each of the cases told apart. */
  const rowsFor = (cases: readonly Row[], row: fc.Arbitrary<readonly Row[]>) =>
    fc
      .boolean()
      .chain((apart) =>
        fc
          .tuple(
            ...(apart ? cases : [{}]).map((one) => row.map((rows) => rows.map((it) => ({ ...one, ...it })))),
          )
          .map((all) => all.flat().map((it) => ({ ...it, ...IN_FORCE }))),
      )
  const bands = fc
    .tuple(
      fc.uniqueArray(
        money(90_000).filter((limit) => limit > 0),
        { maxLength: 3 },
      ),
      fc.array(share, { minLength: 4, maxLength: 4 }),
    )
    .map(([limits, shares]) => {
      const ends = limits.toSorted((a, b) => a - b)
      return [...ends, undefined].map((upTo, at) => ({
        above: ends[at - 1] ?? 0,
        ...(upTo !== undefined && { upTo }),
        fundShare: shares[at]!,
      }))
    })
  const amount = (most: number) => money(most).map((value) => [{ amount: value }])
  const orNone = (most: number) =>
    fc.oneof(amount(most), fc.constant([{ none: true }])) as fc.Arbitrary<readonly Row[]>
  const people = LEVELS.flatMap((level) => CLASSES.map((personClass) => ({ level, personClass })))
  const admissions = fc
    .array(money(20_000), { minLength: 1, maxLength: 3 })
    .map((amounts) => amounts.map((value, at) => ({ admission: at + 1, amount: value })))

  const basic = fc
    .record({
      rounding: fc.constantFrom('each-band', 'total'),
      deductible: byTheYear
        ? rowsFor(people, amount(20_000)).map((rows) => ({ design: 'per-year', rows }))
        : fc.oneof(
            rowsFor(people, amount(20_000)).map((rows) => ({ design: 'per-year', rows })),
            rowsFor(people, admissions).map((rows) => ({ design: 'per-admission', rows })),
          ),
      bands: fc.record({
        base: fc.constantFrom('absolute', 'over-deductible'),
        yearToDate: yearly,
        rows: rowsFor(people, bands),
      }),
      ownShareFactor: rowsFor(
        [{ personClass: 'retired' }],
        share.map((value) => [{ value }]),
      ),
      outOfArea: fc.record({
        design: fc.constantFrom('self-pay-first', 'cut-in-share'),
        rows: fc
          .tuple(share, share, share)
          .map((values) => values.map((value, at) => ({ carePlace: PLACES[at + 1], value, ...IN_FORCE }))),
      }),
      // At a cap of the basic fund what lies above is found by dividing: never without a rounding.
      yearlyCap: byTheYear ? rowsFor([{}], fc.constant([{ none: true }])) : rowsFor(people, orNone(100_000)),
    })
    .map((tables) => ({ ...head('employee-inpatient'), insurance: 'employee', kind: 'inpatient', ...tables }))
  const groups = [{}, ...GROUPS.map((group) => ({ group }))]
  const later = (id: string, payer: string) =>
    fc
      .record({
        rounding: fc.constantFrom('each-band', 'total'),
        deductible: rowsFor(groups, orNone(30_000)).map((rows) => ({ rows })),
        bands: fc.record({
          base: fc.constantFrom('absolute', 'over-deductible'),
          yearToDate: yearly,
          rows: rowsFor(groups, bands),
        }),
        yearlyCap: fc.record({
          counts: byTheYear ? fc.constant('own') : fc.constantFrom('own', 'with-basic'),
          rows: rowsFor(groups, orNone(200_000)),
        }),
      })
      .map((tables) => ({ ...head(id), insurance: 'employee', payer, ...tables }))
  return fc
    .tuple(basic, later('critical-illness', 'hifob_pay'), later('medical-aid', 'maf_pay'))
    .map(([own, illness, aid]) => filesOf({ own, illness, aid }))
}

function filesOf({ own, illness, aid }: Readonly<Record<'own' | 'illness' | 'aid', Row>>) {
  const stage = (table: string, entitled: readonly string[]) => ({
    table,
    worksOn: ['deductible', 'own-share', 'over-basic-cap'],
    entitled,
    source: SOURCE,
  })
  const chain = {
    ...head('chain'),
    groups: GROUPS.map((id) => ({ id, title: { zh: id, en: id } })),
    chains: [
      {
        insurance: 'employee',
        kind: 'inpatient',
        ...IN_FORCE,
        stages: [stage('critical-illness', ['everyone']), stage('medical-aid', [...GROUPS])],
      },
    ],
  }
  const pack = { id: 'made', version: '1.0.0', title: NAMES, regionCode: '990000', agency: NAMES }
  const law = {
    id: 'law',
    kind: 'full',
    number: null,
    title: '检验办法',
    issuer: '检验机关',
    published: '2020-01-01',
    inForce: '2020-01-01',
    sha256: createHash('sha256').update(TEXT).digest('hex'),
  }
  return new Map([
    ['made/documents/law.txt', TEXT],
    ...Object.entries({
      'made/pack.yaml': pack,
      'made/documents/law.yaml': law,
      'made/benefits/employee-inpatient.yaml': own,
      'made/benefits/critical-illness.yaml': illness,
      'made/benefits/medical-aid.yaml': aid,
      'made/benefits/chain.yaml': chain,
    }).map(([path, content]) => [path, stringify(content, { aliasDuplicateObjects: false })] as const),
  ])
}

const NAMES = { zh: '检验地', en: 'Made-up place' }
const head = (id: string) => ({ id, title: { zh: id, en: id } })
