import { LETTERS_AND_DIGITS, firstStranger, plainCharacters } from './characters.ts'
import { faulty, parsed } from './fault.ts'
import type { Parsed } from './fault.ts'

/** What is printed on a medical bill: 票据代码, 票据号码, 校验码. */
export type BillField = 'code' | 'number' | 'check'
export type BillText = string & { readonly __brand: 'BillText' }
export type BillFieldFault = 'empty' | 'character' | 'length'

/** Names on the bill, and the most characters the national settlement interface carries (bill_code C50, bill_no C30). */
const FIELDS = {
  code: { zh: '票据代码', en: 'bill code', most: 50 },
  number: { zh: '票据号码', en: 'bill number', most: 30 },
  check: { zh: '校验码', en: 'bill check code', most: 30 },
} as const satisfies Record<BillField, { zh: string; en: string; most: number }>

/**
 * Reads one printed field of a bill: letters and digits, full-width ones made half-width. Only what holds for every kind
 * of bill is checked; how many digits each has differs by kind, year and issuer.
 */
export function parseBillField(field: BillField, text: string): Parsed<BillText, BillFieldFault> {
  const { zh, en, most } = FIELDS[field]
  const value = plainCharacters(text)
  if (value === '')
    return faulty('empty', `请填写票据上的${zh}。`, `Give the ${en} printed on the bill.`, { field })
  const stranger = firstStranger(value, LETTERS_AND_DIGITS)
  if (stranger !== undefined)
    return faulty(
      'character',
      `${zh}第 ${stranger} 位不是字母或数字。请对照票据改正。`,
      `Character ${stranger} of the ${en} is neither a letter nor a digit. Correct it from the bill.`,
      { field, position: String(stranger) },
    )
  if (value.length > most)
    return faulty(
      'length',
      `${zh}最多 ${most} 位，现为 ${value.length} 位。请核对是否录入了其他内容。`,
      `A ${en} has at most ${most} characters; this one has ${value.length}. Check that nothing else was typed in.`,
      { field, length: String(value.length) },
    )
  return parsed(value as BillText)
}

/**
 * A bill's code or number as far as it tells bills apart: without leading zeros. Spreadsheets and people drop them, and
 * numbers under one code all have the same length, so `00123` and `123` are never two bills.
 */
export function billIdentity(text: string): string {
  return text.replace(/^0+(?=.)/, '')
}
