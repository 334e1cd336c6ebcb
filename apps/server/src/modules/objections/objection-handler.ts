import { ClaimContent } from '@yichuang/contracts'
import type { CaseHandler } from '../cases/index.ts'
import { checkObjection, handInObjection, shownOf } from './check.service.ts'
import { decideObjection, proposeObjection } from './decide.service.ts'
import type { ObjectionRow } from './objection-row.ts'
import { freeSettlement, insertObjection, readObjection, updateContent } from './objection.queries.ts'

/** What the engine asks at the acts of an objection to a settlement. */
export const objectionHandler: CaseHandler = {
  withoutBills: true,
  // What was settled while somebody was insured can be wrong also after that has ended.
  afterInsurance: true,
  async begin(db, ref, { personId, content }) {
    const kept = onlyObjection(content ?? EMPTY)
    await insertObjection(db, ref, personId, kept)
    return shownOf(db, { ...ref, personId }, kept)
  },
  async save(db, ref, content) {
    const kept = onlyObjection(content)
    await updateContent(db, ref, kept)
    const { personId } = await readObjection(db, ref)
    return shownOf(db, { regionCode: ref.regionCode, personId }, kept)
  },
  async view(db, ref) {
    const row = await readObjection(db, ref)
    const { content } = row
    return {
      content,
      situation: situationOf(content),
      coding: null,
      calculation: null,
      decision: decisionOf(row),
    }
  },
  async situation(db, ref) {
    return situationOf((await readObjection(db, ref)).content)
  },
  check: (db, _ref, at) => checkObjection(db, at),
  handIn: (db, _ref, at) => handInObjection(db, at),
  release: (db, ref) => freeSettlement(db, ref),
  propose: (db, _ref, at, proposal) => proposeObjection(db, at, proposal),
  decide: (db, _ref, at, decision) => decideObjection(db, at, decision),
  async correctPayee() {
    throw new Error('An objection is answered, not paid')
  },
  payees: async () => [],
  findByBill: async () => [],
}

const EMPTY = ClaimContent.parse({ objection: {} })

/** Bills, account and telephone are no part of an objection, whatever was sent. */
function onlyObjection({ objection = EMPTY.objection, note }: ClaimContent): ClaimContent {
  return { ...EMPTY, objection, note }
}

function situationOf({ objection }: ClaimContent) {
  return objection?.reason ? { reason: objection.reason } : {}
}

function decisionOf(row: ObjectionRow) {
  if (row.outcome === null) return null
  return {
    outcome: row.outcome,
    decidedOn: row.decidedOn!,
    by: row.byName!,
    reviewedBy: row.reviewedByName!,
    reason: row.reason!,
    amounts: null,
    explanation: null,
    borrowed: null,
    pack: { id: row.packId!, version: row.packVersion!, hash: row.packHash! },
    traceHash: null,
  }
}
