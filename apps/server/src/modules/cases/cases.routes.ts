import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/db.ts'
import { MinimalReply, prefersMinimal, route } from '../../platform/http/route.ts'
import { letterFile } from '../letters/index.ts'
import { getOffice } from '../organisations/index.ts'
import { MATERIAL_KINDS } from '../../platform/files/index.ts'
import type { Requester } from './access.ts'
import { applyWhole, type HandedInFile } from './apply.service.ts'
import { correctAccount, saveContent, withdrawCase } from './applicant.service.ts'
import type { CaseRow } from './case-row.ts'
import { checkCase } from './check.service.ts'
import { ledgerView } from './clock-view.ts'
import { noteFarReading } from './far-reading.ts'
import { handIn } from './hand-in.service.ts'
import { inbox, myCases, search } from './list.service.ts'
import { answerNotice, notifyGaps, suggestGaps } from './notice.service.ts'
import { answerHandover, explainOverdue, offerHandover, successors } from './owner.service.ts'
import { acceptCase, decide, passUp, propose, returnCase } from './review.service.ts'
import { rulesFor, rulesOf } from './rules.ts'
import { UnknownMaterial } from './cases.problems.ts'
import { around } from './world.ts'
import { startCase } from './start.service.ts'
import { caseView } from './view.ts'
import { asking, visible, type Asked, type CasesDeps } from './visible.service.ts'

/**
 * A write upon a case: once per request id, all of it in one transaction; the page is read afterwards, so that a repeated
 * request shows the case as it is and the lock is not held while reading. With `Prefer: return=minimal` the page is left out.
 */
export async function change(
  deps: Pick<CasesDeps, 'database' | 'clock' | 'once'>,
  asked: Asked & { readonly body: { readonly regionCode: string } },
  work: (db: Db, who: Requester) => Promise<CaseRow>,
  /** what the request says, where that is not its body */
  content?: unknown,
) {
  const who = asking(deps, asked)
  const db = deps.database.forRegion(asked.body.regionCode)
  let row: CaseRow | undefined
  const act = async (db: Db) => {
    row = await work(db, who)
    return { caseId: row.caseId, version: row.version }
  }
  const done = await deps.once(db, asked.request, act, content)
  if (prefersMinimal(asked.request)) return new MinimalReply(done)
  // A repeated request has changed nothing; what it tried is not what is stored.
  const stored = row?.caseId === done.caseId && row.version === done.version ? row : undefined
  return caseView(db, { regionCode: asked.body.regionCode, caseId: done.caseId }, who, stored)
}

