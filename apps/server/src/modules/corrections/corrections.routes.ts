import * as api from '@yichuang/contracts'
import { formatYuan } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import { violatedConstraint, type Db } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route } from '../../platform/http/route.ts'
import { asking, type Requester } from '../cases/index.ts'
import { letterFile } from '../letters/index.ts'
import { getOffice, mayActAt } from '../organisations/index.ts'
import {
  DECIDERS,
  mayRead,
  mustRead,
  noteReading,
  officeFor,
  officesUnder,
  PROPOSERS,
  READERS,
} from './access.ts'
import type { CorrectionRow } from './correction.queries.ts'
import { CorrectionNotFound, CorrectionOpen } from './corrections.problems.ts'
import { decide } from './decide.service.ts'
import { totalsOf } from './figures.ts'
import { setPayee } from './payee.service.ts'
import { openSubject, preview, propose } from './propose.service.ts'
import { correctionList, foundCorrection, subjectView, toldOfSubject } from './read.service.ts'
import { recoveryRoutes } from './recovery.routes.ts'
import { correctionView, decisionView } from './views.ts'

export type CorrectionsDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'once' | 'files'>

/** Corrections of paid decisions (更正), and what is recovered after them (追回). */
export function correctionsRoutes(app: FastifyInstance, deps: CorrectionsDeps): void {
  const { database, clock, once } = deps

  route(app, api.correctionSubject, async (call) => {
    const { regionCode, ...subject } = call.query
    const db = database.forRegion(regionCode)
    const who = asking(deps, call)
    const opened = await openSubject(db, regionCode, subject)
    await officeFor(db, call.caller, opened, READERS)
    await noteReading(db, who, regionCode, opened.of.personId, subject)
    return subjectView(db, opened, who.language)
  })

  route(app, api.previewCorrection, async (call) => {
    const { regionCode, subject, change } = call.body
    const db = database.forRegion(regionCode)
    const who = asking(deps, call)
    const opened = await openSubject(db, regionCode, subject)
    await officeFor(db, call.caller, opened, PROPOSERS)
    await noteReading(db, who, regionCode, opened.of.personId, subject)
    const { figures } = await preview(db, who, opened, change)
    const { toPay, toRecover } = totalsOf(figures)
    const decisions = []
    for (const figure of figures) decisions.push(await decisionView(figure, subject, who.language))
    return { toPay: formatYuan(toPay), toRecover: formatYuan(toRecover), decisions }
  })

  route(app, api.proposeCorrection, async (call) => {
    const { regionCode, subject, document, ...asked } = call.body
    const who = asking(deps, call)
    return once(database.forRegion(regionCode), call.request, async (db) => {
      const opened = await openSubject(db, regionCode, subject)
      const officeId = await officeFor(db, call.caller, opened, PROPOSERS)
      const { correctionId } = await propose(db, who, opened, {
        officeId,
        change: asked.change,
        reasonKind: asked.reasonKind,
        reason: asked.reason,
        document: document || null,
      })
      return viewOf(db, call.caller, who, regionCode, (await foundCorrection(db, regionCode, correctionId))!)
    }).catch((error: unknown) => {
      if (violatedConstraint(error) === 'correction_open_once')
        throw CorrectionOpen({ number: '' }, { cause: error })
      throw error
    })
  })

  route(app, api.listCorrections, async ({ caller, query: { officeId, state, cursor, limit } }) => {
    const { regionCode } = await getOffice(database.db, officeId)
    const db = database.forRegion(regionCode)
    const offices = await officesUnder(db, caller, officeId, READERS)
    return correctionList(db, regionCode, offices, { state, cursor, limit })
  })

  route(app, api.getCorrection, async (call) => {
    const { regionCode } = call.query
    const db = database.forRegion(regionCode)
    const row = await seen(db, call.caller, regionCode, call.params.correctionId)
    return viewOf(db, call.caller, asking(deps, call), regionCode, row)
  })

  route(app, api.decideCorrection, async (call) => {
    const { regionCode, ...decided } = call.body
    const who = asking(deps, call)
    return once(database.forRegion(regionCode), call.request, async (db) => {
      await seen(db, call.caller, regionCode, call.params.correctionId, DECIDERS)
      const row = await decide(db, who, regionCode, call.params.correctionId, decided)
      return viewOf(db, call.caller, who, regionCode, row)
    })
  })

  route(app, api.setCorrectionPayee, async (call) => {
    const { regionCode, payee } = call.body
    const who = asking(deps, call)
    return once(database.forRegion(regionCode), call.request, async (db) => {
      const row = await seen(db, call.caller, regionCode, call.params.correctionId, ['finance'])
      await setPayee(db, who, regionCode, row, payee)
      return viewOf(db, call.caller, who, regionCode, row)
    })
  })

  route(app, api.correctionLetter, async ({ params, query: { regionCode }, caller }) => {
    const db = database.forRegion(regionCode)
    const row = await foundCorrection(db, regionCode, params.correctionId)
    if (!row || !(await mayRead(db, caller, regionCode, row, clock.today()))) throw CorrectionNotFound()
    const owner = { regionCode, caseId: row.correctionId }
    const { content, name } = await letterFile(db, deps.files, deps.config.publicUrl, owner, 'correction')
    return { content, downloadAs: name }
  })

  route(app, api.correctionsOf, async (call) => {
    const { regionCode } = call.query
    const db = database.forRegion(regionCode)
    const who = asking(deps, call)
    const { language } = who
    const personId = await mustRead(db, call.caller, regionCode, call.params, clock.today())
    await noteReading(db, who, regionCode, personId, call.params)
    return { items: await toldOfSubject(db, regionCode, call.params, language) }
  })

  recoveryRoutes(app, deps)

  async function viewOf(db: Db, caller: Caller, who: Requester, regionCode: string, row: CorrectionRow) {
    const decides = await mayActAt(db, caller, DECIDERS, row.officeId)
    return correctionView(db, regionCode, row, { userId: who.actor.id, decides, language: who.language })
  }

  async function seen(
    db: Db,
    caller: Caller,
    regionCode: string,
    correctionId: string,
    roles = READERS,
  ): Promise<CorrectionRow> {
    const row = await foundCorrection(db, regionCode, correctionId)
    if (!row || !(await mayActAt(db, caller, roles, row.officeId))) throw CorrectionNotFound()
    return row
  }
}
