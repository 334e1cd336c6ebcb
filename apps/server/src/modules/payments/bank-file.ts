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

/** A row of a bank file: whom, how much, what for, and which funds make it up. */
export interface BankRow {
  readonly line: number
  readonly paymentId: string
  readonly holder: string
  readonly account: string
  readonly bankName: string
  readonly amount: string
  /** numbers of the cases or applications that are paid */
  readonly about: string
  /** as people read it, `基本医疗保险统筹基金 35640.00` */
  readonly funds: string
}

/** The bank file of a run of cases: see `writeBankFile`. */
export function bankFile(run: Pick<RunRow, 'number'>, payments: readonly BankLine[]): string {
  const rows = payments.map(({ amount, payers, caseNumber, ...payment }) => ({
    ...payment,
    amount,
    about: caseNumber,
    funds: splitWords(splitOf({ amount, payers }).map(([payer, part]) => [payer, formatYuan(part)])),
  }))
  const funds = splitWords(fundSums(payments).map(({ payer, total }) => [payer, formatYuan(total)]))
  return writeBankFile(run.number, rows, funds)
}

/**
 * A bank file: CSV in UTF-8 with BOM, CRLF, one row a payment, and a trailer with count and total, each with the funds that
 * make it up. The same payments give the same bytes. A cell that a spreadsheet would take for a formula gets an apostrophe
 * in front.
 */
export function writeBankFile(number: string, payments: readonly BankRow[], funds: string): string {
  const rows = payments.map((row) => [
    String(row.line),
    row.paymentId,
    row.holder,
    row.account,
    row.bankName,
    row.amount,
    row.about,
    row.funds,
  ])
  const total = formatYuan(sumFen(payments.map(({ amount }) => yuan(amount))))
  const trailer = [TRAILER, String(payments.length), '', '', '', total, number, funds]
  return stringify([[...BANK_COLUMNS], ...rows, trailer], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
