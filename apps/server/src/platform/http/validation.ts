import { wordsOfForm } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Sentences } from '../problem.ts'
import { InvalidInput, type SentFault } from './problems.ts'

type Issue = z.core.$ZodIssue

/** Parses what was sent, or throws `InvalidInput` with one sentence for each fault. `where` starts their paths. */
export function parseSent<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where = '',
): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) {
    const faults = unstorable(result.data, where === '' ? [] : [where])
    if (faults.length > 0) throw InvalidInput({ faults: faults.slice(0, 50) })
    return result.data
  }
  const issues = onceEach(result.error.issues)
  throw InvalidInput({ faults: issues.slice(0, 50).map((issue) => faultOf(issue, where)) })
}

/** Without what else is wrong with a text whose form is wrong: of `abc` as a day one sentence is enough. */
function onceEach(issues: readonly Issue[]): Issue[] {
  const malformed = new Set<string>()
  return issues.filter((issue) => {
    const path = issue.path.join('.')
    if (malformed.has(path)) return false
    if (issue.code === 'invalid_format') malformed.add(path)
    return true
  })
}

/**
 * A fault as a person reads it. A refinement may say its own sentence in both languages:
 * `ctx.addIssue({ code: 'custom', path, params: { zh: '…', en: '…', code: 'bill-sum' } })`.
 */
export function faultOf(issue: Issue, where = ''): SentFault {
  const path = [...(where ? [where] : []), ...issue.path.map(String)].join('.')
  const code = issue.code === 'custom' ? String(issue.params?.['code'] ?? 'custom') : issue.code
  return { path, code, message: sentences(issue) }
}

function sentences(issue: Issue): Sentences {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || /received undefined/.test(issue.message)
        ? { zh: '未填写', en: 'is missing' }
        : {
            zh: `应为${typeNames[issue.expected]?.zh ?? issue.expected}`,
            en: `must be ${typeNames[issue.expected]?.en ?? issue.expected}`,
          }
    case 'invalid_value': {
      const values = issue.values.map(String).join(issue.values.length > 1 ? ', ' : '')
      return { zh: `只能是：${values}`, en: `must be ${issue.values.length > 1 ? 'one of ' : ''}${values}` }
    }
    case 'too_small':
      return size(issue.origin, Number(issue.minimum), 'least')
    case 'too_big':
      return size(issue.origin, Number(issue.maximum), 'most')
    case 'invalid_format':
      return (
        wordsOfForm(issue.pattern) ?? formats[issue.format] ?? { zh: '格式不对', en: 'has the wrong form' }
      )
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数`, en: `must be a multiple of ${issue.divisor}` }
    case 'unrecognized_keys':
      return {
        zh: `有不认识的字段 ${issue.keys.join('、')}`,
        en: `has unknown fields ${issue.keys.join(', ')}`,
      }
    case 'custom': {
      const { zh, en } = (issue.params ?? {}) as { zh?: string; en?: string }
      return { zh: zh ?? issue.message, en: en ?? issue.message }
    }
    default:
      return { zh: '不符合任何一种允许的形式', en: 'matches none of the allowed forms' }
  }
}

/**
 * Texts PostgreSQL has no place for, and signs nobody sees that make a name or an account look like another one. Asked of
 * what passed the schema, so it is only as deep as that.
 */
function unstorable(value: unknown, path: readonly string[]): SentFault[] {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed())
      return [{ path: path.join('.'), code: 'unstorable-text', message: UNSTORABLE }]
    return UNSEEN.test(value) ? [{ path: path.join('.'), code: 'unseen-text', message: HIDDEN }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => unstorable(part, [...path, key]))
}

const UNSTORABLE: Sentences = {
  zh: '含有无法保存的字符（空字符或残缺的表情符号）。请删去后重新输入',
  en: 'has a character that cannot be kept (a null byte or half an emoji). Remove it and type it again',
}

// Control characters but for tabs and ends of lines, and what turns the direction of writing.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSEEN = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/
const HIDDEN: Sentences = {
  zh: '含有看不见的控制字符，可能是粘贴时带入的。请清空后重新输入',
  en: 'has control characters that cannot be seen, perhaps from pasting. Clear it and type it again',
}

const typeNames: Record<string, Sentences> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否（true/false）', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组字段', en: 'an object' },
}

const formats: Record<string, Sentences> = {
  date: { zh: '应为存在的日期，写作 YYYY-MM-DD', en: 'must be a day that exists, written YYYY-MM-DD' },
  datetime: {
    zh: '应为带时区的时刻，如 2020-10-15T09:00:00+08:00',
    en: 'must be an instant with a zone, such as 2020-10-15T09:00:00+08:00',
  },
  uuid: { zh: '应为系统给出的编号（UUID）', en: 'must be an id that the system gave (a UUID)' },
  email: { zh: '应为电子邮箱地址', en: 'must be an e-mail address' },
  url: { zh: '应为网址', en: 'must be a URL' },
}

function size(origin: string, bound: number, side: 'least' | 'most'): Sentences {
  const zh = side === 'least' ? '至少' : '最多'
  const en = `at ${side}`
  if (origin === 'string' && side === 'least' && bound === 1) return { zh: '未填写', en: 'is empty' }
  if (origin === 'string') return { zh: `${zh} ${bound} 个字`, en: `must have ${en} ${bound} characters` }
  if (origin === 'array' || origin === 'set')
    return { zh: `${zh} ${bound} 项`, en: `must have ${en} ${bound} items` }
  return { zh: side === 'least' ? `不能小于 ${bound}` : `不能大于 ${bound}`, en: `must be ${en} ${bound}` }
}
