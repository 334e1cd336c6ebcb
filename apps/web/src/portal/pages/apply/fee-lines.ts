import { formatYuan, parseYuan, sumFen } from '@yichuang/kernel'
import type { Fen } from '@yichuang/kernel'
import type { Bill, FeeLine } from '@yichuang/contracts'

/** A short id for a row of the form, unlike all others of the form. */
export function rowId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

export function emptyLine(): FeeLine {
  return { id: rowId(), code: '', name: '', quantity: '', unit: '', unitPrice: '', amount: '' }
}

export function emptyBill(): Bill {
  return {
    id: rowId(),
    kind: 'electronic',
    code: '',
    number: '',
    checkCode: '',
    issuedOn: '',
    amount: '',
    lines: [],
  }
}

/** Fen of an amount as typed, or undefined when it is not one: blanks, ¥, 元 and thousands commas do not matter. */
export function typedAmount(text: string): Fen | undefined {
  return parseYuan(cleanAmount(text))
}

/** An amount as typed, without what people and spreadsheets put around the digits. */
export function cleanAmount(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s¥￥元]/g, '')
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
}

/** Sum of the lines whose amount can be read, as yuan. */
export function sumOfLines(lines: readonly FeeLine[]): string {
  return formatYuan(sumFen(lines.map((line) => typedAmount(line.amount) ?? (0 as Fen))))
}

/** Lines less bill, as yuan with sign (`"-3.00"`: lines are short); null while the bill's amount cannot be read. */
export function differenceToBill(bill: Bill): string | null {
  const amount = typedAmount(bill.amount)
  if (amount === undefined) return null
  const lines = sumFen(bill.lines.map((line) => typedAmount(line.amount) ?? (0 as Fen)))
  return formatYuan((lines - amount) as Fen)
}

/** Sum of the bills whose amount can be read, as yuan. */
export function sumOfBills(bills: readonly Bill[]): string {
  return formatYuan(sumFen(bills.map((bill) => typedAmount(bill.amount) ?? (0 as Fen))))
}
