import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A comparison row by row (3202), with both files. */
export interface ComparisonRow {
  readonly comparisonId: string
  readonly msgid: string
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly clrType: string | null
  readonly sentFile: string
  readonly resultFile: string
  readonly rows: number
  readonly centreRows: number
  readonly differences: number
  readonly comparedAt: Date
}

const add = statement(
  'reconciliation.add-comparison',
  `insert into reconciliation.comparison (region_code, institution_code, comparison_id, msgid, first_day, last_day, clr_type,
     sent_file, result_file, rows, centre_rows, differences, compared_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)

export async function insertComparison(
  db: Db,
  regionCode: string,
  institutionCode: string,
  row: ComparisonRow,
): Promise<void> {
  const { comparisonId, msgid, firstDay, lastDay, clrType, sentFile, resultFile } = row
  const about = [comparisonId, msgid, firstDay, lastDay, clrType, sentFile, resultFile]
  const figures = [row.rows, row.centreRows, row.differences, row.comparedAt]
  await db.run(add, [regionCode, institutionCode, ...about, ...figures])
}
