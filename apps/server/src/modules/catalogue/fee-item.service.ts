import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { findFeeItems, type FeeItemRow } from './fee-item.queries.ts'

const SHOWN = 20

/** Entries of a place's fee catalogue in force on a day, by code or part of the name; the first twenty. */
export function lookUpFeeItems(
  db: Db,
  regionCode: string,
  text: string,
  on: PlainDate,
): Promise<FeeItemRow[]> {
  return findFeeItems(db, regionCode, text, on, SHOWN)
}
