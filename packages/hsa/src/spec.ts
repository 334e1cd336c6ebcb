import type { Fen, PlainDate } from '@yichuang/kernel'

/**
 * What a field holds once read.
 *
 * - `money`: Fen. `decimal`: an exact decimal as text. `whole`: a whole number.
 * - `day`: PlainDate. `moment`: a day, with the time where one was sent.
 * - `id`: an opaque key of a person, visit, settlement, institution or message. `paper`: the number of a card or paper.
 * - `code`: a value of a code list. `flag`: the same, and no other value is taken.
 * - `extension`: `exp_content`, an object or its text. `raw`: whatever JSON was sent.
 */
export type FieldKind =
  | 'money'
  | 'decimal'
  | 'whole'
  | 'day'
  | 'moment'
  | 'id'
  | 'paper'
  | 'code'
  | 'flag'
  | 'text'
  | 'extension'
  | 'raw'

export interface FieldSpec {
  readonly code: string
  /** the Chinese name in the standard */
  readonly name: string
  readonly kind: FieldKind
  /** characters of a text, or digits of a number; nothing where the standard is silent */
  readonly size?: number
  /** digits after the point */
  readonly scale?: number
  /** demanded of every institution, because every text of the standard demands it */
  readonly required?: true
  /** may be below nothing */
  readonly negative?: true
  /** name of its list in `codeLists` */
  readonly list?: string
  /** other spellings met, beyond capitals and underscores */
  readonly aliases?: readonly string[]
}

/** The same field, demanded of every institution. */
export function need(field: FieldSpec): FieldSpec {
  return { ...field, required: true }
}

/** A code list (字典): value to Chinese meaning. */
export interface CodeList {
  readonly name: string
  readonly values: Readonly<Record<string, string>>
}

/** A node of `input` or `output`: one object, or rows. `path` is empty when the fields lie directly there. */
export interface NodeSpec {
  readonly path: string
  readonly rows: boolean
  readonly fields: readonly FieldSpec[]
}

/** One transaction (交易) in both directions. */
export interface TransactionSpec {
  readonly infno: string
  readonly name: string
  readonly input: readonly NodeSpec[]
  readonly output: readonly NodeSpec[]
  readonly fileInput?: NodeSpec
  readonly fileOutput?: NodeSpec
}

/** An exact decimal in plain notation without needless zeros: quantities, unit prices, shares. */
export type Decimal = string & { readonly __brand: 'Decimal' }

/** `YYYY-MM-DD`, or `YYYY-MM-DD HH:mm:ss` where a time was sent; the reader of a range decides what a bare day means. */
export type Moment = string & { readonly __brand: 'Moment' }

/** `exp_content`: the object in it, or the text where it is no object. */
export type Extension = Readonly<Record<string, unknown>> | string

/** What any field may hold once read. */
export type FieldValue = Fen | Decimal | number | PlainDate | Moment | string | Extension
