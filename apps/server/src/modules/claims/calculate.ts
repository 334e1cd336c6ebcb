import type { ChainScheme, HospitalLevel, TraceStep } from '@yichuang/benefits'
import type { Calculation, LineCoding } from '@yichuang/contracts'
import { yearOf } from '@yichuang/kernel'
import {
  asksEnrolment,
  chainOn,
  groupsOfPerson,
  isBasicOnly,
  isMissing,
  missingRule,
  personGroups,
  unbrokenYears,
} from '@yichuang/policy'
import type { ChainFacts, MissingRule } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { borrowedOf, explanationOf, missingOf, payersIn } from '../catalogue/index.ts'
import type { CaseFacts } from '../cases/index.ts'
import { enrolmentHistory, groupFacts } from '../insured/index.ts'
import { usedBy, type AccumulatorKey } from './accumulator.queries.ts'
import type { Costs } from './checked.ts'
import { assumedCoding, claimLines } from './claim-lines.ts'
import { decidingDay } from './deciding-day.ts'
import type { AssumedLine, StoredCalculation, WorkedClaim } from './claim-row.ts'
import { said, type Findings } from './findings.ts'
import { readYear } from './person-year.queries.ts'
import { isScheme, schemeFor } from './scheme-shelf.ts'
import { claimOn, faultsOfClaim, workOut, type WorkedOut } from './work-out.ts'

type About = Pick<CaseFacts, 'pack' | 'regionCode' | 'personId' | 'insurance' | 'personClass' | 'language'>

/** A calculation with all it rests on; `worked` is absent where rules are missing. */
export interface Worked {
  readonly stored: StoredCalculation
  readonly worked: WorkedOut | undefined
}

/**
 * Works out a claim: lines as coded, the rest assumed. `level` undefined: the hospital is not on the list, so its level,
 * which the rules turn on, is missing. Undefined when the lines themselves are at fault (a cut above its line). At most
 * two statements, and one more where the place pays groups of people differently.
 */
export async function calculate(
  db: Db,
  found: Findings,
  at: About,
  costs: Costs,
  level: HospitalLevel | undefined,
  coding: ReadonlyMap<string, LineCoding>,
): Promise<Worked | undefined> {
  const assumed = await assumedCoding(db, at.regionCode, costs, coding)
  const all = new Map([...coding, ...assumed.map((line) => [line.coding.lineId, line.coding] as const)])
  const base = {
    basis: assumed.length > 0 ? 'estimate' : 'coded',
    pack: { id: at.pack.id, hash: at.pack.hash },
    assumed,
  } as const
  const facts = await schemeFacts(db, at, costs, level)
  const scheme = 'missing' in facts ? facts.missing : schemeFor(at.pack, facts)
  if ('missing' in facts || !isScheme(scheme)) {
    const missing = scheme as readonly MissingRule[]
    return { stored: { ...base, scheme: null, used: null, missing, amounts: null }, worked: undefined }
  }
  const used = await yearUsed(db, accumulatorKey(at, facts)!, scheme)
  const claim = claimOn(scheme, { lines: claimLines(costs.lines, all), otherPaid: costs.otherPaid }, used)
  if (faultsOf(found, claim, coding)) return undefined
  const worked = workOut(scheme, claim)
  const { amounts, payers } = worked
  return { stored: { ...base, scheme: facts, used, missing: [], amounts, payers }, worked }
}

async function yearUsed(db: Db, key: AccumulatorKey, scheme: ChainScheme) {
  if (isBasicOnly(scheme)) return { basic: await usedBy(db, key), stages: {}, diseases: {} }
  return readYear(db, key, scheme)
}

/** Whose year a claim counts in; undefined while nobody knows the person's insurance. */
export function accumulatorKey(
  { regionCode, personId, insurance }: Pick<About, 'regionCode' | 'personId' | 'insurance'>,
  { kind, on }: Pick<Costs, 'kind' | 'on'>,
): AccumulatorKey | undefined {
  return insurance === null ? undefined : { regionCode, personId, insurance, kind, year: yearOf(on) }
}

