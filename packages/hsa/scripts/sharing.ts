import type { FieldSpec, NodeSpec, TransactionSpec } from '../src/spec.ts'

/** A list of fields in a file of its own: several nodes have it exactly alike, or its transaction is too long for one file. */
export interface Shared {
  /** `setldetail2206` */
  readonly name: string
  /** `Setldetail2206` */
  readonly type: string
  readonly fields: readonly FieldSpec[]
  /** where it stands: `2206 setldetail` */
  readonly usedBy: readonly string[]
}

/** What the generated files write once and refer to. */
export interface Sharing {
  /** the record of a node, where others have the same */
  recordOf(node: NodeSpec): Shared | undefined
  readonly records: readonly Shared[]
  /** fields that stand in several places, by their code, without `required` */
  readonly fields: ReadonlyMap<string, FieldSpec>
}

/** Fewer fields than this are shorter written out. */
const LEAST_FIELDS = 3
/** More fields than this make a file of more than 400 lines. */
const MOST_FIELDS = 120

interface Found {
  readonly name: string
  readonly fields: readonly FieldSpec[]
  readonly usedBy: string[]
  apart: boolean
}

/** Finds what the tables repeat. */
export function findSharing(specs: readonly TransactionSpec[]): Sharing {
  const byText = new Map<string, Found>()
  for (const spec of specs) {
    const long = nodesOf(spec).reduce((sum, { fields }) => sum + fields.length, 0) > MOST_FIELDS
    for (const node of nodesOf(spec)) {
      const key = JSON.stringify(node.fields)
      const last = node.path.split('.').at(-1) || 'row'
      const known = byText.get(key) ?? {
        name: `${last}${spec.infno}`,
        fields: node.fields,
        usedBy: [],
        apart: false,
      }
      known.usedBy.push(`${spec.infno} ${node.path || 'output'}`)
      known.apart ||= long
      byText.set(key, known)
    }
  }
  const named = new Set<string>()
  const records = new Map<string, Shared>()
  for (const [key, { name: wanted, fields, usedBy, apart }] of byText) {
    if ((usedBy.length < 2 && !apart) || fields.length < LEAST_FIELDS) continue
    const name = named.has(wanted) ? `${wanted}Answer` : wanted
    named.add(name)
    records.set(key, { name, type: name.charAt(0).toUpperCase() + name.slice(1), fields, usedBy })
  }
  return {
    recordOf: (node) => records.get(JSON.stringify(node.fields)),
    records: [...records.values()],
    fields: sharedFields(specs, records),
  }
}

export function nodesOf(spec: TransactionSpec): NodeSpec[] {
  const files = [spec.fileInput, spec.fileOutput].filter((node) => node !== undefined)
  return [...spec.input, ...spec.output, ...files]
}

/** Of each code the form that is met most, if it is met twice; a record counts once. */
function sharedFields(specs: readonly TransactionSpec[], records: ReadonlyMap<string, Shared>) {
  const lists = new Set<readonly FieldSpec[]>()
  for (const node of specs.flatMap(nodesOf))
    lists.add(records.get(JSON.stringify(node.fields))?.fields ?? node.fields)
  const forms = new Map<string, Map<string, number>>()
  for (const field of [...lists].flat()) {
    const counts = forms.get(field.code) ?? new Map<string, number>()
    const text = JSON.stringify(withoutRequired(field))
    counts.set(text, (counts.get(text) ?? 0) + 1)
    forms.set(field.code, counts)
  }
  const fields = new Map<string, FieldSpec>()
  for (const [code, counts] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [text, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))
    if (count > 1) fields.set(code, JSON.parse(text) as FieldSpec)
  }
  return fields
}

/** A field as TypeScript: by its name in `f` where it is shared, else written out. */
export function fieldText(field: FieldSpec, shared: Sharing['fields']): string {
  const base = shared.get(field.code)
  if (!base || JSON.stringify(withoutRequired(field)) !== JSON.stringify(base)) return JSON.stringify(field)
  const name = /^[A-Za-z_]\w*$/.test(field.code) ? `f.${field.code}` : `f[${JSON.stringify(field.code)}]`
  return field.required ? `need(${name})` : name
}

function withoutRequired({ required: _required, ...field }: FieldSpec): FieldSpec {
  return field
}
