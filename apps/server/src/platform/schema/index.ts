import pg from 'pg'
import { driverOptions } from '../db.ts'
import type { Connection } from '../postgres/index.ts'
import { readCatalogue } from './catalogue.ts'
import { dumpSchema } from './dump.ts'

export { readCatalogue, type Catalogue } from './catalogue.ts'

/** The schema of a database as SQL; see `dumpSchema`. */
export async function schemaOf(connection: Connection): Promise<string> {
  const client = new pg.Client(driverOptions(connection))
  await client.connect()
  try {
    return dumpSchema(await readCatalogue(client))
  } finally {
    await client.end()
  }
}
