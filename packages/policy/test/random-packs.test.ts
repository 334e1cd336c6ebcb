import {
  auditJson,
  calculateChain,
  explainChain,
  replayChain,
  type ChainClaim,
  type ChainResult,
  type ChainScheme,
  type ClaimLine,
  type TraceStep,
} from '@yichuang/benefits'
import { fen, plainDate, ratio } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { benefitChain, isMissing, loadPacks } from '../src/index.ts'
import type { ChainFacts, Pack } from '../src/index.ts'
import { sha256 } from './files.ts'
import { anyPack, CLASSES, EXACT, GROUPS, LEVELS, PLACES } from './made-up-packs.ts'

// Reading a pack costs most: few packs, several cases each.
const runs = { numRuns: 20 }
const anyFacts: fc.Arbitrary<ChainFacts> = fc.record({
  insurance: fc.constant('employee' as const),
  kind: fc.constant('inpatient' as const),
  level: fc.constantFrom(...LEVELS),
  personClass: fc.constantFrom(...CLASSES),
  carePlace: fc.constantFrom(...PLACES),
  groups: fc.subarray([...GROUPS]),
  on: fc.constant(plainDate('2020-06-01')),
})
const linesOf = (step: number) =>
  fc.array(
    fc.record({
      name: fc.constant('费用'),
      amount: fc.integer({ min: 0, max: Math.floor(9_000_000 / step) }).map((n) => fen(n * step)),
      class: fc.constantFrom<ClaimLine['class']>('A', 'B', 'C'),
      selfPayRatio: fc.constantFrom(ratio('0.1'), ratio('0.2')),
    }),
    { minLength: 1, maxLength: 4 },
  )
const claimsOf = (step: number, most = 5) => fc.array(linesOf(step), { minLength: 2, maxLength: most })
/** Some people under one pack, each with something of their own. */
const casesOf = <T>(each: fc.Arbitrary<T>) =>
  fc.array(fc.tuple(anyFacts, each), { minLength: 4, maxLength: 4 })
const NOTHING: ChainClaim['used'] = {
  basic: { year: 2020, deductibleUsed: fen(0), inScopeUsed: fen(0), fundPaid: fen(0), admissions: 0 },
  stages: {},
  diseases: {},
}
type Lines = readonly Omit<ClaimLine, 'id'>[]

it('whatever tables a pack is made of, it loads, and it decides every case', () => {
  fc.assert(
    fc.property(anyPack(), (files) => {
      const pack = packOf(files)
      for (const facts of everyCase()) expect('basic' in benefitChain(pack, facts)).toBe(true)
    }),
    runs,
  )
})

it('with any row taken away a pack is refused with file and line, or still decides every case', () => {
  fc.assert(
    fc.property(anyPack(), fc.nat(), fc.nat(), (files, pickFile, pickRow) => {
      const tables = [...files.keys()].filter(
        (path) => path.startsWith('made/benefits/') && !path.includes('chain'),
      )
      const path = tables[pickFile % tables.length]!
      const content = parse(files.get(path)!) as Record<string, unknown>
      const lists = Object.values(content).flatMap((part) =>
        Array.isArray(part) ? [part] : isTable(part) ? [part.rows] : [],
      ) as unknown[][]
      const places = lists.flatMap((list) => list.map((_, at) => [list, at] as const))
      const [list, at] = places[pickRow % places.length]!
      list.splice(at, 1)
      const load = loadPacks(new Map([...files, [path, stringify(content)]]), sha256)
      const told = load.ok
        ? everyCase().every((facts) => 'basic' in benefitChain(load.packs.get('made')!, facts))
        : load.faults.some(({ file }) => file === path) &&
          load.faults.every(({ line, mend }) => line > 0 && mend !== '')
      expect(told).toBe(true)
    }),
    runs,
  )
})

it('divides every fen among payers and person, and replays from the stored JSON to the letter', () => {
  fc.assert(
    fc.property(anyPack(), casesOf(claimsOf(1, 3)), (files, cases) => {
      for (const [facts, claims] of cases) {
        const chain = chainOf(files, facts)
        let used = NOTHING
        for (const lines of claims) {
          const claim = claimOf(lines, used)
          const { result, trace } = explainChain(chain, claim)
          expect(result).toEqual(calculateChain(chain, claim))
          expect(sumOf(Object.values(result.payers)) + result.otherPaid + result.person).toBe(result.total)
          expect(Math.min(...Object.values(result.payers), result.person)).toBeGreaterThanOrEqual(0)
          const stored = auditJson(trace)
          const again = replayChain(JSON.parse(stored) as TraceStep)
          expect([auditJson(again.trace), again.result]).toEqual([stored, result])
          used = result.after
        }
      }
    }),
    runs,
  )
})

