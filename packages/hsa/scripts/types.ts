import type { FieldKind, FieldSpec, NodeSpec, TransactionSpec } from '../src/spec.ts'

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
export function interfaces(spec: TransactionSpec): string {
  return [
    ...direction(`Input${spec.infno}`, spec.input, `What ${spec.infno} ${spec.name} asks.`),
    ...direction(`Output${spec.infno}`, spec.output, `What ${spec.infno} ${spec.name} answers.`),
    ...(spec.fileInput ? [row(`FileInput${spec.infno}`, spec.fileInput)] : []),
    ...(spec.fileOutput ? [row(`FileOutput${spec.infno}`, spec.fileOutput)] : []),
  ].join('\n\n')
}

function direction(name: string, nodes: readonly NodeSpec[], about: string): string[] {
  const doc = `/** ${about} */`
  if (nodes.length === 0) return [`${doc}\nexport type ${name} = null`]
  const bare = nodes.find(({ path }) => path === '')
  if (bare)
    return [row(`${name}Fields`, bare), `${doc}\nexport type ${name} = ${typeOf(`${name}Fields`, bare)}`]
  const members = nodes.map((node) => {
    const [first, second] = node.path.split('.') as [string, string | undefined]
    const type = typeOf(nodeName(name, node), node)
    return `readonly ${first}: ${second === undefined ? type : `{ readonly ${second}: ${type} }`}`
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

function row(name: string, { fields }: NodeSpec): string {
  return `export interface ${name} {\n${fields.map(member).join('\n')}\n}`
}

function member({ code, name, kind, required }: FieldSpec): string {
  return `/** ${name} */\nreadonly ${code}${required ? '' : '?'}: ${TYPES[kind]}`
}
