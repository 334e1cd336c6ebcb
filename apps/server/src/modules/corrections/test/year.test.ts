import {
  calculateChain,
  type Accumulators,
  type CareKind,
  type ChainScheme,
  type StageUsed,
} from '@yichuang/benefits'
import { formatYuan, plainDate, ratio, yuan, ZERO_FEN, type Fen } from '@yichuang/kernel'
import { benefitChain, isMissing, type ChainFacts } from '@yichuang/policy'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { allPayersPack } from '../../settlement/test/all-payers.ts'
import { claim, openCity, type Subject } from './city.ts'

// Random years under made-up tables in which every payer of the interface pays something, with deductibles, bands over the
// year and caps that small amounts reach, so that each decision depends on all before it.
const city = await openCity()
const pack = await allPayersPack()
city.rule(pack)
const { town } = city

interface Model {
  readonly kind: CareKind
  readonly amount: Fen
  readonly cut: Fen
  readonly gone: boolean
}

/** The year worked out decision after decision, by the bare engine, as if only these had ever been there. */
function lived(decisions: readonly Model[]) {
  const nothing: Accumulators = {
    year: 2020,
    deductibleUsed: ZERO_FEN,
    inScopeUsed: ZERO_FEN,
    fundPaid: ZERO_FEN,
    admissions: 0,
  }
  const basic: Record<CareKind, Accumulators> = { inpatient: nothing, outpatient: nothing }
  let stages: Readonly<Record<string, StageUsed>> = {}
  let diseases: Readonly<Record<string, Fen>> = {}
  let funds = 0
  for (const { kind, amount, cut, gone } of decisions) {
    if (gone) continue
    const line = {
      id: 'x',
      name: '',
      amount,
      class: 'A' as const,
      selfPayRatio: ratio('0'),
      ...(cut > 0 && { cut: { amount: cut, reason: '超量' } }),
    }
    const result = calculateChain(chainOf(kind), {
      lines: [line],
      used: { basic: basic[kind], stages, diseases },
    })
    basic[kind] = result.after.basic
    stages = result.after.stages
    diseases = result.after.diseases
    funds += result.funds
  }
  const rows = (['inpatient', 'outpatient'] as const).flatMap((id) => {
    const { deductibleUsed, inScopeUsed, fundPaid, admissions } = basic[id]
    if (inScopeUsed === 0 && admissions === 0) return []
    return [
      {
        id,
        deductible: formatYuan(deductibleUsed),
        base: formatYuan(inScopeUsed),
        paid: formatYuan(fundPaid),
        admissions,
      },
    ]
  })
  const later = Object.entries(stages)
    .filter(([, { inScopeUsed, fundPaid }]) => inScopeUsed > 0 || fundPaid > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { deductibleUsed, inScopeUsed, fundPaid }]) => ({
      id,
      deductible: formatYuan(deductibleUsed),
      base: formatYuan(inScopeUsed),
      paid: formatYuan(fundPaid),
    }))
  return { rows: [...rows, ...later], funds }
}

const chains = new Map<CareKind, ChainScheme>()
function chainOf(kind: CareKind): ChainScheme {
  const known = chains.get(kind)
  if (known) return known
  const facts: ChainFacts = {
    insurance: 'employee',
    kind,
    level: 'tertiary',
    personClass: 'active',
    carePlace: 'local',
    on: plainDate('2020-10-12'),
  }
  const chain = benefitChain(pack, facts)
  if (!('basic' in chain) || isMissing(chain)) throw new Error('the made-up pack has no rules')
  chains.set(kind, chain)
  return chain
}

const anyAmount = fc.integer({ min: 100_00, max: 4000_00 }).map((amount) => amount as Fen)
const anyYear = fc.array(
  fc.record({ kind: fc.constantFrom<CareKind>('inpatient', 'outpatient'), amount: anyAmount }),
  {
    minLength: 2,
    maxLength: 4,
  },
)
const anyChange = fc.record({ at: fc.nat(), cut: fc.integer({ min: 0, max: 100 }) })

/** A person with these decisions, claims by hand for stays and settlements for visits, all of them paid. */
async function livedBy(decisions: readonly { kind: CareKind; amount: Fen }[]) {
  const who = await town.person()
  const subjects: Subject[] = []
  for (const { kind, amount } of decisions)
    subjects.push(
      kind === 'inpatient'
        ? await city.granted(who, claim(formatYuan(amount)))
        : await city.settled(who, formatYuan(amount)),
    )
  if (decisions.some(({ kind }) => kind === 'inpatient')) await city.payAll()
  return { who, subjects }
}
/** The change of a model: so many hundredths are cut; all of it means that it is taken out. */
const cutTo = (model: Model, cut: number): Model => ({
  ...model,
  cut: cut === 100 ? ZERO_FEN : (Math.floor((model.amount * cut) / 100) as Fen),
  gone: cut === 100,
})

