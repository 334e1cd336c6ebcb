import { parsePlainDate, parseYuan } from '@yichuang/kernel'
import { codeLists } from './generated/code-lists.ts'
import type { Problem } from './faults.ts'
import { isObject, parseJson } from './json.ts'
import type { FieldSpec, FieldValue } from './spec.ts'

/** A value, nothing (the field is empty), or what is wrong with it. */
export type Read = { readonly value?: FieldValue } | { readonly problem: Problem }

const EMPTY: Read = {}
const ID = /^[A-Za-z0-9_-]{1,30}$/
/** Control characters a name never has; a line break or tab may stand in a description. */
// oxlint-disable-next-line no-control-regex
export const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
/** Names longer than printed are real; what no register could hold is not. */
const LONGEST_TEXT = 500
const DAY = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?)?$/

/** Empty in every way real clients write it. */
export function isEmpty(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true
  if (typeof raw !== 'string') return false
  const text = raw.trim()
  return text === '' || text === 'null' || text === 'NULL'
}

/** Reads one field as its kind says. `negative` allows amounts below nothing whatever the field says. */
export function readValue(field: FieldSpec, raw: unknown, negative: boolean): Read {
  if (field.kind === 'raw') return readRaw(raw)
  if (isEmpty(raw)) return EMPTY
  if (field.kind === 'extension') return readExtension(raw)
  const text = plainText(field, raw)
  if (text === undefined) return { problem: problemOf(field) }
  switch (field.kind) {
    case 'money':
      return readMoney(text, negative || field.negative === true)
    case 'decimal':
      return readDecimal(field, text, negative || field.negative === true)
    case 'whole':
      return readWhole(field, text, negative || field.negative === true)
    case 'day':
      return readDay(text, false)
    case 'moment':
      return readDay(text, true)
    case 'id':
      return ID.test(text) ? { value: text } : { problem: 'id' }
    case 'paper':
      return text.length > 200 || UNSEEN.test(text) || !text.isWellFormed()
        ? { problem: 'paper' }
        : { value: text }
    case 'flag':
      return readFlag(field, text)
    case 'code':
      return text.length > 64 || UNSEEN.test(text) || !text.isWellFormed()
        ? { problem: 'text' }
        : { value: listed(field, text) }
    default:
      return readText(field, text)
  }
}

/** Whatever JSON was sent, as long as every text in it can be stored. Walked without recursion: it may lie deep. */
function readRaw(raw: unknown): Read {
  if (raw === undefined || raw === null) return EMPTY
  const left: unknown[] = [raw]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string' && (UNSEEN.test(one) || !one.isWellFormed())) return { problem: 'text' }
    if (Array.isArray(one)) for (const inner of one) left.push(inner)
    else if (isObject(one)) for (const [key, inner] of Object.entries(one)) left.push(key, inner)
  }
  return { value: raw as FieldValue }
}

/** Two values of one field mean the same: spellings of a key may repeat each other. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

function plainText({ kind }: FieldSpec, raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw.trim()
  // A whole number a double cannot hold has lost its last digits before it came here.
  if (typeof raw === 'number')
    return Number.isFinite(raw) && (!Number.isInteger(raw) || Number.isSafeInteger(raw))
      ? String(raw)
      : undefined
  // A yes or no of no consequence may come as a boolean; an amount or a key never.
  if (typeof raw === 'boolean' && kind === 'code') return raw ? '1' : '0'
  return undefined
}

function problemOf({ kind }: FieldSpec): Problem {
  if (kind === 'money' || kind === 'id' || kind === 'paper' || kind === 'flag') return kind
  if (kind === 'decimal' || kind === 'whole') return 'number'
  return kind === 'day' || kind === 'moment' ? 'date' : 'text'
}

/** Zeros beyond the second decimal change nothing: `12.3000` is how a decimal type prints itself. */
function readMoney(text: string, negative: boolean): Read {
  const amount = parseYuan(text.replace(/(\.\d\d)0+$/, '$1'))
  if (amount === undefined) return { problem: 'money' }
  return amount < 0 && !negative ? { problem: 'negative' } : { value: amount }
}

function readDecimal({ size = 16, scale = 6 }: FieldSpec, text: string, negative: boolean): Read {
  const match = /^(-?)0*(\d+)(?:\.(\d+?)0*)?$/.exec(text)
  if (!match) return { problem: 'number' }
  const whole = match[2]!
  const fraction = match[3] === '0' ? '' : (match[3] ?? '')
  if (whole.length > Math.max(size - scale, 1) || fraction.length > scale) return { problem: 'number' }
  const digits = `${whole}${fraction && `.${fraction}`}`
  const below = match[1] === '-' && /[1-9]/.test(digits)
  if (below && !negative) return { problem: 'negative' }
  return { value: below ? `-${digits}` : digits }
}

function readWhole({ size = 15 }: FieldSpec, text: string, negative: boolean): Read {
  const match = /^(-?\d{1,15})(?:\.0+)?$/.exec(text)
  if (!match) return { problem: 'number' }
  const number = Number(match[1])
  if (String(Math.abs(number)).length > size) return { problem: 'number' }
  if (number < 0 && !negative) return { problem: 'negative' }
  return { value: number === 0 ? 0 : number }
}

/** A time in a day field is dropped, a day in a time field is kept as it is: clients send both. */
function readDay(text: string, withTime: boolean): Read {
  const match = DAY.exec(text)
  const day = match && parsePlainDate(match[1]!)
  if (!match || day === undefined || day === null) return { problem: 'date' }
  const [hour, minute, second = '00'] = [match[2], match[3], match[4]]
  if (hour === undefined || minute === undefined) return { value: day }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { problem: 'date' }
  return { value: withTime ? `${day} ${hour}:${minute}:${second}` : day }
}

function readText({ size = 0 }: FieldSpec, text: string): Read {
  const good = text.length <= Math.max(size, LONGEST_TEXT) && !UNSEEN.test(text) && text.isWellFormed()
  return good ? { value: text } : { problem: 'text' }
}

function readFlag(field: FieldSpec, text: string): Read {
  const value = listed(field, text)
  const list = field.list === undefined ? undefined : codeLists[field.list]
  return list && Object.hasOwn(list.values, value) ? { value } : { problem: 'flag' }
}

/** The value as its list writes it: clients drop a leading zero (`1` for `01`) or add one (`01` for `1`). */
function listed({ list }: FieldSpec, text: string): string {
  const values = list === undefined ? undefined : codeLists[list]?.values
  if (!values || Object.hasOwn(values, text)) return text
  if (Object.hasOwn(values, `0${text}`)) return `0${text}`
  const bare = text.replace(/^0(?=.)/, '')
  return Object.hasOwn(values, bare) ? bare : text
}

function readExtension(raw: unknown): Read {
  if (isObject(raw)) return { value: raw }
  if (typeof raw !== 'string') return Array.isArray(raw) ? { value: { rows: raw } } : { value: String(raw) }
  const inner = raw.trimStart().startsWith('{') ? parseJson(raw) : undefined
  return { value: isObject(inner) ? inner : raw }
}
