import type { ClaimContent, Remedy } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'

/** An objection as stored beside its case. */
export interface ObjectionRow {
  readonly regionCode: string
  readonly caseId: string
  readonly personId: string
  readonly content: ClaimContent
  readonly settlementId: string | null
  readonly institutionCode: string | null
  readonly askedOn: PlainDate | null
  readonly underWay: boolean
  readonly word: string | null
  readonly wordBy: string | null
  readonly wordOn: PlainDate | null
  readonly remedy: Remedy | null
  /** of its decision, null before */
  readonly outcome: 'granted' | 'refused' | null
  readonly decidedOn: PlainDate | null
  readonly byName: string | null
  readonly reviewedByName: string | null
  readonly reason: string | null
  readonly packId: string | null
  readonly packVersion: string | null
  readonly packHash: string | null
}

/** What the institution has said, if it has. */
export function wordOf({ word, wordBy, wordOn }: ObjectionRow) {
  return word !== null && wordBy !== null && wordOn !== null ? { text: word, by: wordBy, on: wordOn } : null
}
