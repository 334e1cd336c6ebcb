import type { ClaimContent, MaterialSlot } from '@yichuang/contracts'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { canonicalJson } from '../../platform/crypto.ts'
import type { Language } from '../../platform/problem.ts'
import type { GapRow, Seen } from './case-row.ts'
import type { HandlerCheck } from './handler.ts'

type Slot = z.output<typeof MaterialSlot>

/** Every gap the system can see: required materials without a file, and faults of the form. */
export function gapsOf(slots: readonly Slot[], faults: HandlerCheck['faults'], language: Language): GapRow[] {
  const missing = slots
    .filter(({ required, files, laterUntil }) => required && files.length === 0 && laterUntil === undefined)
    .map(({ materialId, name, note }) => ({
      materialId,
      field: null,
      text:
        (language === 'zh' ? `缺少材料：${name}` : `Missing: ${name}`) + (note === null ? '' : ` (${note})`),
    }))
  const faulty = faults.map(({ path, message }) => ({
    materialId: null,
    field: path,
    text: message.slice(0, 500),
  }))
  return [...missing, ...faulty]
}

/** What can be seen of a case now; kept with a notice, so that a later one can be judged by it. */
export function seenNow(slots: readonly Slot[], content: ClaimContent): Seen {
  const { bills, ...rest } = content
  const parts: [string, unknown][] = [
    ...Object.entries(rest),
    ...bills.map((bill, index): [string, unknown] => [`bills.${index}`, bill]),
  ]
  return {
    materials: Object.fromEntries(
      slots.map(({ materialId, files }) => [materialId, files.map(({ fileId }) => fileId)]),
    ),
    fields: Object.fromEntries(parts.map(([part, value]) => [part, digest(value)])),
  }
}

/**
 * Whether a gap could have been told at the earlier notice: what it is about was there then and is unchanged. A gap tied
 * to no material and no field cannot be told from an old one, so the doubt is the agency's.
 */
export function wasKnowable({ materialId, field }: GapRow, before: Seen, now: Seen): boolean {
  if (materialId !== null) {
    const then = before.materials[materialId]
    return then !== undefined && (now.materials[materialId] ?? []).every((file) => then.includes(file))
  }
  if (field === null) return true
  const part = partOf(field)
  if (part === 'bills') return JSON.stringify(billsIn(before)) === JSON.stringify(billsIn(now))
  return before.fields[part] === now.fields[part]
}

/** `bills.0.amount` belongs to `bills.0`, `visit.from` to `visit`. */
function partOf(field: string): string {
  const [first = '', second] = field.split('.')
  return first === 'bills' && second !== undefined && /^\d+$/.test(second) ? `bills.${second}` : first
}

function billsIn({ fields }: Seen): [string, string][] {
  return Object.entries(fields).filter(([part]) => part.startsWith('bills.'))
}

function digest(value: unknown): string {
  return createHash('sm3').update(canonicalJson(value)).digest('hex').slice(0, 16)
}
