/** A JSON Schema as the rule files have them: draft 7 without references. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly format?: string
  readonly description?: string
}
export type Path = readonly (string | number)[]
export type Fields = Readonly<Record<string, unknown>>

/** How a value is filled in. */
export type Shape =
  | 'choice'
  | 'switch'
  | 'yes-no'
  | 'fixed'
  | 'whole'
  | 'number'
  | 'day'
  | 'words'
  | 'text'
  | 'source'
  | 'names'
  | 'choices'
  | 'list'
  | 'record'
  | 'fields'
  | 'either'
  | 'none-or'

const TWO_LANGUAGES = 'en zh'
const CITED = 'clause document quote'

export function shapeOf(schema: Schema): Shape {
  const types = [schema.type ?? []].flat()
  if (schema.const === true) return 'switch'
  if (schema.const !== undefined) return 'fixed'
  if (schema.enum) return 'choice'
  const branches = schema.anyOf ?? schema.oneOf
  if (branches) return branches.some(({ type }) => type === 'null') ? 'none-or' : 'either'
  if (types.includes('array')) {
    if (schema.items?.enum) return 'choices'
    return schema.items?.properties ? 'list' : 'names'
  }
  if (schema.properties) {
    const fields = Object.keys(schema.properties).toSorted().join(' ')
    if (fields === TWO_LANGUAGES) return 'words'
    return fields === CITED ? 'source' : 'fields'
  }
  if (types.includes('object')) return 'record'
  if (types.length === 1 && types[0] === 'boolean') return 'yes-no'
  if (types.length === 1 && types[0] === 'integer') return 'whole'
  if (schema.format === 'date') return 'day'
  return types.includes('number') && !types.includes('boolean') ? 'number' : 'text'
}

/** Whether a value takes a line of its own rather than a cell of a row. */
export function isWide(schema: Schema): boolean {
  return ['words', 'source', 'list', 'record', 'fields', 'either', 'none-or', 'choices', 'names'].includes(
    shapeOf(schema),
  )
}

/** Of several shapes that of the value: the one whose fixed `kind` it names, or the first that has all its fields. */
export function branchOf(schema: Schema, value: unknown): Schema {
  const branches = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null')
  const fields = isFields(value) ? value : {}
  return (
    branches.find((branch) => kindOf(branch) !== undefined && kindOf(branch) === fields['kind']) ??
    branches.find((branch) => Object.keys(fields).every((key) => branch.properties?.[key])) ??
    branches[0]!
  )
}

/** The fixed `kind` by which a shape is told from the others. */
export function kindOf({ properties }: Schema): string | undefined {
  const kind = properties?.['kind']?.const
  return typeof kind === 'string' ? kind : undefined
}

/** What a new value begins with: nothing but the fields that must be there. */
export function blank(schema: Schema): unknown {
  switch (shapeOf(schema)) {
    case 'switch':
      return true
    case 'fixed':
      return schema.const
    case 'list':
    case 'names':
    case 'choices':
      return []
    case 'words':
      return { zh: '', en: '' }
    case 'source':
      return { document: '', clause: '', quote: '' }
    case 'none-or':
      return null
    case 'either':
      return blank(branchOf(schema, {}))
    case 'fields':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, blank(schema.properties![key]!)] as const),
      )
    case 'record':
      return {}
    default:
      return ''
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value with another one at a path; `undefined` takes the field away. */
export function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(root)) {
    const items: unknown[] = root
    if (rest.length === 0 && value === undefined) return items.filter((_, place) => place !== key)
    return items.map((item, place) => (place === key ? withValue(item, rest, value) : item))
  }
  const fields = isFields(root) ? root : {}
  const inner = rest.length === 0 ? value : withValue(fields[key], rest, value)
  if (inner !== undefined) return { ...fields, [key]: inner }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== String(key)))
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], root)
}

/** What is sent: without fields that were left empty, so that the answer says they are missing. */
export function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== '' && inner !== undefined)
      .map(([key, inner]) => [key, filledIn(inner)]),
  )
}

/** A number where what was typed is one, as people write it in a rule file. */
export function typed(text: string): string | number {
  return text !== '' && String(Number(text)) === text ? Number(text) : text
}

export const nameOf = (path: Path): string => `rule-${path.join('.')}`
