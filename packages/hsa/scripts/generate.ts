/** Writes `src/generated/` from `tables/`: `node packages/hsa/scripts/generate.ts`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { format } from 'prettier'
import type { FieldSpec, NodeSpec, TransactionSpec } from '../src/spec.ts'
import { fieldSpec } from './fields.ts'
import { fieldText, findSharing, nodesOf, type Shared, type Sharing } from './sharing.ts'
import { readCodeLists, readTables, readTransactions } from './tables.ts'
import type { Table, TableNode } from './tables.ts'
import { interfaces, recordInterface } from './types.ts'

const MADE = '// Made by scripts/generate.ts from tables/; do not edit.\n'
const STYLE = {
  parser: 'typescript',
  semi: false,
  singleQuote: true,
  printWidth: 110,
  trailingComma: 'all',
} as const

export const generatedFolder = new URL('../src/generated/', import.meta.url)

/** Every generated file by its name below `src/generated/`, formatted. */
export async function generate(): Promise<Map<string, string>> {
  const tables = readTables()
  const files = new Map<string, string>()
  const specs = tables.map(specOf)
  const sharing = findSharing(specs)
  for (const spec of specs) files.set(`t${spec.infno}.ts`, transactionFile(spec, sharing))
  for (const record of sharing.records) files.set(`record-${record.name}.ts`, recordFile(record, sharing))
  inParts(files, 'fields', 'f', FIELD_TYPE, [...sharing.fields], FIELDS_A_FILE)
  files.set('transactions.ts', indexFile(tables))
  files.set('numbers.ts', numbersFile())
  inParts(files, 'code-lists', 'codeLists', LIST_TYPE, Object.entries(readCodeLists()), LISTS_A_FILE)
  for (const [name, text] of files) files.set(name, await format(MADE + text, STYLE))
  return files
}

function specOf(table: Table): TransactionSpec {
  return {
    infno: table.infno,
    name: table.name,
    input: table.input.map(nodeSpec),
    output: table.output.map(nodeSpec),
    ...(table.fileInput && { fileInput: nodeSpec({ ...table.fileInput, node: '', list: true }) }),
    ...(table.fileOutput && { fileOutput: nodeSpec({ ...table.fileOutput, node: '', list: true }) }),
  }
}

function nodeSpec({ node, list, fields }: TableNode): NodeSpec {
  return { path: node, rows: list, fields: fields.map(fieldSpec) }
}

function transactionFile(spec: TransactionSpec, sharing: Sharing): string {
  const types = interfaces(spec, sharing)
  const records = [...new Set(nodesOf(spec).flatMap((node) => sharing.recordOf(node) ?? []))]
  const { fileInput, fileOutput } = spec
  const node = (one: NodeSpec) => nodeText(one, sharing)
  const body = `{
    infno: '${spec.infno}',
    name: ${JSON.stringify(spec.name)},
    input: [${spec.input.map(node).join(',')}],
    output: [${spec.output.map(node).join(',')}],
    ${fileInput ? `fileInput: ${node(fileInput)},` : ''}
    ${fileOutput ? `fileOutput: ${node(fileOutput)},` : ''}
  }`
  return [
    ...importsOf(types, body, ['TransactionSpec']),
    ...records.map(
      ({ name, type }) =>
        `import { ${name} } from './record-${name}.ts'\nimport type { ${type} } from './record-${name}.ts'`,
    ),
    types,
    `/** ${spec.infno} ${spec.name} */\nexport const t${spec.infno}: TransactionSpec = ${body}`,
  ].join('\n\n')
}

function nodeText(node: NodeSpec, sharing: Sharing): string {
  const record = sharing.recordOf(node)
  const fields = record ? record.name : fieldsText(node.fields, sharing)
  return `{ path: '${node.path}', rows: ${node.rows}, fields: ${fields} }`
}

function fieldsText(fields: readonly FieldSpec[], sharing: Sharing): string {
  return `[${fields.map((field) => fieldText(field, sharing.fields)).join(',')}]`
}

function recordFile(record: Shared, sharing: Sharing): string {
  const types = recordInterface(record)
  const body = fieldsText(record.fields, sharing)
  return [
    ...importsOf(types, body, ['FieldSpec']),
    types,
    `export const ${record.name}: readonly FieldSpec[] = ${body}`,
  ].join('\n\n')
}

