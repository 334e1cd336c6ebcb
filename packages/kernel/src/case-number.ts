import { plainCharacters } from './characters.ts'
import { faulty, parsed } from './fault.ts'
import type { Parsed } from './fault.ts'
import { parsePlainDate } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/**
 * The number of a case that people read aloud: office (9 digits, its region code first), day, sequence of the office on
 * that day (at least 4 digits) and a check digit, e.g. `330602001-20200120-0123-2`.
 */
export type CaseNumber = string & { readonly __brand: 'CaseNumber' }

export interface CaseNumberParts {
  /** region code of six digits and the office's own three */
  readonly office: string
  readonly day: PlainDate
  readonly sequence: number
}

export type CaseNumberFault = 'shape' | 'date' | 'check'

const SHAPE = /^(\d{9})(\d{8})(\d{4,9})(\d)$/

/** Makes the number of the office's n-th case of a day. */
export function makeCaseNumber({ office, day, sequence }: CaseNumberParts): CaseNumber {
  if (!/^\d{9}$/.test(office)) throw new RangeError(`“${office}” is not an office code of nine digits`)
  if (!Number.isSafeInteger(sequence) || sequence < 1 || sequence > 999_999_999)
    throw new RangeError(`“${sequence}” is not a case sequence from 1 to 999999999`)
  return written(office, day.replaceAll('-', ''), String(sequence).padStart(4, '0'))
}

/** Reads a case number as people say or type it: with or without hyphens and spaces, in full-width digits too. */
export function parseCaseNumber(
  text: string,
): Parsed<CaseNumberParts & { readonly number: CaseNumber }, CaseNumberFault> {
  const match = SHAPE.exec(plainCharacters(text))
  if (!match)
    return faulty(
      'shape',
      '办件编号应为“9 位机构代码-8 位日期-4 位以上流水号-1 位校验码”，例如 330602001-20200120-0123-2。请对照受理回执重新录入。',
      'A case number is nine digits of the office, eight of the day, four or more of the sequence and a check digit, e.g. 330602001-20200120-0123-2. Type it again from the receipt.',
    )
  const [, office = '', date = '', sequence = '', check = ''] = match
  const day = parsePlainDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)
  if (day === undefined)
    return faulty(
      'date',
      '办件编号第 10 至 17 位不是真实存在的日期。请对照受理回执核对这 8 位。',
      'Digits 10 to 17 of the case number are not a date that exists. Check these eight against the receipt.',
      { from: '10', to: '17' },
    )
  const expected = iso7064CheckDigit(`${office}${date}${sequence}`)
  if (check !== expected)
    return faulty(
      'check',
      '办件编号的校验码（最后一位）不符，编号中有一位或相邻两位录错。请对照受理回执逐位核对。',
      'The last digit of the case number does not fit the others: a digit is wrong or two are swapped. Compare every digit with the receipt.',
      { expected },
    )
  return parsed({ number: written(office, date, sequence), office, day, sequence: Number(sequence) })
}

function written(office: string, date: string, sequence: string): CaseNumber {
  return `${office}-${date}-${sequence}-${iso7064CheckDigit(`${office}${date}${sequence}`)}` as CaseNumber
}

/** ISO 7064, MOD 11,10: finds every single wrong digit and nearly every swap of neighbours, and needs no letter. */
export function iso7064CheckDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}
