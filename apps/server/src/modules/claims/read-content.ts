import type { CareKind } from '@yichuang/benefits'
import type { ClaimContent, Payee } from '@yichuang/contracts'
import { formatYuan, parseBankAccount, ZERO_FEN } from '@yichuang/kernel'
import type { Fen, PlainDate } from '@yichuang/kernel'
import type { z } from 'zod'
import type { CheckedBill, Costs } from './checked.ts'
import { Findings, said } from './findings.ts'
import { readBills, type BillRules } from './read-bills.ts'
import { isBlank, readAmount, readPastDay } from './typed.ts'

export interface ReadContent {
  readonly bills: readonly CheckedBill[]
  /** sum of the bills' amounts that could be read */
  readonly total: Fen
  /** what the calculation needs, when all of it could be read */
  readonly costs: Costs | undefined
}

/** Reads what was typed, with account and phone in plain, and finds everything that is wrong with it. */
export function readContent(
  found: Findings,
  content: ClaimContent,
  kind: CareKind,
  rules: BillRules,
): ReadContent {
  const visit = readVisit(found, content.visit, kind, rules.today)
  const { bills, lines, total, whole } = readBills(found, content.bills, rules)
  const otherPaid = readOtherPaid(found, content.otherPaid, whole ? total : undefined)
  readPayee(found, content.payee)
  readPhone(found, content.phone)

  const lastBill = bills
    .map(({ issuedOn }) => issuedOn)
    .sort()
    .at(-1)
  const on = kind === 'inpatient' ? visit.to : lastBill
  const complete = whole && on !== undefined && otherPaid !== undefined
  const costs: Costs | undefined = complete
    ? {
        kind,
        carePlace: content.visit.carePlace,
        on,
        ...(kind === 'inpatient' && visit.from && { from: visit.from }),
        lines,
        total,
        otherPaid,
      }
    : undefined
  return { bills, total, costs }
}

/** The costs of a content that was checked when it was taken, read again; undefined when it is not whole. */
export function costsAgain(content: ClaimContent, kind: CareKind): Costs | undefined {
  // Nothing is in the future of this day: a demonstration may have gone back behind the bills.
  return readContent(new Findings('zh'), content, kind, { today: LAST_DAY }).costs
}
const LAST_DAY = '2199-12-31' as PlainDate

function readVisit(
  found: Findings,
  visit: ClaimContent['visit'],
  kind: CareKind,
  today: PlainDate,
): { from: PlainDate | undefined; to: PlainDate | undefined } {
  const inpatient = kind === 'inpatient'
  const [begins, ends] = inpatient
    ? [
        { zh: '入院日期', en: 'The day of admission' },
        { zh: '出院日期', en: 'The day of discharge' },
      ]
    : [
        { zh: '就诊日期', en: 'The day of the visit' },
        { zh: '就诊结束日期', en: 'The last day of the visit' },
      ]
  const from = readPastDay(found, 'visit.from', begins, visit.from, today)
  const to = inpatient || !isBlank(visit.to) ? readPastDay(found, 'visit.to', ends, visit.to, today) : from
  if (from && to && to < from)
    found.fault('visit.to', 'visit-ends-before-it-begins', {
      zh: `${ends.zh} ${to} 早于${begins.zh} ${from}。请对照病历改正。`,
      en: `${ends.en}, ${to}, is before ${from}, ${begins.en.toLowerCase()}. Correct them from the record.`,
    })
  if (inpatient && isBlank(visit.recordNumber))
    found.fault('visit.recordNumber', 'record-number-empty', {
      zh: '住院号未填写。请按出院记录或费用清单填写。',
      en: 'The in-patient record number is missing. Take it from the discharge record or the list of fees.',
    })
  if (isBlank(visit.diagnosis))
    found.fault('visit.diagnosis', 'diagnosis-empty', {
      zh: '诊断未填写。请按病历或诊断证明填写。',
      en: 'The diagnosis is missing. Take it from the medical record.',
    })
  if (isBlank(visit.hospitalCode) && isBlank(visit.hospitalName))
    found.fault('visit.hospitalName', 'hospital-empty', {
      zh: '就诊医院未填写。请查找并选择；查不到的，请填写票据上的医院全称。',
      en: 'The hospital is missing. Look it up; if it is not listed, enter its full name as on the bill.',
    })
  return { from, to }
}

function readOtherPaid(found: Findings, text: string, total: Fen | undefined): Fen | undefined {
  if (isBlank(text) || /^0+(\.0{1,2})?$/.test(text.trim())) return ZERO_FEN
  const field = { zh: '商业保险或互助已支付的金额', en: 'What commercial or mutual insurance has paid' }
  const paid = readAmount(found, 'otherPaid', field, text)
  if (paid === undefined || total === undefined || paid <= total) return paid
  found.fault('otherPaid', 'other-paid-above-total', {
    zh: `${field.zh} ${formatYuan(paid)} 元，超过了票据合计 ${formatYuan(total)} 元。请核对赔付单和票据。`,
    en: `${field.en}, ${formatYuan(paid)} yuan, is more than the bills’ ${formatYuan(total)} yuan. Check both.`,
  })
  return undefined
}

/** Reads the account that is to be paid to; a failing check digit is a warning, since passbooks have none. */
export function readPayee(found: Findings, payee: z.output<typeof Payee>, path = 'payee'): void {
  if (isBlank(payee.holder))
    found.fault(`${path}.holder`, 'holder-empty', {
      zh: '收款账户的户名未填写。请按银行卡或存折填写。',
      en: 'The account holder is missing. Enter the name on the card or passbook.',
    })
  if (isBlank(payee.bankName))
    found.fault(`${path}.bankName`, 'bank-empty', {
      zh: '开户银行未填写。请写到支行，例如“绍兴银行城东支行”。',
      en: 'The bank is missing. Enter it with its branch.',
    })
  const account = parseBankAccount(payee.account)
  if (!account.ok) found.fault(`${path}.account`, `account-${account.fault.code}`, said(account.fault))
  else if (account.value.warning) found.warn(`${path}.account`, 'account-luhn', said(account.value.warning))
}

/** Reads the telephone number, which may be left out. */
export function readPhone(found: Findings, text: string): void {
  if (isBlank(text) || /^\+?\d{7,15}$/.test(text.normalize('NFKC').replace(/[\s()-]/g, ''))) return
  found.fault('phone', 'phone-invalid', {
    zh: '联系电话应为 7 至 15 位数字，例如 11 位手机号码。请改正，或清空。',
    en: 'A phone number has 7 to 15 digits. Correct it, or clear it.',
  })
}
