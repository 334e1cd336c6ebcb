import type { MeasureProposal } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import { EditImpossible, loadPacks, measureNamed, permanentEdits } from '@yichuang/policy'
import { describeFaults, sha256 } from '../../packs/index.ts'
import type { Db } from '../../platform/db.ts'
import type { StaffCaller } from '../../platform/http/caller.ts'
import type { Language } from '../../platform/problem.ts'
import { newId } from '../../platform/uuid.ts'
import { record } from '../audit/index.ts'
import type { Requester } from '../cases/index.ts'
import { changeViews, startDraftWith } from '../policy-room/index.ts'
import { reachOf } from './activation.service.ts'
import {
  MeasureUnknown,
  NotPermanent,
  PlaceOutside,
  ProposalFaulty,
  ProposalOutdated,
  ProposalUnknown,
} from './measures.problems.ts'
import { measured } from './measures-world.ts'
import { differencesOf } from './proposal-differences.ts'
import { addProposal, findProposal, proposalsOf, type ProposalRow } from './proposal.queries.ts'
import { usageOf } from './usage.service.ts'

/**
 * Decides that a measure is to become permanent (固化): works out the change of the packs, makes sure that they load with
 * it, and keeps it with the usage report, document and reason. Nothing is in force by this: it is taken up as a draft,
 * tried and published, and no open case changes. Inside a transaction.
 */
export async function proposePermanent(
  db: Db,
  who: Requester,
  regionCode: string,
  asked: {
    readonly measureId: string
    readonly from: string
    readonly document: string
    readonly clause: string
    readonly quote: string
    readonly reason: string
  },
): Promise<MeasureProposal> {
  const packs = measured()
  const { pack, activations } = packs.stateOf(regionCode)
  if (!measureNamed(pack, asked.measureId)) throw MeasureUnknown({ measure: asked.measureId })
  const reach = await reachOf(db, who.caller, regionCode)
  if (!reach.wholeCity) throw PlaceOutside({ place: '全市', places: reach.places.map(({ name }) => name) })

  const { files } = packs.library()
  const papersWithin = activations.find(
    (entry) => entry.measures.includes(asked.measureId) && entry.papersWithin !== null,
  )?.papersWithin
  const edits = editsOrProblem(() =>
    permanentEdits(files, packs.all(), {
      pack: pack.id,
      measure: asked.measureId,
      from: plainDate(asked.from),
      source: { document: asked.document, clause: asked.clause, quote: asked.quote },
      papersWithin: papersWithin ?? undefined,
    }),
  )
  const load = loadPacks(new Map([...files, ...edits]), sha256)
  if (!load.ok)
    throw ProposalFaulty({ zh: describeFaults(load.faults, 'zh'), en: describeFaults(load.faults, 'en') })

  const usage = await usageOf(db, regionCode, {}, who.language)
  const row: ProposalRow = {
    proposalId: newId(),
    measureId: asked.measureId,
    packId: pack.id,
    changes: [...edits].map(([file, content]) => ({ file, before: files.get(file) ?? null, content })),
    fromDay: plainDate(asked.from),
    document: asked.document,
    clause: asked.clause,
    reason: asked.reason,
    report: usage.find(({ measureId }) => measureId === asked.measureId)!,
    byId: who.actor.id!,
    byName: who.actor.name,
    day: who.today,
    at: who.at,
  }
  differencesOf(row, packs.library(), load.packs)
  await addProposal(db, regionCode, row)
  await record(db, {
    regionCode,
    stream: `measures:${regionCode}`,
    actor: who.actor,
    at: who.at,
    act: 'measures-proposed',
    detail: { proposalId: row.proposalId, measure: row.measureId, from: row.fromDay, reason: row.reason },
  })
  return proposalView(regionCode, row, who.language)
}

/**
 * A proposal taken up as a draft of the policy room, which tries and publishes it like any other. `db` is the policy
 * room's; the proposal is read with `ofRegion`. Inside a transaction.
 */
export async function draftProposal(
  db: Db,
  ofRegion: Db,
  regionCode: string,
  proposalId: string,
  hand: { readonly who: StaffCaller; readonly at: Date },
): Promise<string> {
  const packs = measured()
  const row = await findProposal(ofRegion, regionCode, proposalId)
  if (!row) throw ProposalUnknown()
  const { files } = packs.library()
  const moved = row.changes.find(({ file, before }) => (files.get(file) ?? null) !== before)
  if (moved) throw ProposalOutdated({ file: moved.file })
  const title = measureNamed(packs.current(regionCode), row.measureId)?.measure.title
  const { zh, en } = title ?? { zh: row.measureId, en: row.measureId }
  return startDraftWith(
    db,
    packs,
    {
      title: `固化：${zh}`,
      reason: row.reason,
      what: {
        zh: `${zh}自 ${row.fromDay} 起转为长期规则`,
        en: `“${en}” becomes permanent on ${row.fromDay}`,
      },
      changes: Object.fromEntries(
        row.changes.map(({ file, before, content }) => [file, { before, after: content }]),
      ),
    },
    hand,
  )
}

/** What was proposed to become permanent, newest first. */
export async function listProposals(
  db: Db,
  regionCode: string,
  language: Language,
): Promise<MeasureProposal[]> {
  return (await proposalsOf(db, regionCode)).map((row) => proposalView(regionCode, row, language))
}

function proposalView(regionCode: string, row: ProposalRow, language: Language): MeasureProposal {
  const pack = measured().current(regionCode)
  const named = measureNamed(pack, row.measureId)
  const document = row.document.split(':').at(-1)!
  return {
    proposalId: row.proposalId,
    measureId: row.measureId,
    title: named?.measure.title[language] ?? row.measureId,
    packId: row.packId,
    changes: row.changes.map((change) => ({ ...change })),
    differences: changeViews(measured(), differencesOf(row, measured().library()), language),
    fromDay: row.fromDay,
    document: pack.documents.get(document)?.citation ?? row.document,
    clause: row.clause,
    reason: row.reason,
    report: row.report,
    by: row.byName,
    day: row.day,
  }
}

function editsOrProblem(edits: () => ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  try {
    return edits()
  } catch (error) {
    if (error instanceof EditImpossible) throw NotPermanent({ zh: error.zh, en: error.message })
    throw error
  }
}
