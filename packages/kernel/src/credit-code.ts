import { DIGITS, LETTERS_AND_DIGITS, firstStranger, plainCharacters, weightedSum } from './characters.ts'
import { faulty, parsed } from './fault.ts'
import type { Parsed } from './fault.ts'

/** A unified social credit code (统一社会信用代码, GB 32100), checked. */
export type CreditCode = string & { readonly __brand: 'CreditCode' }

export interface CreditIdentity {
  readonly code: CreditCode
  /** first two characters: registering department and kind of body, e.g. 11 organ of state, 12 public institution, 91 enterprise */
  readonly kind: string
  /** region of registration, characters 3 to 8 */
  readonly region: string
  /** organisation code (组织机构代码, GB 11714), characters 9 to 17 */
  readonly organisation: string
}

export type CreditCodeFault = 'length' | 'character' | 'region' | 'organisation-check' | 'check'

/** Without I, O, S, V and Z, which are mistaken for digits and other letters. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Reads a unified social credit code; both check characters are proved, its own and that of the organisation code in it. */
export function parseCreditCode(text: string): Parsed<CreditIdentity, CreditCodeFault> {
  const code = plainCharacters(text)
  if (code.length !== 18)
    return faulty(
      'length',
      `统一社会信用代码应为 18 位，现为 ${code.length} 位。请对照登记证书核对是否多录或漏录。`,
      `A unified social credit code has 18 characters; this one has ${code.length}. Look for a missing or extra one.`,
      { length: String(code.length) },
    )
  const stranger = firstStranger(code, ALPHABET)
  if (stranger !== undefined)
    return faulty(
      'character',
      `统一社会信用代码第 ${stranger} 位不是允许的字符（数字和除 I、O、S、V、Z 以外的大写字母）。请核对，常见的是把 0 录成 O、1 录成 I。`,
      `Character ${stranger} is not allowed: digits and capitals without I, O, S, V, Z. Often 0 was typed as O, or 1 as I.`,
      { position: String(stranger) },
    )
  const region = firstStranger(code.slice(2, 8), DIGITS)
  if (region !== undefined)
    return faulty(
      'region',
      `统一社会信用代码第 3 至 8 位是登记机关的区划代码，应为数字；第 ${region + 2} 位不是数字。请对照证书改正。`,
      `Characters 3 to 8 are the region of registration and must be digits; character ${region + 2} is not. Correct it from the certificate.`,
      { position: String(region + 2) },
    )
  const expected = outerCheck(code)
  if (code.charAt(17) !== expected)
    return faulty(
      'check',
      `统一社会信用代码的校验码（第 18 位）应为 ${expected}，或前 17 位中有录入错误。请对照证书逐位核对。`,
      `The check character (18th) should be ${expected}, or one of the first 17 is mistyped. Compare all 18 with the certificate.`,
      { position: '18', expected },
    )
  const inner = innerCheck(code.slice(8, 16))
  if (code.charAt(16) !== inner)
    return faulty(
      'organisation-check',
      `统一社会信用代码中的组织机构代码（第 9 至 17 位）校验不符：第 17 位应为 ${inner}，或第 9 至 16 位有误。请对照证书核对。`,
      `The organisation code inside (characters 9 to 17) does not fit: character 17 should be ${inner}, or one of 9 to 16 is mistyped. Compare with the certificate.`,
      { position: '17', expected: inner },
    )
  return parsed({
    code: code as CreditCode,
    kind: code.slice(0, 2),
    region: code.slice(2, 8),
    organisation: code.slice(8, 17),
  })
}

/** A valid code for tests and the demo. `serial` is the first eight characters of the organisation code. */
export function makeCreditCode(sample: {
  readonly kind: string
  readonly region: string
  readonly serial: string
}): CreditCode {
  const body = `${sample.kind}${sample.region}${sample.serial}`
  if (body.length !== 16 || firstStranger(body, ALPHABET) !== undefined || !/^\d{6}$/.test(sample.region))
    throw new RangeError(
      'A sample credit code needs a kind of 2, a region of 6 and a serial of 8 allowed characters',
    )
  const withInner = `${body}${innerCheck(sample.serial)}`
  return `${withInner}${outerCheck(withInner)}` as CreditCode
}

function outerCheck(code: string): string {
  return ALPHABET.charAt((31 - (weightedSum(code, WEIGHTS, ALPHABET) % 31)) % 31)
}

function innerCheck(serial: string): string {
  const check = 11 - (weightedSum(serial, INNER_WEIGHTS, LETTERS_AND_DIGITS) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
