import { faulty, formatRatio, formatYuan, parsed, parsePlainDate, parseYuan, ratio } from '@yichuang/kernel'
import type { Parsed, PlainDate } from '@yichuang/kernel'
import type { Column } from './column.ts'

type Names = Column['names']

/** Makes a column one that may be left empty. */
export function optional<Value>(column: Column<Value>): Column<Value> & { readonly optional: true } {
  return { ...column, optional: true }
}

/** Any text up to a length. */
export function text(names: Names, example: string, most: number): Column<string> {
  return {
    names,
    example,
    read: (given) =>
      Array.from(given).length <= most
        ? parsed(given)
        : faulty('too-long', `超过 ${most} 个字。请缩短。`, `is longer than ${most} characters. Shorten it.`),
  }
}

/** A code of a fixed form, in half-width characters; kept as text in spreadsheets. */
export function code(
  names: Names,
  example: string,
  form: { readonly shape: RegExp; readonly zh: string; readonly en: string },
): Column<string> & { readonly asText: true } {
  return {
    names,
    example,
    asText: true,
    read(given) {
      const value = given.normalize('NFKC').trim()
      if (form.shape.test(value)) return parsed(value)
      return faulty('code-form', `应为${form.zh}，例如 ${example}。`, `must be ${form.en}, e.g. ${example}.`)
    },
  }
}

/** A code that the kernel can check. */
export function checked<Value>(
  names: Names,
  example: string,
  read: Column<Value>['read'],
): Column<Value> & { readonly asText: true } {
  return { names, example, asText: true, read }
}

/** One of a few words; `words` gives what is stored for each spelling that is understood. */
export function word<const Value extends string>(
  names: Names,
  example: string,
  words: Readonly<Record<Value, readonly string[]>>,
): Column<Value> {
  const stored = Object.entries<readonly string[]>(words).flatMap(([value, spellings]) =>
    [value, ...spellings].map((spelling) => [spelling.toLowerCase(), value as Value] as const),
  )
  const known = new Map(stored)
  const listed = Object.entries<readonly string[]>(words).map(([value, [first]]) => [first!, value] as const)
  return {
    names,
    example,
    read(given) {
      const value = known.get(given.normalize('NFKC').replace(/\s/g, '').toLowerCase())
      if (value !== undefined) return parsed(value)
      return faulty(
        'word-unknown',
        `不认识这个取值。请写以下之一：${listed.map(([zh]) => zh).join('、')}。`,
        `is not a word that is understood. Write one of: ${listed.map(([, en]) => en).join(', ')}.`,
      )
    },
  }
}

/** A day: `2020-01-31`, `2020/1/31`, `20200131` or `2020年1月31日`. */
export function day(names: Names, example = '2020-01-31'): Column<PlainDate> {
  return {
    names,
    example,
    read(given) {
      const found = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(
        given.normalize('NFKC').trim(),
      )
      const [, year, month, dayOfMonth, shortMonth, shortDay] = found ?? []
      const pad = (digits: string | undefined) => (digits ?? '').padStart(2, '0')
      const value = parsePlainDate(`${year}-${pad(month ?? shortMonth)}-${pad(dayOfMonth ?? shortDay)}`)
      if (value !== undefined) return parsed(value)
      return faulty(
        'day-invalid',
        '不是 1900 至 2199 年间存在的日期。请写作 2020-01-31。',
        'is no day that exists between 1900 and 2199. Write it as 2020-01-31.',
      )
    },
  }
}

/** A share of 0 to 1: `0.1` or `10%`; kept as `0.1`. */
export function share(names: Names, example: string): Column<string> {
  return {
    names,
    example,
    read(given): Parsed<string> {
      const figure = given.normalize('NFKC').replace(/\s/g, '')
      const percent = /^(\d{1,3})(?:\.(\d{1,4}))?%$/.exec(figure)
      const decimal = percent ? `${hundredth(percent[1]!)}${percent[2] ?? ''}` : figure
      try {
        return parsed(formatRatio(ratio(decimal)))
      } catch {
        return faulty(
          'share-invalid',
          '不是 0 至 1 之间、最多六位小数的比例。10% 请写作 0.1 或 10%。',
          'is no share from 0 to 1 with at most six decimals. Write 10% as 0.1 or 10%.',
        )
      }
    },
  }
}

/** `10` percent is `0.10`, `100` percent is `1.00`. */
function hundredth(percent: string): string {
  const digits = percent.padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** An amount of yuan that is more than nothing; kept with two decimals. */
export function amount(names: Names, example: string): Column<string> {
  return {
    names,
    example,
    read(given) {
      const fen = parseYuan(given.normalize('NFKC').replace(/[\s¥,元]/g, ''))
      if (fen !== undefined && fen > 0) return parsed(formatYuan(fen))
      return faulty(
        'amount-invalid',
        '不是大于 0、最多两位小数的金额（元）。请只填数字，例如 128.50；没有的请留空。',
        'is no amount of yuan above 0 with at most two decimals. Write digits only, e.g. 128.50; leave it empty when there is none.',
      )
    },
  }
}
