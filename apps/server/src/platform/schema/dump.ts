import type { Catalogue, Column, Table } from './catalogue.ts'
import { APP_ROLE } from '../postgres/index.ts'

/**
 * The schema as SQL, made from what the database says about itself: for reviewers, and to see in a diff what a migration
 * changed. It is never executed; migrations are.
 */
export function dumpSchema(catalogue: Catalogue): string {
  const parts = catalogue.schemas.map(({ name, granted }) =>
    [`create schema ${name};`, ...(granted ? [`grant usage on schema ${name} to ${APP_ROLE};`] : [])].join(
      '\n',
    ),
  )
  return [
    '-- The schema of a fresh database. Generated: npx yichuang schema --write',
    ...parts,
    ...catalogue.enums.map((name) => `create type ${name} as enum (…);`),
    ...catalogue.tables.map((table) => dumpTable(table, catalogue)),
    '',
  ].join('\n\n')
}

function dumpTable(table: Table, { columns, constraints, indexes }: Catalogue): string {
  const own = <T extends { readonly table: string }>(items: readonly T[]) =>
    items.filter((item) => item.table === table.name)
  const lines = [
    ...own(columns).map(dumpColumn),
    ...own(constraints).map(({ name, definition }) => `constraint ${name} ${definition}`),
  ]
  return [
    `create table ${table.name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);`,
    ...(table.comment === null
      ? []
      : [`comment on table ${table.name} is '${table.comment.replaceAll("'", "''")}';`]),
    ...own(indexes).map(({ definition }) => `${definition};`),
    ...(table.granted.length === 0
      ? []
      : [`grant ${table.granted.join(', ')} on ${table.name} to ${APP_ROLE};`]),
  ].join('\n')
}

function dumpColumn(column: Column): string {
  const parts = [column.name, column.type]
  if (column.notNull) parts.push('not null')
  if (column.default !== null) parts.push(`default ${column.default}`)
  return parts.join(' ')
}
