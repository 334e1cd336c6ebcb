import type { BenefitClaim, ChainClaim, ChainUsed, ClaimLine } from '@yichuang/benefits'
import { dayNumber, fromDayNumber, yuan } from '@yichuang/kernel'
import type { Fen, Ratio } from '@yichuang/kernel'
import type { ChainFacts } from '@yichuang/policy'
import {
  ByteReader,
  CARE_PLACES,
  INSURANCES,
  KINDS,
  LEVELS,
  LINE_CLASSES,
  PERSON_CLASSES,
} from './replay-bytes.ts'
import { AS_JSON, PACKED_CHAIN, usedOf, type ReplaySource } from './replay-record.ts'

/** Whom, where and when a record is about, as small numbers: equal facts have equal numbers. */
export interface ReplayFacts {
  /** insurance, kind, level, place of care, class of person and the groups they are in */
  group: number
  /** days since 1970 of the day the rules are read on, and of the decision */
  on: number
  decided: number
}

/** A stored decision as a trial works on it. It is the same object for every record: take what is needed before the next. */
export interface ReplayRecord extends ReplayFacts {
  /** the claim on the year of the basic fund, and on that of every payer */
  readonly claim: BenefitClaim
  readonly whole: ChainClaim
  /** what was decided, fen; `fund` is what all funds pay */
  total: Fen
  inScope: Fen
  outOfAreaFirst: Fen
  deductible: Fen
  fund: Fen
}

/** The facts a scheme is compiled from. */
export function schemeFactsOf({ group, on }: ReplayFacts): ChainFacts {
  const groups = sets[group >> 9]!
  return {
    ...(groups !== '' && { groups: groups.split(',') }),
    insurance: INSURANCES[group & 1]!,
    kind: KINDS[(group >> 1) & 1]!,
    level: LEVELS[(group >> 2) & 3]!,
    carePlace: CARE_PLACES[(group >> 4) & 3]!,
    personClass: PERSON_CLASSES[(group >> 6) & 7]!,
    on: fromDayNumber(on),
  }
}

/**
 * Reads records that were joined into one block, handing each to `see` with its place. Nothing is allocated for a record in
 * the packed form. The order is that of the block.
 */
export function readReplays(block: Uint8Array, see: (record: ReplayRecord, index: number) => void): number {
  const bytes = new ByteReader(block)
  let index = 0
  while (!bytes.ended) {
    const form = bytes.byte()
    if (form === AS_JSON) see(fromJson(bytes), index++)
    else {
      readPacked(bytes, form)
      see(shared, index++)
    }
  }
  return index
}

type Line = { -readonly [K in keyof ClaimLine]: ClaimLine[K] | undefined }
const pool: Line[] = []
const lines: Line[] = []
const accumulators = { year: 0, deductibleUsed: 0, inScopeUsed: 0, fundPaid: 0, admissions: 0 }
const claim = { lines, accumulators, otherPaid: 0 }
const used = { basic: accumulators, stages: {}, diseases: {} }
const whole = { lines, used, otherPaid: 0 }
const NONE = {}
/** Sets of groups that were met, by their place in the number of a record; place 0 is nobody's. */
const sets: string[] = ['']
const shared = {
  group: 0,
  on: 0,
  decided: 0,
  claim: claim as unknown as BenefitClaim,
  whole: whole as unknown as ChainClaim,
  total: 0 as Fen,
  inScope: 0 as Fen,
  outOfAreaFirst: 0 as Fen,
  deductible: 0 as Fen,
  fund: 0 as Fen,
}