export function casesRoutes(app: FastifyInstance, deps: CasesDeps): void {
  const { database, once } = deps
  const refOf = (call: { params: { caseId: string }; body: { regionCode: string } }) => ({
    regionCode: call.body.regionCode,
    caseId: call.params.caseId,
  })

  route(app, api.startCase, (call) => change(deps, call, (db, who) => startCase(db, who, call.body)))
  route(app, api.apply, async (call) => {
    const { body, files } = await call.form()
    const { item } = rulesFor(around().packs.current(body.regionCode), body.itemId, asking(deps, call).today)
    const received: HandedInFile[] = []
    for await (const { field: materialId, fileName, stream } of files) {
      if (!item.materials.some(({ id }) => id === materialId)) throw UnknownMaterial()
      const options = { fileName, maxBytes: deps.config.maxUploadBytes, accept: MATERIAL_KINDS }
      received.push({ materialId, fileName, stored: await deps.files.receive(stream, options) })
    }
    return change(
      deps,
      { caller: call.caller, request: call.request, body },
      (db, who) => applyWhole(db, who, body, received),
      [body, received.map(({ materialId, stored }) => [materialId, stored.sha256])],
    )
  })
  route(app, api.handIn, (call) =>
    change(deps, call, (db, who) => handIn(db, who, refOf(call), call.body.version)),
  )
  route(app, api.withdrawCase, (call) =>
    change(deps, call, (db, who) => {
      const { version, reason, voucher } = call.body
      const shown = voucher ? { code: voucher, at: new Date() } : undefined
      return withdrawCase(db, who, refOf(call), { version, reason, shown })
    }),
  )
  route(app, api.acceptCase, (call) =>
    change(deps, call, (db, who) => acceptCase(db, who, refOf(call), call.body)),
  )
  route(app, api.notifyGaps, (call) =>
    change(deps, call, (db, who) => notifyGaps(db, who, refOf(call), call.body)),
  )
  route(app, api.answerNotice, (call) =>
    change(deps, call, (db, who) => answerNotice(db, who, refOf(call), call.body)),
  )
  route(app, api.passUp, (call) => change(deps, call, (db, who) => passUp(db, who, refOf(call), call.body)))
  route(app, api.returnCase, (call) =>
    change(deps, call, (db, who) => returnCase(db, who, refOf(call), call.body)),
  )
  route(app, api.propose, (call) =>
    change(deps, call, (db, who) => {
      const { regionCode: _, ...input } = call.body
      return propose(db, who, refOf(call), input)
    }),
  )
  route(app, api.decide, (call) => change(deps, call, (db, who) => decide(db, who, refOf(call), call.body)))
  route(app, api.correctAccount, (call) =>
    change(deps, call, (db, who) => correctAccount(db, who, refOf(call), call.body)),
  )
  route(app, api.offerHandover, (call) =>
    change(deps, call, (db, who) => offerHandover(db, who, refOf(call), call.body)),
  )
  route(app, api.answerHandover, (call) =>
    change(deps, call, (db, who) => answerHandover(db, who, refOf(call), call.body)),
  )
  route(app, api.explainOverdue, (call) =>
    change(deps, call, (db, who) => explainOverdue(db, who, refOf(call), call.body)),
  )

  route(app, api.saveContent, async (call) => {
    const who = asking(deps, call)
    const db = database.forRegion(call.body.regionCode)
    return once(db, call.request, async (db) => ({
      version: await saveContent(db, who, refOf(call), call.body),
      savedAt: who.at.toISOString(),
    }))
  })

  route(app, api.getCase, ({ params, query, ...call }) => {
    const ref = { regionCode: query.regionCode, caseId: params.caseId }
    return caseView(database.forRegion(ref.regionCode), ref, asking(deps, call))
  })
  route(app, api.checkCase, (call) => {
    const { regionCode } = call.body
    return checkCase(database.forRegion(regionCode), asking(deps, call), refOf(call))
  })
  route(app, api.suggestGaps, async ({ params, query, ...call }) => {
    const { db, who, row } = await visible(deps, call, {
      regionCode: query.regionCode,
      caseId: params.caseId,
    })
    return { gaps: await suggestGaps(db, who, { row, rules: await rulesOf(row, who.today) }) }
  })
  route(app, api.listColleagues, async ({ params, query, ...call }) => {
    const { db, who, row, mine } = await visible(deps, call, {
      regionCode: query.regionCode,
      caseId: params.caseId,
    })
    return { items: mine.near ? await successors(db, { row, rules: await rulesOf(row, who.today) }) : [] }
  })
  route(app, api.getLedger, async ({ params, query, ...call }) => {
    const { who, row } = await visible(deps, call, { regionCode: query.regionCode, caseId: params.caseId })
    return ledgerView(row, who)
  })

  route(app, api.getLetter, async ({ params, query, ...call }) => {
    const ref = { regionCode: query.regionCode, caseId: params.caseId }
    const { db, who, row, mine } = await visible(deps, call, ref)
    await noteFarReading(db, who, row, mine)
    const letter = await letterFile(db, deps.files, deps.config.publicUrl, ref, params.kind)
    return { content: letter.content, downloadAs: letter.name }
  })

  route(app, api.myCases, ({ query, ...call }) =>
    myCases((code) => database.forRegion(code), database.db, asking(deps, call), query),
  )
  route(app, api.inbox, async ({ query, ...call }) => {
    const { regionCode } = await getOffice(database.db, query.officeId)
    return inbox(database.forRegion(regionCode), asking(deps, call), query)
  })
  route(app, api.searchCases, ({ query, ...call }) =>
    search(database.forRegion(query.regionCode), asking(deps, call), query),
  )
}
