import type { Insurance } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { FieldCipher } from '../../platform/crypto.ts'
import type { Db } from '../../platform/db.ts'
import type { Actor } from '../audit/index.ts'
import type { ClearedAmounts } from '../settlement/index.ts'

/** What this module is given by the application around it. */
export interface ClearingWorld {
  readonly cipher: FieldCipher
  /** The books of days: only what is closed is cleared. */
  readonly books: Books
}

/** Days of an institution, from a day to a day. */
export interface DayRange {
  readonly institutionCode: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What one closing of a day holds of one insurance and kind of clearing. */
export interface ClosedSums {
  readonly insurance: Insurance
  readonly clrType: string
  /** rows, cancellations among them */
  readonly count: number
  readonly amounts: ClearedAmounts
}

/** Whoever closes the days of institutions. */
export interface Books {
  /** days on which something is settled that is not closed */
  unclosedDays(db: Db, regionCode: string, range: DayRange): Promise<readonly PlainDate[]>
  /** closed days with their closings: the first is the day, later ones what was booked on it afterwards */
  closedDays(
    db: Db,
    regionCode: string,
    range: DayRange,
  ): Promise<
    readonly {
      readonly day: PlainDate
      readonly closings: readonly { readonly seq: number; readonly sums: readonly ClosedSums[] }[]
    }[]
  >
}

/** Who does something, when, and on which day. */
export interface Hand {
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
}
