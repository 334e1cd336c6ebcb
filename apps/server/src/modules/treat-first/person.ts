import { maskResidentId, parseResidentId, type PlainDate } from '@yichuang/kernel'
import type { Deps } from '../../platform/deps.ts'
import { TreatFirstFaulty } from './treat-first.problems.ts'

/** What the number of a document is called where it is encrypted and indexed. */
export const ID_NUMBER = 'debts.id-number'
const RESIDENT = /^\d{17}[\dX]$/

/** How a number is written before it is indexed: capitals, no blanks, full-width characters as plain ones. */
export function idNumberIndexed(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
}

/**
 * The number of a person's document as stored: encrypted, indexed, masked. One of 18 digits is an ID number and must be
 * right; anything else is another document, taken as it is. Throws `treat-first-faulty`.
 */
export function sealIdNumber(
  typed: string | undefined,
  today: PlainDate,
  { cipher, blindIndex }: Pick<Deps, 'cipher' | 'blindIndex'>,
) {
  if (typed === undefined) return { idNumberEnc: null, idNumberIndex: null, idNumberMasked: null }
  const number = idNumberIndexed(typed)
  if (isResident(number) && !parseResidentId(number, { notAfter: today }).ok)
    throw TreatFirstFaulty({
      zh: '证件号码 18 位，但不是有效的居民身份证号码，请逐位核对。',
      en: 'The number has 18 characters but is no valid ID number; compare it digit by digit.',
    })
  return {
    idNumberEnc: cipher.encrypt(number, ID_NUMBER),
    idNumberIndex: blindIndex(number, ID_NUMBER),
    idNumberMasked: maskResidentId(number),
  }
}

export const isResident = (number: string): boolean => RESIDENT.test(number)
