import type { BenefitClaim, ClaimLine } from '@yichuang/benefits'
import { dayNumber, fromDayNumber, yuan } from '@yichuang/kernel'
import type { Fen, Ratio } from '@yichuang/kernel'
import type { SchemeFacts } from '@yichuang/policy'
import {
  ByteReader,
  CARE_PLACES,
  INSURANCES,
  KINDS,
  LEVELS,
  LINE_CLASSES,
  PERSON_CLASSES,
} from './replay-bytes.ts'
import { AS_JSON, type ReplaySource } from './replay-record.ts'

/** Whom, where and when a record is about, as small numbers: equal facts have equal numbers. */
export interface ReplayFacts {
  /** insurance, kind, level, place of care and class of person */
  group: number
  /** days since 1970 of the day the rules are read on, and of the decision */
  on: number
  decided: number
}

/** A stored decision as a trial works on it. It is the same object for every record: take what is needed before the next. */
export interface ReplayRecord extends ReplayFacts {
  readonly claim: BenefitClaim
  /** what was decided, fen */
  total: Fen
  inScope: Fen
  outOfAreaFirst: Fen
  deductible: Fen
  fund: Fen
}

/** The facts a scheme is compiled from. */
export function schemeFactsOf({ group, on }: ReplayFacts): SchemeFacts {
  return {
    insurance: INSURANCES[group & 1]!,
    kind: KINDS[(group >> 1) & 1]!,
    level: LEVELS[(group >> 2) & 3]!,
    carePlace: CARE_PLACES[(group >> 4) & 3]!,
    personClass: PERSON_CLASSES[group >> 6]!,
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
    if (bytes.byte() === AS_JSON) see(fromJson(bytes), index++)
    else {
      readPacked(bytes)
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
const shared = {
  group: 0,
  on: 0,
  decided: 0,
  claim: claim as unknown as BenefitClaim,
  total: 0 as Fen,
  inScope: 0 as Fen,
  outOfAreaFirst: 0 as Fen,
  deductible: 0 as Fen,
  fund: 0 as Fen,
}

function readPacked(bytes: ByteReader): void {
  const facts = bytes.byte()
  shared.group = facts | (bytes.byte() << 6)
  shared.on = bytes.whole()
  shared.decided = bytes.whole()
  accumulators.year = bytes.whole()
  accumulators.deductibleUsed = bytes.whole()
  accumulators.inScopeUsed = bytes.whole()
  accumulators.fundPaid = bytes.whole()
  accumulators.admissions = bytes.whole()
  claim.otherPaid = bytes.whole()
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
  return {
    group: groupOf(scheme),
    on: dayNumber(scheme.on),
    decided: dayNumber(decidedOn),
    claim: { ...claim, otherPaid: claim.otherPaid ?? (0 as Fen) },
    total: yuan(amounts.total),
    inScope: yuan(amounts.inScope),
    outOfAreaFirst: yuan(amounts.outOfAreaFirst),
    deductible: yuan(amounts.deductible),
    fund: yuan(amounts.fund),
  }
}

/** The number of whom and where, the same for every decision about such a person and hospital. */
export function groupOf({ insurance, kind, level, carePlace, personClass }: SchemeFacts): number {
  return (
    INSURANCES.indexOf(insurance) |
    (KINDS.indexOf(kind) << 1) |
    (LEVELS.indexOf(level) << 2) |
    (CARE_PLACES.indexOf(carePlace) << 4) |
    (PERSON_CLASSES.indexOf(personClass) << 6)
  )
}

/** The month of a day number, `2020-10`. */
export function monthOf(day: number): string {
  return fromDayNumber(day).slice(0, 7)
}
