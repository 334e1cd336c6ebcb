import { parseResidentId } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import type { FieldSpec } from './spec.ts'

/** Which field says what kind of number another one holds, and the value that makes it an identity number. */
const IDENTITY_NUMBERS = [
  { number: 'certno', kind: ['psn_cert_type', 'cert_type'], identity: '01' },
  { number: 'mdtrt_cert_no', kind: ['mdtrt_cert_type'], identity: '02' },
  { number: 'idNo', kind: ['idType'], identity: '01' },
] as const

/** The codec knows no day; whoever knows the day of care also refuses a birth after it. */
const ANY_DAY = '2199-12-31' as PlainDate

/**
 * Checks every number that says it is a citizen's identity number, and writes it with 18 characters and a capital X.
 * Returns the field that is wrong. A wrong digit would find nobody, or somebody else.
 */
export function checkPapers(
  fields: readonly FieldSpec[],
  row: Record<string, unknown>,
): FieldSpec | undefined {
  for (const { number, kind, identity } of IDENTITY_NUMBERS) {
    const given = row[number]
    if (typeof given !== 'string' || !kind.some((field) => row[field] === identity)) continue
    const read = parseResidentId(given, { notAfter: ANY_DAY })
    if (!read.ok) return fields.find(({ code }) => code === number)
    row[number] = read.value.id
  }
  return undefined
}
