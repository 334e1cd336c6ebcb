import { LARGEST_CLAIM } from '@yichuang/benefits'
import { formatYuan, parsePlainDate, parseYuan } from '@yichuang/kernel'
import type { Fen, PlainDate } from '@yichuang/kernel'
import type { Sentences } from '../../platform/problem.ts'
import type { Findings } from './findings.ts'

/** How people call the field: `第 1 张票据的金额`, `the amount of bill 1`. */
export type Field = Sentences

/** Full-width signs, spaces, the yuan sign and separators of thousands are what people paste; they change nothing. */
function plainFigure(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '')
    .replace(/^[\u2010-\u2015\u2212]/, '-')
    .replace(/^(-?\d{1,3}(?:,\d{3})+)(?=\.|$)/, (whole) => whole.replaceAll(',', ''))
}

/** Reads an amount of yuan that must be more than nothing; finds what is wrong with it otherwise. */
export function readAmount(found: Findings, path: string, field: Field, text: string): Fen | undefined {
  const figure = plainFigure(text)
  const refuse = (code: string, zh: string, en: string) => {
    found.fault(path, code, { zh: `${field.zh}${zh}`, en: `${field.en} ${en}` })
    return undefined
  }
  if (figure === '')
    return refuse(
      'amount-empty',
      '未填写。请按票据填写金额（元）。',
      'is missing. Enter it in yuan as on the bill.',
    )
  if (!/^-?\d+(\.\d+)?$/.test(figure))
    return refuse(
      'amount-invalid',
      '不是金额。请只填数字，例如 1800.00。',
      'is not an amount. Enter digits only, for instance 1800.00.',
    )
  if (figure.startsWith('-'))
    return refuse(
      'amount-negative',
      '为负数。退费请与原收费抵减后填写净额。',
      'is negative. Set a refund off against its charge and enter what is left.',
    )
  if (/\.\d{3,}$/.test(figure))
    return refuse(
      'amount-decimals',
      '超过两位小数。金额精确到分，请按票据改正。',
      'has more than two decimals. Amounts are to the fen; correct it from the bill.',
    )
  const amount = figure.length > 16 ? undefined : parseYuan(figure)
  if (amount === undefined || amount > LARGEST_CLAIM)
    return refuse(
      'amount-too-large',
      `超过 ${formatYuan(LARGEST_CLAIM)} 元。请核对小数点。`,
      `is more than ${formatYuan(LARGEST_CLAIM)} yuan. Check the decimal point.`,
    )
  if (amount === 0)
    return refuse('amount-zero', '为 0。没有费用的请删去。', 'is 0. Remove what costs nothing.')
  return amount
}

/** Reads a day that exists and has come; finds what is wrong with it otherwise. */
export function readPastDay(
  found: Findings,
  path: string,
  field: Field,
  text: string,
  today: PlainDate,
): PlainDate | undefined {
  const day = parsePlainDate(text.normalize('NFKC').trim())
  const refuse = (code: string, zh: string, en: string) => {
    found.fault(path, code, { zh: `${field.zh}${zh}`, en: `${field.en} ${en}` })
    return undefined
  }
  if (text.trim() === '')
    return refuse('day-empty', '未填写。请写作 2020-02-10。', 'is missing. Write it as 2020-02-10.')
  if (day === undefined)
    return refuse(
      'day-invalid',
      '不是存在的日期。请写作 2020-02-10。',
      'is not a day that exists. Write it as 2020-02-10.',
    )
  if (day > today)
    return refuse(
      'day-in-future',
      `${day} 晚于今天（${today}）。请对照票据或病历改正。`,
      `${day} is later than today (${today}). Correct it from the bill or the record.`,
    )
  return day
}

/** Reads a count such as `2` or `1.5`, with at most four decimals; undefined when it is none. */
export function readQuantity(text: string): number | undefined {
  const figure = plainFigure(text)
  if (!/^\d{1,9}(\.\d{1,4})?$/.test(figure)) return undefined
  const quantity = Number(figure)
  return quantity > 0 ? quantity : undefined
}

export function isBlank(text: string): boolean {
  return text.trim() === ''
}
