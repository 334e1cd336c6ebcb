import type { filingKinds, remoteWhys } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'

export type FilingKind = (typeof filingKinds)[number]
export type RemoteWhy = (typeof remoteWhys)[number]

/** What an institution was told of an accident. */
export interface Accident {
  readonly injuredOn?: string | undefined
  readonly site?: string | undefined
  readonly cause?: string | undefined
  /** 审核支付标志: the fund may pay, no third person has to */
  readonly mayPay: boolean
}

/** A filing as stored; `validUntil` is its last day. */
export interface FilingRow {
  readonly filingId: string
  readonly number: string
  readonly kind: FilingKind
  readonly personId: string
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
  readonly institutionCode: string | null
  readonly institutionName: string | null
  readonly rank: string | null
  readonly place: string | null
  readonly why: RemoteWhy | null
  readonly accident: Accident | null
  readonly source: 'interface' | 'case'
  readonly filedByCode: string | null
  readonly caseId: string | null
  readonly filedByName: string
  readonly filedOn: PlainDate
  readonly filedAt: Date
  readonly revokedOn: PlainDate | null
  readonly revokedBy: string | null
  readonly revokeReason: string | null
}

/** Whether a filing is good on a day. */
export function holdsOn(
  { validFrom, validUntil, revokedOn }: Pick<FilingRow, 'validFrom' | 'validUntil' | 'revokedOn'>,
  day: PlainDate,
): boolean {
  return revokedOn === null && validFrom <= day && (validUntil === null || day <= validUntil)
}

/** Whether two filings share a day; nothing revoked shares one. */
export function overlap(
  a: Pick<FilingRow, 'validFrom' | 'validUntil' | 'revokedOn'>,
  b: Pick<FilingRow, 'validFrom' | 'validUntil' | 'revokedOn'>,
): boolean {
  if (a.revokedOn !== null || b.revokedOn !== null) return false
  return (
    (b.validUntil === null || a.validFrom <= b.validUntil) &&
    (a.validUntil === null || b.validFrom <= a.validUntil)
  )
}
