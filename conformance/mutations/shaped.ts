import { codeLists, transactions, type FieldSpec } from '@yichuang/hsa'
import type { Random } from '../../apps/server/src/demo/random.ts'

/** An input in the shape its field table demands: for numbers nobody has written by hand here. */
export function shaped(
  infno: string,
  facts: Readonly<Record<string, string>>,
  random: Random,
): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  const spec = transactions[infno as keyof typeof transactions]
  for (const { path, rows, fields } of spec.input) {
    const row = Object.fromEntries(
      fields
        .filter(({ required }) => required || random.chance(0.5))
        .map((field) => [field.code, facts[field.code] ?? valueOf(field, random)]),
    )
    if (path === '') Object.assign(input, row)
    else input[path] = rows ? [row] : row
  }
  return input
}

function valueOf({ kind, list, size = 10 }: FieldSpec, random: Random): unknown {
  switch (kind) {
    case 'money':
      return `${random.int(0, 500)}.00`
    case 'decimal':
    case 'whole':
      return String(random.int(0, 9))
    case 'day':
      return '2020-10-15'
    case 'moment':
      return '2020-10-15 10:00:00'
    case 'code':
    case 'flag':
      return random.pick(Object.keys((list && codeLists[list]?.values) || { 1: '' }))
    case 'extension':
      return ''
    case 'paper':
      return '330602197001010013'
    default:
      return '测试A1'.slice(0, size)
  }
}