function readPacked(bytes: ByteReader, form: number): void {
  const facts = bytes.byte()
  shared.group = facts | (bytes.byte() << 6)
  shared.on = bytes.whole()
  shared.decided = bytes.whole()
  accumulators.year = bytes.whole()
  accumulators.deductibleUsed = bytes.whole()
  accumulators.inScopeUsed = bytes.whole()
  accumulators.fundPaid = bytes.whole()
  accumulators.admissions = bytes.whole()
  claim.otherPaid = whole.otherPaid = bytes.whole()
  shared.total = bytes.whole() as Fen
  shared.inScope = bytes.whole() as Fen
  shared.outOfAreaFirst = bytes.whole() as Fen
  shared.deductible = bytes.whole() as Fen
  shared.fund = bytes.whole() as Fen
  const count = bytes.whole()
  lines.length = count
  for (let i = 0; i < count; i++) {
    const line = (pool[i] ??= emptyLine(i))
    lines[i] = line
    const flags = bytes.byte()
    line.class = LINE_CLASSES[flags & 3]
    line.amount = bytes.whole() as Fen
    line.selfPayRatio = (flags & 4 ? bytes.whole() : 0) as Ratio
    line.quantity = flags & 8 ? bytes.whole() / 10_000 : undefined
    line.ceilingPrice = flags & 8 ? (bytes.whole() as Fen) : undefined
    line.cut = flags & 16 ? { amount: bytes.whole() as Fen, reason: '' } : undefined
  }
  used.stages = used.diseases = NONE
  if (form === PACKED_CHAIN) readLater(bytes)
}

function readLater(bytes: ByteReader): void {
  shared.group |= placeOf(bytes.text(bytes.whole())) << 9
  const stages: Record<string, ChainUsed['stages'][string]> = {}
  for (let left = bytes.whole(); left > 0; left--)
    stages[bytes.text(bytes.whole())] = {
      inScopeUsed: bytes.whole() as Fen,
      deductibleUsed: bytes.whole() as Fen,
      fundPaid: bytes.whole() as Fen,
    }
  const diseases: Record<string, Fen> = {}
  for (let left = bytes.whole(); left > 0; left--) diseases[bytes.text(bytes.whole())] = bytes.whole() as Fen
  used.stages = stages
  used.diseases = diseases
}

function placeOf(groups: string): number {
  const known = sets.indexOf(groups)
  return known >= 0 ? known : sets.push(groups) - 1
}

function emptyLine(place: number): Line {
  const undefinedYet = { quantity: undefined, ceilingPrice: undefined, cut: undefined }
  return {
    id: String(place),
    name: '',
    amount: 0 as Fen,
    class: 'A',
    selfPayRatio: 0 as Ratio,
    ...undefinedYet,
  }
}

function fromJson(bytes: ByteReader): ReplayRecord {
  const { scheme, claim, amounts, decidedOn } = JSON.parse(bytes.text(bytes.whole())) as ReplaySource
  const used = usedOf(claim)
  const otherPaid = claim.otherPaid ?? (0 as Fen)
  return {
    group: groupOf(scheme),
    on: dayNumber(scheme.on),
    decided: dayNumber(decidedOn),
    claim: { lines: claim.lines, accumulators: used.basic, otherPaid },
    whole: { ...claim, used, otherPaid },
    total: yuan(amounts.total),
    inScope: yuan(amounts.inScope),
    outOfAreaFirst: yuan(amounts.outOfAreaFirst),
    deductible: yuan(amounts.deductible),
    fund: yuan(amounts.fund),
  }
}

/** The number of whom and where, the same for every decision about such a person and hospital. */
export function groupOf({ insurance, kind, level, carePlace, personClass, groups = [] }: ChainFacts): number {
  return (
    INSURANCES.indexOf(insurance) |
    (KINDS.indexOf(kind) << 1) |
    (LEVELS.indexOf(level) << 2) |
    (CARE_PLACES.indexOf(carePlace) << 4) |
    (PERSON_CLASSES.indexOf(personClass) << 6) |
    (placeOf(groups.join()) << 9)
  )
}

/** The month of a day number, `2020-10`. */
export function monthOf(day: number): string {
  return fromDayNumber(day).slice(0, 7)
}
