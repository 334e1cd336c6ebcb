import { DIGITS, firstStranger, plainCharacters, weightedSum } from './characters.ts'
import { faulty, parsed } from './fault.ts'
import type { Parsed } from './fault.ts'
import { parsePlainDate } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'
import { provinceCodes } from './region.ts'

/** A citizen's identity number (公民身份号码, GB 11643) of 18 characters, checked. */
export type ResidentId = string & { readonly __brand: 'ResidentId' }

export interface ResidentIdentity {
  readonly id: ResidentId
  /** where the number was first given out, which may be a county abolished since; not where the person lives */
  readonly region: string
  readonly birth: PlainDate
  readonly sex: 'male' | 'female'
  /** read from a 15-digit number of the first generation */
  readonly upgraded: boolean
}

export type ResidentIdFault = 'length' | 'character' | 'region' | 'birth' | 'birth-in-future' | 'check'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/**
 * Reads an identity number of 18 characters, or of 15 digits as on first-generation cards. `notAfter` is the day the
 * question refers to: nobody is born after it.
 */
export function parseResidentId(
  text: string,
  { notAfter }: { readonly notAfter: PlainDate },
): Parsed<ResidentIdentity, ResidentIdFault> {
  const given = plainCharacters(text)
  if (given.length !== 18 && given.length !== 15) return wrongLength(given.length)
  const stranger = firstStranger(given.length === 18 ? given.slice(0, 17) : given, DIGITS)
  if (stranger !== undefined) return wrongCharacter(stranger)
  if (given.length === 18 && !`${DIGITS}X`.includes(given.charAt(17))) return wrongCharacter(18)

  const upgraded = given.length === 15
  const body = upgraded ? `${given.slice(0, 6)}19${given.slice(6)}` : given.slice(0, 17)
  if (!provinceCodes.has(body.slice(0, 2)))
    return faulty(
      'region',
      `身份证号码前两位 ${body.slice(0, 2)} 不是省级代码。请核对第 1、2 位；外国人永久居留身份证请改选相应证件类型。`,
      `The first two digits, ${body.slice(0, 2)}, are no province. Check digits 1 and 2; for a foreigner's residence card choose that kind of document.`,
      { province: body.slice(0, 2) },
    )
  const birth = parsePlainDate(`${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`)
  if (birth === undefined) return wrongBirth(upgraded)
  if (birth > notAfter)
    return faulty(
      'birth-in-future',
      `身份证号码中的出生日期晚于 ${notAfter}。请核对第 7 至 14 位。`,
      `The date of birth in the identity number is later than ${notAfter}. Check digits 7 to 14.`,
      { notAfter },
    )
  const expected = checkCharacter(body)
  if (!upgraded && given.charAt(17) !== expected)
    // The sentence keeps the expected character back: a person would change the last digit when another one is wrong.
    return faulty(
      'check',
      '身份证号码的校验码（第 18 位）与前 17 位不符，号码中有录入错误。请对照证件逐位核对全部 18 位。',
      'The last character of the identity number does not fit the first 17, so there is a typing error. Compare all 18 with the card.',
      { position: '18', expected },
    )
  const sex = Number(body.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return parsed({ id: `${body}${expected}` as ResidentId, region: body.slice(0, 6), birth, sex, upgraded })
}

/** A valid number for tests and the demo. `sequence` is 0 to 999; odd ones are male. */
export function makeResidentId(sample: {
  readonly region: string
  readonly birth: PlainDate
  readonly sequence: number
}): ResidentId {
  const { region, birth, sequence } = sample
  if (!/^\d{6}$/.test(region) || !Number.isInteger(sequence) || sequence < 0 || sequence > 999)
    throw new RangeError('A sample identity number needs a region of six digits and a sequence from 0 to 999')
  const body = `${region}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return `${body}${checkCharacter(body)}` as ResidentId
}

function checkCharacter(body: string): string {
  return CHECKS.charAt(weightedSum(body, WEIGHTS, DIGITS) % 11)
}

function wrongLength(length: number) {
  return faulty(
    'length',
    `身份证号码应为 18 位（第一代身份证为 15 位），现为 ${length} 位。请核对是否多录或漏录。`,
    `An identity number has 18 characters (15 on a first-generation card); this one has ${length}. Look for a missing or extra one.`,
    { length: String(length) },
  )
}

function wrongCharacter(position: number) {
  return faulty(
    'character',
    `身份证号码第 ${position} 位不是数字${position === 18 ? '或 X' : ''}。请对照证件改正这一位。`,
    `Character ${position} of the identity number is not a digit${position === 18 ? ' or X' : ''}. Correct it from the card.`,
    { position: String(position) },
  )
}

function wrongBirth(upgraded: boolean) {
  const [from, to] = upgraded ? [7, 12] : [7, 14]
  return faulty(
    'birth',
    `身份证号码第 ${from} 至 ${to} 位不是真实存在的出生日期。请对照证件核对年、月、日。`,
    `Digits ${from} to ${to} of the identity number are not a date that exists. Check year, month and day against the card.`,
    { from: String(from), to: String(to) },
  )
}