/** A stored calculation as the reader sees it; `worked` is worked out again by whoever has the pack. */
export function calculationView(
  stored: StoredCalculation,
  explained: { readonly trace: TraceStep } | undefined,
  language: Language,
): Calculation {
  return {
    basis: stored.basis,
    amounts: stored.amounts,
    payers: explained && payersIn(explained.trace, language),
    explanation: explained ? explanationOf(explained.trace, language) : null,
    borrowed: explained ? borrowedOf(explained.trace, language) : null,
    missing: stored.missing.map((rule) => missingOf(rule, language)),
    assumptions: assumptions(stored.assumed, language),
  }
}

/** Works a stored calculation out again from its own facts. */
export function workAgain(
  { used, assumed }: StoredCalculation,
  scheme: ChainScheme,
  costs: Costs,
  coding: readonly LineCoding[],
): WorkedOut {
  const all = new Map([...coding, ...assumed.map((line) => line.coding)].map((line) => [line.lineId, line]))
  return workOut(
    scheme,
    claimOn(scheme, { lines: claimLines(costs.lines, all), otherPaid: costs.otherPaid }, used!),
  )
}

async function schemeFacts(
  db: Db,
  { pack, regionCode, personId, insurance, personClass }: About,
  costs: Costs,
  level: HospitalLevel | undefined,
): Promise<ChainFacts | { readonly missing: MissingRule[] }> {
  const { kind, carePlace } = costs
  const on = decidingDay(pack, costs)
  if (insurance !== null && personClass !== null && level !== undefined && !isMissing(on)) {
    const facts = { insurance, kind, level, personClass, carePlace, on }
    // Nobody's groups or history are asked for where nothing turns on them.
    if (!chainOn(pack, facts)) return facts
    const groups =
      personGroups(pack).length === 0
        ? []
        : groupsOfPerson(pack, await groupFacts(db, regionCode, personId, on), on)
    return {
      ...facts,
      ...(groups.length > 0 && { groups }),
      ...(asksEnrolment(pack, facts) && {
        enrolledYears: unbrokenYears(await enrolmentHistory(db, regionCode, personId), insurance, on),
      }),
    }
  }
  const missing: MissingRule[] = []
  if (insurance === null || personClass === null)
    missing.push(missingRule(pack, 'claims.enrolment', ENROLMENT, costs.on))
  if (level === undefined) missing.push(missingRule(pack, 'claims.hospital-level', LEVEL, costs.on))
  if (isMissing(on)) missing.push(on)
  return { missing }
}
const ENROLMENT = { zh: '参保险种和人员类别', en: 'insurance and class of the person' }
const LEVEL = { zh: '就诊医院的级别', en: 'level of the hospital' }

/** What keeps the coded lines from being calculated, with the place in the coding; whether there is any. */
function faultsOf(found: Findings, claim: WorkedClaim, coding: ReadonlyMap<string, LineCoding>): boolean {
  const faults = faultsOfClaim(claim)
  const order = [...coding.keys()]
  for (const fault of faults) {
    const line = fault.line === undefined ? undefined : claim.lines[fault.line - 1]
    const index = line === undefined ? -1 : order.indexOf(line.id)
    found.fault(index < 0 ? 'coding' : `coding.${index}`, fault.code, said(fault))
  }
  return faults.length > 0
}

/** What an estimate had to assume, in sentences. */
function assumptions(assumed: readonly AssumedLine[], language: Language): string[] {
  const known = assumed.filter(({ found }) => found)
  const unknown = assumed.filter(({ found }) => !found)
  const sentences: string[] = []
  if (known.length > 0)
    sentences.push(
      language === 'zh'
        ? `${known.length} 行按本地费用目录归类，以审核为准。`
        : `${known.length} lines are classed by the fee catalogue of the place; the review decides.`,
    )
  if (unknown.length > 0) {
    const names = unknown.slice(0, MOST_NAMED).map(({ name }) => name)
    const more = unknown.length > names.length
    sentences.push(
      language === 'zh'
        ? `${unknown.length} 行在本地费用目录中没有查到，暂按甲类计算，审核后金额可能减少：${names.join('、')}${more ? '等' : ''}。`
        : `${unknown.length} lines are not in the fee catalogue and counted as class A for now; the review may pay less: ${names.join(', ')}${more ? ' and others' : ''}.`,
    )
  }
  return sentences
}
const MOST_NAMED = 20