function importsOf(types: string, body: string, always: readonly string[]): string[] {
  const usedIn = (name: string) => new RegExp(`: ${name}\\b`).test(types)
  const kernel = ['Fen', 'PlainDate'].filter(usedIn)
  const values = [/\bneed\(/.test(body) && 'need', /\bf[.[]/.test(body) && 'f'].filter((one) => one !== false)
  const spec = [...['Decimal', 'Extension', 'Moment'].filter(usedIn), ...always]
  return [
    ...(kernel.length > 0 ? [`import type { ${kernel.join(', ')} } from '@yichuang/kernel'`] : []),
    ...(values.includes('need') ? [`import { need } from '../spec.ts'`] : []),
    `import type { ${spec.join(', ')} } from '../spec.ts'`,
    ...(values.includes('f') ? [`import { f } from './fields.ts'`] : []),
  ]
}

/** Prettier needs up to nine lines for an entry; a file has at most 400. */
const [FIELDS_A_FILE, LISTS_A_FILE] = [75, 25]
const FIELD_TYPE = {
  about: 'Fields that stand in several places, none of them required by itself.',
  type: 'FieldSpec',
  from: '../spec.ts',
}
const LIST_TYPE = {
  about:
    'The code lists (字典) the fields refer to: value to Chinese meaning. Most are open: places add values.',
  type: 'CodeList',
  from: '../spec.ts',
}

/** An object too long for one file: parts, and one file that joins them. */
function inParts(
  files: Map<string, string>,
  file: string,
  name: string,
  { about, type, from }: typeof FIELD_TYPE,
  entries: readonly (readonly [string, unknown])[],
  most: number,
): void {
  const parts: string[] = []
  for (let at = 0; at < entries.length; at += most) {
    const part = `${file}-${parts.length + 1}`
    parts.push(part)
    const object = JSON.stringify(Object.fromEntries(entries.slice(at, at + most)))
    files.set(
      `${part}.ts`,
      `import type { ${type} } from '${from}'\nexport const part${parts.length} = ${object} satisfies Record<string, ${type}>`,
    )
  }
  files.set(
    `${file}.ts`,
    [
      `import type { ${type} } from '${from}'`,
      ...parts.map((part, index) => `import { part${index + 1} } from './${part}.ts'`),
      `/** ${about} */`,
      file === 'fields'
        ? `export const ${name} = { ${parts.map((_, index) => `...part${index + 1}`).join(', ')} } satisfies Record<string, ${type}>`
        : `export const ${name}: Readonly<Record<string, ${type}>> = { ${parts.map((_, index) => `...part${index + 1}`).join(', ')} }`,
    ].join('\n'),
  )
}

function indexFile(tables: readonly Table[]): string {
  const numbers = tables.map(({ infno }) => infno)
  return [
    `import type { TransactionSpec } from '../spec.ts'`,
    ...numbers.map(
      (n) => `import { t${n} } from './t${n}.ts'\nimport type { Input${n}, Output${n} } from './t${n}.ts'`,
    ),
    `/** What each transaction carries once read. */\nexport interface Messages {`,
    ...numbers.map((n) => `'${n}': { readonly input: Input${n}; readonly output: Output${n} }`),
    '}',
    '/** The number of a transaction (交易编号) the codec knows. */\nexport type Infno = keyof Messages',
    `export const transactions: Readonly<Record<Infno, TransactionSpec>> = {`,
    ...numbers.map((n) => `'${n}': t${n},`),
    '}',
  ].join('\n')
}

function numbersFile(): string {
  const { sameAs, paths } = readTransactions()
  return `/** Numbers whose nodes are those of another. */
    export const sameAs: Readonly<Record<string, string>> = ${JSON.stringify(sameAs)}
    /** The known service paths below /fsi/api/, and the number each one serves. */
    export const servicePaths: Readonly<Record<string, string>> = ${JSON.stringify(
      Object.fromEntries(Object.entries(paths).flatMap(([n, all]) => all.map((path) => [path, n]))),
    )}`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(generatedFolder, { recursive: true })
  for (const name of readdirSync(generatedFolder)) rmSync(new URL(name, generatedFolder))
  for (const [name, text] of await generate()) writeFileSync(new URL(name, generatedFolder), text)
}
