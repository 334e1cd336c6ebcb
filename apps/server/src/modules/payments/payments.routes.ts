import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Deps } from '../../platform/deps.ts'
import { inTransaction, violatedConstraint, type Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { NotAllowed, RequestTooLarge } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { asking, payable } from '../cases/index.ts'
import { getOffice, mayActAt } from '../organisations/index.ts'
import { exportRun } from './export.service.ts'
import { importReturn } from './import.service.ts'
import { PaidAlready, RunNotFound } from './payments.problems.ts'
import { cancelRun, createRun } from './run.service.ts'
import { duesBelow, findRun, listRuns, runView, wholeRun } from './run-view.service.ts'

export type PaymentsDeps = Pick<Deps, 'database' | 'clock' | 'once' | 'cipher'>

const READERS: readonly StaffRole[] = ['finance', 'supervisor', 'auditor']
/** A return file of 5,000 lines is half a megabyte. */
const MOST_BYTES = 4_000_000

export function paymentsRoutes(app: FastifyInstance, deps: PaymentsDeps): void {
  const { database, once } = deps

  route(app, api.readyToPay, async (call) => {
    const db = await officeDb(call.caller, call.query.officeId, ['finance', 'supervisor'])
    const [found, dues] = await Promise.all([
      payable(db, asking(deps, call), call.query),
      duesBelow(db, call.query.officeId),
    ])
    return { ...found, dues }
  })
  route(app, api.listRuns, async ({ caller, query }) =>
    listRuns(await officeDb(caller, query.officeId, READERS), query),
  )
  route(app, api.getRun, async ({ caller, params, query }) => {
    const db = database.forRegion(query.regionCode)
    return wholeRun(db, await seen(db, caller, await findRun(db, params.runId), READERS))
  })
  route(app, api.createRun, async (call) => {
    const { officeId, caseIds, regionCode } = call.body
    const db = await officeDb(call.caller, officeId, ['finance'])
    if (db.regionCode !== regionCode) throw NotAllowed()
    return once(db, call.request, async (db) =>
      runView(db, await createRun(db, asking(deps, call), { officeId, caseIds })),
    ).catch(asPaidAlready)
  })
  route(app, api.cancelRun, async (call) => {
    const { regionCode, version } = call.body
    return once(database.forRegion(regionCode), call.request, async (db) => {
      const run = await locked(db, call.caller, call.params.runId)
      return runView(db, await cancelRun(db, asking(deps, call), run, version))
    })
  })
  route(app, api.exportRun, async (call) => {
    const content = await inTransaction(database.forRegion(call.body.regionCode), async (db) => {
      const run = await locked(db, call.caller, call.params.runId)
      return { number: run.number, file: await exportRun(db, asking(deps, call), run, deps.cipher) }
    })
    return {
      content: Buffer.from(content.file, 'utf8'),
      type: 'text/csv; charset=utf-8',
      downloadAs: `${content.number}.csv`,
    }
  })
  route(app, api.importReturn, async (call) => {
    const { fileName, stream } = await call.upload()
    const bytes = await readReturnFile(stream)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const work = async (db: Db) => {
      const run = await locked(db, call.caller, call.params.runId)
      return runView(db, await importReturn(db, asking(deps, call), run, { name: fileName, bytes }))
    }
    return once(database.forRegion(call.query.regionCode), call.request, work, hash)
  })

  /** The rows of an office's region, for a caller who holds one of the roles there or above. */
  async function officeDb(caller: Caller, officeId: string, roles: readonly StaffRole[]): Promise<Db> {
    const { regionCode } = await getOffice(database.db, officeId)
    if (!(await mayActAt(database.db, caller, roles, officeId))) throw NotAllowed()
    return database.forRegion(regionCode)
  }

  async function locked(db: Db, caller: Caller, runId: string) {
    return seen(db, caller, await findRun(db, runId, true), ['finance'])
  }
}

type Found = Awaited<ReturnType<typeof findRun>>

/** The run, when the caller holds one of the roles at its office or above; else it does not exist for them. */
async function seen(
  db: Db,
  caller: Caller,
  run: Found,
  roles: readonly StaffRole[],
): Promise<NonNullable<Found>> {
  if (!run || !(await mayActAt(db, caller, roles, run.officeId))) throw RunNotFound()
  return run
}

/** The bytes of a return file; throws `request-too-large`. */
export async function readReturnFile(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw RequestTooLarge({ limit: MOST_BYTES })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function asPaidAlready(error: unknown): never {
  if (violatedConstraint(error) === 'payment_once_per_case') throw PaidAlready(undefined, { cause: error })
  throw error
}
