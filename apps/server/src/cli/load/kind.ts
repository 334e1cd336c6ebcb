import type { Db } from '../../platform/db.ts'
import type { Columns, RecordOf } from './column.ts'
import type { Seen } from './seen.ts'

/** A row of the file that was read without a fault. */
export interface Item<Values> {
  readonly row: number
  readonly values: Values
}

/** Tells what is wrong with the row at hand. */
export type Complain<Name> = (column: Name | undefined, code: string, zh: string, en: string) => void

/** For whom, by whom and when something is loaded. */
export interface Loading {
  readonly regionCode: string
  /** office of the city; what is loaded is done in its name */
  readonly cityOfficeId: string
  readonly at: Date
  readonly today: string
}

/** How many rows of what kind a load has written; what was there already is not counted. */
export type Written = Readonly<Record<string, number>>

/** One kind of file: its columns, what is checked across cells and rows, and how its rows are stored. */
export interface Kind<C extends Columns = Columns> {
  readonly columns: C
  /** rows stored in one transaction; without a number all are, and the database's own objections are faults of rows */
  readonly batch?: number
  /** `seen(of)` remembers keys of one sort over the whole file */
  check?(
    item: Item<RecordOf<C>>,
    complain: Complain<keyof C & string>,
    seen: (of: string) => Seen,
    regionCode: string,
  ): void
  /** Stores rows. Inside a transaction. Without `batch`, throws nothing for a row but complains of it. */
  store(
    db: Db,
    items: readonly Item<RecordOf<C>>[],
    loading: Loading,
    complain: (row: number, code: string, zh: string, en: string) => void,
  ): Promise<Written>
}

/** Complains of a row whose key came before in the file. */
export function once(
  seen: Seen,
  key: string,
  item: Item<unknown>,
  complain: (code: string, zh: string, en: string) => void,
): void {
  const first = seen.first(key, item.row)
  if (first)
    complain(
      'row-twice',
      `与第 ${first.row} 行重复。请只保留一行。`,
      `is there already in row ${first.row}. Keep one of the two.`,
    )
}
