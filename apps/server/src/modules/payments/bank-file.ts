import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import { stringify } from 'csv-stringify/sync'
import { fundSums, splitOf, splitWords } from './funds.ts'
import type { PaymentRow, RunRow } from './run-row.ts'

/** A payment as the bank is told it, with the account in plain. */
export type BankLine = Pick<
  PaymentRow,
  'line' | 'paymentId' | 'holder' | 'bankName' | 'amount' | 'payers' | 'state' | 'caseNumber'
> & { readonly account: string }

/** The first row; docs/bank-file.md says what each column holds. */
export const BANK_COLUMNS = [
  '序号',
  '支付编号',
  '户名',
  '账号',
  '开户银行',
  '金额',
  '办件编号',
  '资金构成',
] as const
/** What the last row begins with. */
export const TRAILER = '合计'

/**
 * The bank file of a run: CSV in UTF-8 with BOM, CRLF, one row a payment, and a trailer with count and total, each with
 * the funds that make it up. The same
 * payments give the same bytes. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export function bankFile(run: Pick<RunRow, 'number'>, payments: readonly BankLine[]): string {
  const rows = payments.map(({ line, paymentId, holder, account, bankName, amount, payers, caseNumber }) => [
    String(line),
    paymentId,
    holder,
    account,
    bankName,
    amount,
    caseNumber,
    splitWords(splitOf({ amount, payers }).map(([payer, part]) => [payer, formatYuan(part)])),
  ])
  const total = formatYuan(sumFen(payments.map(({ amount }) => yuan(amount))))
  const funds = splitWords(fundSums(payments).map(({ payer, total }) => [payer, formatYuan(total)]))
  const trailer = [TRAILER, String(payments.length), '', '', '', total, run.number, funds]
  return stringify([[...BANK_COLUMNS], ...rows, trailer], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
