/** A named SQL text; `Row` is what one row of its result looks like. Prepared once per connection, under its name. */
export interface Statement<Row> {
  readonly name: string
  readonly sql: string
  /** exists only in the type system, to carry `Row` */
  readonly row?: Row
}

// PostgreSQL cuts names at 63 bytes; two cut names could then share a plan.
const NAME = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/
const LONGEST_NAME = 63

const registry = new Map<string, string>()

/**
 * Registers an SQL statement under a name `module.what-it-does`. Every SQL text of the application is one of these and
 * stands in a `*.queries.ts` file; a test prepares them all against the migrated database.
 */
export function statement<Row = never>(name: string, sql: string): Statement<Row> {
  if (!NAME.test(name) || name.length > LONGEST_NAME)
    throw new Error(
      `Statement name “${name}” is not module.what-it-does in lower case, at most ${LONGEST_NAME}`,
    )
  if (registry.has(name)) throw new Error(`Two statements are called ${name}`)
  registry.set(name, sql)
  return { name, sql }
}

/** Every registered statement, name to text. */
export function allStatements(): ReadonlyMap<string, string> {
  return registry
}
