import {
  parseCaseNumber,
  parseCreditCode,
  parseItemCode,
  parseRegion,
  parseResidentId,
  type Parsed,
  type PlainDate,
} from '@yichuang/kernel'
import type { Language } from '../../platform/problem.ts'
import { localeOf } from '../catalogue/index.ts'

export type CheckKind = 'resident-id' | 'credit-code' | 'region' | 'item-code' | 'case-number'

const parsers: Readonly<Record<CheckKind, (value: string, today: PlainDate) => Parsed<unknown>>> = {
  'resident-id': (value, today) => parseResidentId(value, { notAfter: today }),
  'credit-code': parseCreditCode,
  region: parseRegion,
  'item-code': parseItemCode,
  'case-number': parseCaseNumber,
}

/** What a code says, or what is wrong with it, where, and how to mend it. */
export function checkTool(kind: CheckKind, value: string, today: PlainDate, language: Language) {
  const read = parsers[kind](value, today)
  if (read.ok) return { valid: true, faults: [], parts: partsOf(read.value) }
  const { code, sentences } = read.fault
  return {
    valid: false,
    faults: [{ path: 'value', code, message: sentences[localeOf(language)] }],
    parts: {},
  }
}

function partsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return { value: String(value) }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean')
      .map(([name, part]) => [name, String(part)]),
  )
}
