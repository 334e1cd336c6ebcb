/** A day of a clock as the server tells it; `why` begins with the day and, for a counted day, says its number. */
export interface LedgerRow {
  day: string
  counted: boolean
  number: number | null
  why: string
}
/** Neighbouring days that count alike for the same reason. */
export interface LedgerSpan {
  first: LedgerRow
  last: LedgerRow
  why: string
}

const DAY_SAID = /^\d{4}-\d{2}-\d{2} \S+ /
const NUMBER_SAID = /，第 \d+ 个工作日|,(?: working day)? number \d+/

/** The rows of a ledger with neighbours of one reason together, so that thirty working days fit on a phone. */
export function ledgerSpans(rows: readonly LedgerRow[]): LedgerSpan[] {
  const spans: LedgerSpan[] = []
  for (const row of rows) {
    const why = row.why.replace(DAY_SAID, '').replace(NUMBER_SAID, '')
    const before = spans.at(-1)
    if (before && before.why === why && before.last.counted === row.counted) before.last = row
    else spans.push({ first: row, last: row, why })
  }
  return spans
}