/** Corrects one decision to its model; what it pays and recovers, nothing where it says what stood already. */
async function correct(subject: Subject, { cut, gone }: Model): Promise<number> {
  const lineId = (
    await town.ok(
      `GET /corrections/subject?regionCode=330600&kind=${subject.kind}&id=${subject.id}`,
      town.reviewer,
    )
  ).lines[0].lineId as string
  const line = { lineId, class: 'A', selfPayRatio: '0', ceilingPrice: null }
  const cutting =
    cut > 0 ? { cutAmount: formatYuan(cut), cutReason: '超量' } : { cutAmount: null, cutReason: null }
  const change = gone ? { kind: 'take-out' } : { kind: 'recode', lines: [{ ...line, ...cutting }] }
  const proposed = await city.propose(subject, change)
  if (proposed.body.code === 'correction-without-effect') return 0
  if (proposed.status !== 200) throw new Error(JSON.stringify(proposed.body))
  const { status, body } = await city.decide(proposed.body)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return yuan(body.toPay) - yuan(body.toRecover)
}

const modelsOf = (decisions: readonly { kind: CareKind; amount: Fen }[]) =>
  decisions.map((one): Model => ({ ...one, cut: ZERO_FEN, gone: false }))

test('whatever is corrected, every payer’s year is that of the corrected decisions, and the money is the difference', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyYear,
      fc.array(anyChange, { minLength: 1, maxLength: 3 }),
      async (decisions, changes) => {
        const { who, subjects } = await livedBy(decisions)
        let models = modelsOf(decisions)
        expect(await city.year(who)).toEqual(lived(models).rows)
        for (const { at: pick, cut } of changes) {
          const at = pick % models.length
          const before = lived(models).funds
          models = models.with(at, cutTo(models[at]!, cut))
          const money = await correct(subjects[at]!, models[at]!)
          const now = lived(models)
          expect(await city.year(who)).toEqual(now.rows)
          expect(money).toBe(now.funds - before)
        }
      },
    ),
    { numRuns: 4, seed: 20201012 },
  )
}, 120_000)

test('two corrections give the same year in either order, and correcting back gives the first year', async () => {
  await fc.assert(
    fc.asyncProperty(anyYear, anyChange, anyChange, async (decisions, one, other) => {
      const models = modelsOf(decisions)
      const [a, b] = [one.at % models.length, other.at % models.length]
      const to = { [a]: cutTo(models[a]!, one.cut), [b]: cutTo(models[b]!, a === b ? one.cut : other.cut) }
      const [first, second] = [await livedBy(decisions), await livedBy(decisions)]
      const there = (await correct(first.subjects[a]!, to[a]!)) + (await correct(first.subjects[b]!, to[b]!))
      const here = (await correct(second.subjects[b]!, to[b]!)) + (await correct(second.subjects[a]!, to[a]!))
      expect(await city.year(first.who)).toEqual(await city.year(second.who))
      expect(there).toBe(here)
      const back =
        (await correct(first.subjects[a]!, models[a]!)) + (await correct(first.subjects[b]!, models[b]!))
      expect(await city.year(first.who)).toEqual(lived(models).rows)
      expect(there + back).toBe(0)
    }),
    { numRuns: 3, seed: 20201013 },
  )
}, 120_000)

it('what a settlement that was taken back left on those after it is put right by the next correction', async () => {
  const { who, subjects } = await livedBy([
    { kind: 'outpatient', amount: yuan('900.00') },
    { kind: 'outpatient', amount: yuan('900.00') },
    { kind: 'outpatient', amount: yuan('700.00') },
  ])
  expect((await city.takenBack(who, subjects[0]!)).accepted).toBe(true)
  const models = modelsOf([
    { kind: 'outpatient', amount: yuan('900.00') },
    { kind: 'outpatient', amount: yuan('700.00') },
  ])
  // The second was settled on a deductible that the first had used, and stays so until somebody corrects it.
  expect(await city.year(who)).not.toEqual(lived(models).rows)
  const done = await city.corrected(subjects[1]!, { kind: 'work-again' })
  expect(done.decisions[0].target).toBe(true)
  expect(await city.year(who)).toEqual(lived(models).rows)
  expect((await city.propose(subjects[0]!, { kind: 'take-out' })).body.code).toBe(
    'correction-subject-unknown',
  )
})
