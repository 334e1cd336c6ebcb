/** A process of its own that makes or books a payment run, to be killed in the middle. Started by kill.test.ts. */
import path from 'node:path'
import { inTransaction, openDatabase } from '../../../platform/db.ts'
import type { StaffCaller } from '../../../platform/http/caller.ts'
import { openPacks } from '../../catalogue/index.ts'
import { openCases, requester } from '../../cases/index.ts'
import { claimHandler } from '../../claims/index.ts'
import { createRun, findRun, importReturn } from '../index.ts'

export interface Order {
  readonly socketDir: string
  readonly user: string
  readonly database: string
  readonly caller: StaffCaller
  readonly at: string
  readonly officeId: string
  /** books this file on this run; makes a run when absent */
  readonly book?: { readonly runId: string; readonly file: string }
}

const order = JSON.parse(process.argv[2]!) as Order
const { socketDir, user, database: name, caller, at, officeId, book } = order
const database = openDatabase({ socketDir, user, database: name })
const packs = await openPacks(
  database.db,
  path.join(import.meta.dirname, '../../../../../../policy-packs'),
  new Date(at),
)
openCases({ packs, handlers: { claim: claimHandler }, parts: {} })
const who = requester(caller, new Date(at), 'zh')

await inTransaction(database.forRegion('330600'), async (db) => {
  if (!book) return createRun(db, who, { officeId })
  const run = (await findRun(db, book.runId, true))!
  return importReturn(db, who, run, { name: 'return.csv', bytes: Buffer.from(book.file) })
})
await database.close()