it('pays no less, and leaves the person no less, when a bill is higher', () => {
  fc.assert(
    fc.property(anyPack(), casesOf(linesOf(1)), fc.nat(500_000), (files, cases, more) => {
      for (const [facts, lines] of cases) {
        const chain = chainOf(files, facts)
        const dearer = lines.with(0, { ...lines[0]!, amount: fen(lines[0]!.amount + more) })
        const [less, higher] = [lines, dearer].map((it) => calculateChain(chain, claimOf(it, NOTHING)))
        // Where one payer rounds a fen up, the next has a fen less to work on.
        const roundings = 2 + sumOf([chain.basic, ...chain.stages].map(({ bands }) => bands.length))
        expect(higher!.funds).toBeGreaterThanOrEqual(less!.funds - roundings)
        expect(higher!.person).toBeGreaterThanOrEqual(less!.person - roundings)
      }
    }),
    runs,
  )
})

it('passes no cap of a year in any order of its claims', () => {
  fc.assert(
    fc.property(anyPack(), casesOf(claimsOf(1).chain(shuffles)), (files, cases) => {
      for (const [facts, orders] of cases) {
        const chain = chainOf(files, facts)
        const { basic, stages } = chain
        for (const { after, payers } of orders.flatMap((order) => live(chain, order))) {
          expect(after.basic.fundPaid).toBeLessThanOrEqual(basic.yearlyCap?.value ?? Infinity)
          for (const { id, payer, yearlyCap, capCounts } of stages) {
            if (payers[payer] === 0 || !yearlyCap) continue
            const counted = after.stages[id]!.fundPaid + (capCounts === 'own' ? 0 : after.basic.fundPaid)
            expect(counted).toBeLessThanOrEqual(yearlyCap.value)
          }
        }
      }
    }),
    runs,
  )
})

it('pays the same in a year whatever the order of the claims of a day, where everything counts by the year', () => {
  const coarse = EXACT.yuan * 100
  fc.assert(
    fc.property(
      anyPack({ grain: EXACT, byTheYear: true }),
      casesOf(claimsOf(coarse, 4).chain(shuffles)),
      (files, cases) => {
        for (const [facts, orders] of cases) {
          const chain = chainOf(files, facts)
          const [first, ...others] = orders.map((order) => totalsOf(live(chain, order)))
          for (const other of others) expect(other).toEqual(first)
        }
      },
    ),
    runs,
  )
})

function packOf(files: ReadonlyMap<string, string>): Pack {
  const load = loadPacks(files, sha256)
  if (!load.ok)
    throw new Error(load.faults.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'))
  return load.packs.get('made')!
}

let lastRead: { readonly files: ReadonlyMap<string, string>; readonly pack: Pack } | undefined

function chainOf(files: ReadonlyMap<string, string>, facts: ChainFacts): ChainScheme {
  if (lastRead?.files !== files) lastRead = { files, pack: packOf(files) }
  const chain = benefitChain(lastRead.pack, facts)
  if (!('basic' in chain))
    throw new Error(
      chain
        .filter(isMissing)
        .map(({ rule }) => rule)
        .join(', '),
    )
  return chain
}

function everyCase(): ChainFacts[] {
  const on = plainDate('2020-06-01')
  return LEVELS.flatMap((level) =>
    CLASSES.flatMap((personClass) =>
      PLACES.flatMap((carePlace) =>
        [[], ['hardship'], ['aged', 'hardship']].map((groups) => ({
          insurance: 'employee' as const,
          kind: 'inpatient' as const,
          level,
          personClass,
          carePlace,
          groups,
          on,
        })),
      ),
    ),
  )
}

function isTable(part: unknown): part is { rows: unknown[] } {
  return typeof part === 'object' && part !== null && 'rows' in part && Array.isArray(part.rows)
}

/** A list in three orders: as it is, backwards, and shuffled. */
function shuffles<T>(list: readonly T[]): fc.Arbitrary<(readonly T[])[]> {
  return fc
    .shuffledSubarray([...list], { minLength: list.length })
    .map((shuffled) => [list, list.toReversed(), shuffled])
}

function claimOf(lines: Lines, used: ChainClaim['used']): ChainClaim {
  return { lines: lines.map((line, at) => ({ ...line, id: `L${at}` })), used }
}

/** Lives through claims one after another, each on what those before have used. */
function live(chain: ChainScheme, claims: readonly Lines[]): ChainResult[] {
  let used = NOTHING
  return claims.map((lines) => {
    const result = calculateChain(chain, claimOf(lines, used))
    used = result.after
    return result
  })
}

function totalsOf(results: readonly ChainResult[]): Record<string, number> {
  const payers = new Set(results.flatMap((result) => Object.keys(result.payers)))
  const paid = [...payers].map((payer) => [
    payer,
    sumOf(results.map((result) => result.payers[payer as keyof ChainResult['payers']] ?? 0)),
  ])
  return { ...Object.fromEntries(paid), person: sumOf(results.map(({ person }) => person)) } as Record<
    string,
    number
  >
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}
