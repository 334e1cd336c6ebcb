/** Writes `src/generated/` from `tables/`: `node packages/hsa/scripts/generate.ts`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { format } from 'prettier'
import type { NodeSpec, TransactionSpec } from '../src/spec.ts'
import { fieldSpec } from './fields.ts'
import { readCodeLists, readTables, readTransactions } from './tables.ts'
import type { Table, TableNode } from './tables.ts'
import { interfaces } from './types.ts'

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
  for (const table of tables) files.set(`t${table.infno}.ts`, transactionFile(specOf(table)))
  files.set('transactions.ts', indexFile(tables))
  files.set('numbers.ts', numbersFile())
  files.set('code-lists.ts', codeListsFile())
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

function transactionFile(spec: TransactionSpec): string {
  const types = interfaces(spec)
  const used = ['Decimal', 'Extension', 'Moment'].filter((name) => new RegExp(`: ${name}\\b`).test(types))
  const kernel = ['Fen', 'PlainDate'].filter((name) => new RegExp(`: ${name}\\b`).test(types))
  return [
    kernel.length > 0 && `import type { ${kernel.join(', ')} } from '@yichuang/kernel'`,
    `import type { ${[...used, 'TransactionSpec'].join(', ')} } from '../spec.ts'`,
    types,
    `/** ${spec.infno} ${spec.name} */\nexport const t${spec.infno}: TransactionSpec = ${JSON.stringify(spec)}`,
  ]
    .filter((line) => line !== false)
    .join('\n\n')
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

function codeListsFile(): string {
  return `/** The code lists (字典) the fields refer to: value to Chinese meaning. Most are open: places add values. */
    export const codeLists: Readonly<Record<string, { readonly name: string; readonly values: Readonly<Record<string, string>> }>> =
    ${JSON.stringify(readCodeLists())}`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(generatedFolder, { recursive: true })
  for (const name of readdirSync(generatedFolder)) rmSync(new URL(name, generatedFolder))
  for (const [name, text] of await generate()) writeFileSync(new URL(name, generatedFolder), text)
}
