import { DIGITS, firstStranger, plainCharacters } from './characters.ts'
import { faulty, parsed } from './fault.ts'
import type { Fault, Parsed } from './fault.ts'

/** Digits of a bank card or account, without spaces. */
export type BankAccount = string & { readonly __brand: 'BankAccount' }

export interface BankAccountRead {
  readonly account: BankAccount
  /** set when the check digit of a card fails: a person should look again, but some accounts are not cards */
  readonly warning?: Fault<'luhn'>
}

export type BankAccountFault = 'empty' | 'character' | 'length'

const [SHORTEST, LONGEST] = [8, 32]

/** Reads a bank account. A failing check digit (Luhn) is a warning, not a fault: accounts of passbooks and units have none. */
export function parseBankAccount(text: string): Parsed<BankAccountRead, BankAccountFault> {
  const account = plainCharacters(text)
  if (account === '')
    return faulty(
      'empty',
      '请填写收款银行账号，银行卡正面的全部数字。',
      'Give the bank account: all digits on the front of the card.',
    )
  const stranger = firstStranger(account, DIGITS)
  if (stranger !== undefined)
    return faulty(
      'character',
      `银行账号第 ${stranger} 位不是数字。请对照银行卡或存折改正。`,
      `Character ${stranger} of the bank account is not a digit. Correct it from the card or passbook.`,
      { position: String(stranger) },
    )
  if (account.length < SHORTEST || account.length > LONGEST)
    return faulty(
      'length',
      `银行账号应为 ${SHORTEST} 至 ${LONGEST} 位数字，现为 ${account.length} 位。请对照银行卡或存折核对是否多录或漏录。`,
      `A bank account has ${SHORTEST} to ${LONGEST} digits; this one has ${account.length}. Look for a missing or extra one.`,
      { length: String(account.length) },
    )
  if (passesLuhn(account)) return parsed({ account: account as BankAccount })
  const warning = faulty(
    'luhn',
    '银行账号的校验位不符。如果是银行卡，请对照卡面逐位核对；如果是存折或单位账户，可以继续。',
    'The check digit of the bank account does not fit. If it is a card, compare every digit; if it is a passbook or a unit’s account, you may go on.',
  ).fault
  return parsed({ account: account as BankAccount, warning })
}

/** The check of card numbers (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i))
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** Adds the check digit to the digits of a card, for tests and the demo. */
export function makeCardNumber(digits: string): BankAccount {
  if (!/^\d{7,31}$/.test(digits)) throw new RangeError('A sample card number needs 7 to 31 digits')
  const check = Array.from(DIGITS).find((digit) => passesLuhn(digits + digit))!
  return `${digits}${check}` as BankAccount
}
