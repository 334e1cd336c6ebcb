import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { inTransaction, type Db } from '../../../platform/db.ts'
import type { Caller } from '../../../platform/http/caller.ts'
import { preferredLanguage } from '../../../platform/http/language.ts'
import { route } from '../../../platform/http/route.ts'
import { actorOf } from '../../audit/index.ts'
import { readReturnFile } from '../../payments/index.ts'
import { holds, mustHold } from '../access.ts'
import type { ClearingDeps } from '../deps.ts'
import { confirmAccount, proposeAccount, returnAccount } from './account.service.ts'
import { exportRun, importReturn } from './bank.service.ts'
import { cancelRun, createRun, lockedRun } from './run.service.ts'
import { accountView, listRuns, payable, proposalView, runView, wholeRun } from './run-view.service.ts'

const READERS: readonly StaffRole[] = ['finance', 'supervisor', 'auditor', 'leader']
/** Who may be the second person for an account; never who entered it. */
const CONFIRMERS: readonly StaffRole[] = ['finance', 'supervisor']

/** Payment runs of institutions: finance makes them, the bank answers. */
export function clearingRunRoutes(app: FastifyInstance, deps: ClearingDeps): void {
  const { database, clock, once, cipher } = deps
  const hand = (caller: Caller) => ({ actor: actorOf(caller), at: clock.now(), today: clock.today() })
  const read = (caller: Caller, regionCode: string) => {
    mustHold(caller, regionCode, READERS)
    return database.forRegion(regionCode)
  }
  const write = (caller: Caller, regionCode: string, roles: readonly StaffRole[] = ['finance']) => {
    mustHold(caller, regionCode, roles)
    return database.forRegion(regionCode)
  }
  const accountReader = (caller: Caller, regionCode: string) => ({
    id: actorOf(caller).id,
    decides: holds(caller, regionCode, CONFIRMERS),
  })

  route(app, api.clearingPayable, async ({ query: { regionCode }, caller }) => ({
    items: await payable(read(caller, regionCode), regionCode, accountReader(caller, regionCode)),
  }))
  route(app, api.proposeInstitutionAccount, async ({ body: { regionCode, ...asked }, caller, request }) =>
    once(write(caller, regionCode), request, async (db) => {
      const row = await proposeAccount(db, regionCode, asked, cipher, hand(caller))
      return proposalView(row, accountReader(caller, regionCode))
    }),
  )
  route(app, api.confirmInstitutionAccount, async ({ params, body, caller, request }) => {
    const { regionCode, ...said } = body
    return once(write(caller, regionCode, CONFIRMERS), request, async (db) =>
      accountView(await confirmAccount(db, regionCode, { ...params, ...said }, cipher, hand(caller))),
    )
  })
  route(app, api.returnInstitutionAccount, async ({ params, body, caller, request }) => {
    const { regionCode, ...said } = body
    return once(write(caller, regionCode, CONFIRMERS), request, async (db) => {
      const row = await returnAccount(db, regionCode, { ...params, ...said }, hand(caller))
      return proposalView(row, accountReader(caller, regionCode))
    })
  })
  route(app, api.listClearingRuns, async ({ query: { regionCode, ...page }, caller }) =>
    listRuns(read(caller, regionCode), regionCode, page),
  )
  route(app, api.getClearingRun, async ({ params, query: { regionCode }, caller }) => {
    return wholeRun(read(caller, regionCode), regionCode, params.runId)
  })
  route(app, api.createClearingRun, async ({ body: { regionCode, institutionCodes }, caller, request }) =>
    once(write(caller, regionCode), request, async (db) =>
      runView(regionCode, await createRun(db, regionCode, institutionCodes, hand(caller))),
    ),
  )
  route(app, api.cancelClearingRun, async ({ params, body: { regionCode, version }, caller, request }) =>
    once(write(caller, regionCode), request, async (db) => {
      const run = await lockedRun(db, regionCode, params.runId)
      return runView(regionCode, await cancelRun(db, regionCode, run, version, hand(caller)))
    }),
  )
  route(app, api.exportClearingRun, async ({ params, body: { regionCode }, caller }) => {
    const { number, file } = await inTransaction(write(caller, regionCode), async (db) => {
      const run = await lockedRun(db, regionCode, params.runId)
      return { number: run.number, file: await exportRun(db, regionCode, run, cipher, hand(caller)) }
    })
    return {
      content: Buffer.from(file, 'utf8'),
      type: 'text/csv; charset=utf-8',
      downloadAs: `${number}.csv`,
    }
  })
  route(app, api.importClearingReturn, async (call) => {
    const { params, query, caller, request } = call
    const { regionCode } = query
    const db = write(caller, regionCode)
    const { fileName, stream } = await call.upload()
    const bytes = await readReturnFile(stream)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const by = { ...hand(caller), language: preferredLanguage(request.headers['accept-language']) }
    const work = async (db: Db) => {
      const run = await lockedRun(db, regionCode, params.runId)
      return runView(regionCode, await importReturn(db, regionCode, run, { name: fileName, bytes }, by))
    }
    return once(db, request, work, hash)
  })
}
