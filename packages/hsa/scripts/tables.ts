import { readFileSync, readdirSync } from 'node:fs'

/** A field as the tables hold it; `tables/README.md` explains the keys. */
export interface TableField {
  readonly code: string
  readonly name: string
  readonly type: string
  readonly nationalLength?: number
  readonly list?: string
  readonly required?: 'always' | 'Hunan' | 'national'
  readonly only?: 'Hunan' | 'national'
  readonly negative?: true
  readonly aliases?: readonly string[]
}

export interface TableNode {
  readonly node: string
  readonly list: boolean
  readonly fields: readonly TableField[]
}

export interface Table {
  readonly infno: string
  readonly name: string
  readonly sources: 1 | 2
  readonly input: readonly TableNode[]
  readonly output: readonly TableNode[]
  readonly fileInput?: TableNode
  readonly fileOutput?: TableNode
}

export interface Transactions {
  readonly sameAs: Readonly<Record<string, string>>
  readonly paths: Readonly<Record<string, readonly string[]>>
}

export type CodeLists = Readonly<
  Record<string, { readonly name: string; readonly values: Readonly<Record<string, string>> }>
>

const folder = new URL('../tables/', import.meta.url)

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

/** Every transaction's table, by number. */
export function readTables(): Table[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4,6}[A-Z]?\.json$/.test(name))
    .sort()
    .map((name) => readJson(name) as Table)
}

export function readTransactions(): Transactions {
  return readJson('transactions.json') as Transactions
}

export function readCodeLists(): CodeLists {
  return readJson('code-lists.json') as CodeLists
}
