import type { ChainUsed } from '@yichuang/benefits'
import type { Amounts } from '@yichuang/contracts'
import { dayNumber, yuan } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import type { ChainFacts } from '@yichuang/policy'
import type { WorkedClaim } from './claim-row.ts'
import {
  ByteWriter,
  CARE_PLACES,
  INSURANCES,
  KINDS,
  LEVELS,
  LINE_CLASSES,
  PERSON_CLASSES,
} from './replay-bytes.ts'

/** A calculated decision: the facts it used and what came out. */
export interface ReplaySource {
  readonly scheme: ChainFacts
  readonly claim: WorkedClaim
  readonly amounts: Amounts
  readonly decidedOn: PlainDate
}

/** The first byte of a record says how the rest is written. */
export const AS_JSON = 0
export const PACKED = 1
/** like `PACKED`, with the person's groups and what the payers after the basic fund were used for at the end */
export const PACKED_CHAIN = 2

/**
 * Packs what a trial needs of a decision: no names, no ids, nothing of the person. Facts that this form does not know, such
 * as a field added later, are kept whole as JSON, so that nothing is ever lost.
 */
export function packReplay(source: ReplaySource): Buffer {
  const { scheme, claim, amounts, decidedOn } = source
  if (
    !isKnown(scheme, SCHEME_FIELDS) ||
    !isKnown(claim, CLAIM_FIELDS) ||
    !claim.lines.every((line) => isKnown(line, LINE_FIELDS))
  )
    return asJson(source)
  const used = usedOf(claim)
  const later = 'used' in claim || scheme.groups !== undefined
  const bytes = new ByteWriter(64 + claim.lines.length * 12)
  bytes.byte(later ? PACKED_CHAIN : PACKED)
  bytes.byte(
    INSURANCES.indexOf(scheme.insurance) |
      (KINDS.indexOf(scheme.kind) << 1) |
      (LEVELS.indexOf(scheme.level) << 2) |
      (CARE_PLACES.indexOf(scheme.carePlace) << 4),
  )
  bytes.byte(PERSON_CLASSES.indexOf(scheme.personClass))
  bytes.whole(dayNumber(scheme.on))
  bytes.whole(dayNumber(decidedOn))
  const { year, deductibleUsed, inScopeUsed, fundPaid, admissions } = used.basic
  for (const number of [year, deductibleUsed, inScopeUsed, fundPaid, admissions, claim.otherPaid ?? 0])
    bytes.whole(number)
  for (const amount of [
    amounts.total,
    amounts.inScope,
    amounts.outOfAreaFirst,
    amounts.deductible,
    amounts.fund,
  ])
    bytes.whole(yuan(amount))
  bytes.whole(claim.lines.length)
  for (const { amount, class: class_, selfPayRatio, quantity, ceilingPrice, cut } of claim.lines) {
    const ceiled = quantity !== undefined && ceilingPrice !== undefined
    const ratio = selfPayRatio !== 0
    bytes.byte(LINE_CLASSES.indexOf(class_) | (ratio ? 4 : 0) | (ceiled ? 8 : 0) | (cut ? 16 : 0))
    bytes.whole(amount)
    if (ratio) bytes.whole(selfPayRatio)
    if (ceiled) {
      bytes.whole(Math.round(quantity * 10_000))
      bytes.whole(ceilingPrice)
    }
    if (cut) bytes.whole(cut.amount)
  }
  if (later) packLater(bytes, scheme.groups ?? [], used)
  return bytes.done()
}

function packLater(bytes: ByteWriter, groups: readonly string[], { stages, diseases }: ChainUsed): void {
  bytes.text(groups.join())
  const [payers, ills] = [Object.entries(stages), Object.entries(diseases)]
  bytes.whole(payers.length)
  for (const [id, { inScopeUsed, deductibleUsed, fundPaid }] of payers) {
    bytes.text(id)
    for (const amount of [inScopeUsed, deductibleUsed, fundPaid]) bytes.whole(amount)
  }
  bytes.whole(ills.length)
  for (const [id, paid] of ills) {
    bytes.text(id)
    bytes.whole(paid)
  }
}

/** What the year was used for before a claim; of payers that were not there, nothing. */
export function usedOf(claim: WorkedClaim): ChainUsed {
  return 'used' in claim ? claim.used : { basic: claim.accumulators, stages: {}, diseases: {} }
}

function asJson(source: ReplaySource): Buffer {
  const text = Buffer.from(JSON.stringify(source), 'utf8')
  const bytes = new ByteWriter(text.length + 8)
  bytes.byte(AS_JSON)
  bytes.whole(text.length)
  return Buffer.concat([bytes.done(), text])
}

function isKnown(value: object, fields: ReadonlySet<string>): boolean {
  return Object.keys(value).every((field) => fields.has(field))
}
const SCHEME_FIELDS = new Set(['insurance', 'kind', 'level', 'personClass', 'carePlace', 'on', 'groups'])
const CLAIM_FIELDS = new Set(['lines', 'accumulators', 'used', 'otherPaid'])
const LINE_FIELDS = new Set([
  'id',
  'name',
  'amount',
  'class',
  'selfPayRatio',
  'quantity',
  'ceilingPrice',
  'cut',
])
