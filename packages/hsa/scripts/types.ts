import type { FieldKind, FieldSpec, NodeSpec, TransactionSpec } from '../src/spec.ts'
import type { Shared, Sharing } from './sharing.ts'

const TYPES: Readonly<Record<FieldKind, string>> = {
  money: 'Fen',
  decimal: 'Decimal',
  whole: 'number',
  day: 'PlainDate',
  moment: 'Moment',
  id: 'string',
  paper: 'string',
  code: 'string',
  flag: 'string',
  text: 'string',
  extension: 'Extension',
  raw: 'unknown',
}

/** The interfaces of a transaction in both directions, as TypeScript text. */
export function interfaces(spec: TransactionSpec, sharing: Sharing): string {
  const { infno, name, fileInput, fileOutput } = spec
  const row: Row = (type, node) => {
    const record = sharing.recordOf(node)
    return record ? `export type ${type} = ${record.type}` : rowText(type, node.fields)
  }
  return [
    ...direction(`Input${infno}`, spec.input, `What ${infno} ${name} asks.`, row),
    ...direction(`Output${infno}`, spec.output, `What ${infno} ${name} answers.`, row),
    ...(fileInput ? [row(`FileInput${infno}`, fileInput)] : []),
    ...(fileOutput ? [row(`FileOutput${infno}`, fileOutput)] : []),
  ].join('\n\n')
}

/** The interface of a record that several nodes have alike. */
export function recordInterface({ type, fields, usedBy }: Shared): string {
  return `/** Of ${usedBy.join(', ')}. */\n${rowText(type, fields)}`
}

type Row = (type: string, node: NodeSpec) => string

function direction(name: string, nodes: readonly NodeSpec[], about: string, row: Row): string[] {
  const doc = `/** ${about} */`
  if (nodes.length === 0) return [`${doc}\nexport type ${name} = null`]
  const bare = nodes.find(({ path }) => path === '')
  if (bare)
    return [row(`${name}Fields`, bare), `${doc}\nexport type ${name} = ${typeOf(`${name}Fields`, bare)}`]
  const firsts = Map.groupBy(nodes, ({ path }) => path.split('.')[0]!)
  const members = [...firsts].map(([first, under]) => {
    const own = under.filter(({ path }) => path === first).map((node) => typeOf(nodeName(name, node), node))
    const inner = under
      .filter(({ path }) => path !== first)
      .map((node) => `readonly ${node.path.split('.')[1]!}: ${typeOf(nodeName(name, node), node)}`)
    const parts = inner.length === 0 ? own : [...own, `{ ${inner.join('; ')} }`]
    return `readonly ${first}: ${parts.join(' & ')}`
  })
  return [
    ...nodes.map((node) => row(nodeName(name, node), node)),
    `${doc}\nexport interface ${name} {\n${members.join('\n')}\n}`,
  ]
}

function typeOf(name: string, { rows }: NodeSpec): string {
  return rows ? `readonly ${name}[]` : name
}

function nodeName(name: string, { path }: NodeSpec): string {
  const last = path.split('.').at(-1)!
  return name + last.charAt(0).toUpperCase() + last.slice(1)
}

function rowText(name: string, fields: readonly FieldSpec[]): string {
  return `export interface ${name} {\n${fields.map(member).join('\n')}\n}`
}

function member({ code, name, kind, required }: FieldSpec): string {
  return `/** ${name} */\nreadonly ${code}${required ? '' : '?'}: ${TYPES[kind]}`
}
