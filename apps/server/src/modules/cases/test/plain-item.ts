import { ClaimContent } from '@yichuang/contracts'
import type { Db } from '../../../platform/db.ts'
import { statement } from '../../../platform/statement.ts'
import type { TestDatabase } from '../../../platform/test-database.ts'
import { ContentFaulty } from '../cases.problems.ts'
import type { CaseHandler, CaseRef } from '../handler.ts'

// An item without money: somebody asks for a paper and gets it or not. It shows that the engine knows nothing of claims.
export const PLAIN_ITEM = 'plain.request'

const begin = statement('plaintest.begin', `insert into plain.request (region_code, case_id) values ($1, $2)`)
const save = statement(
  'plaintest.save',
  `update plain.request set content = $3 where region_code = $1 and case_id = $2`,
)
const read = statement<{ content: ClaimContent | null; decision: Plain | null; registered: string | null }>(
  'plaintest.read',
  'select content, decision, registered from plain.request where region_code = $1 and case_id = $2',
)
const register = statement(
  'plaintest.register',
  'update plain.request set registered = $3 where region_code = $1 and case_id = $2',
)
const decide = statement(
  'plaintest.decide',
  'update plain.request set decision = $3 where region_code = $1 and case_id = $2 and decision is null',
)

interface Plain {
  readonly outcome: 'granted' | 'refused'
  readonly decidedOn: string
  readonly by: string
  readonly reviewedBy: string
  readonly reason: string
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
}

/** Makes the table of the item; the application role may use it. */
export async function plainTable({ sql }: TestDatabase): Promise<void> {
  await sql(`create schema plain; grant usage on schema plain to yichuang_app;
    create table plain.request (region_code text, case_id uuid, content jsonb, decision jsonb, registered text,
      constraint request_key primary key (region_code, case_id));
    grant select, insert, update on plain.request to yichuang_app`)
}

const rowOf = (db: Db, { regionCode, caseId }: CaseRef) => db.one(read, [regionCode, caseId])
const contentOf = async (db: Db, ref: CaseRef) => (await rowOf(db, ref)).content ?? ClaimContent.parse({})

/** A case without a note is faulty; nothing is paid; the note says whether it is about an accident. */
export const plainHandler: CaseHandler = {
  async begin(db, ref, { content }) {
    await db.run(begin, [ref.regionCode, ref.caseId])
    return content ? this.save(db, ref, content) : { hospitalName: null, total: null }
  },
  async save(db, { regionCode, caseId }, content) {
    await db.run(save, [regionCode, caseId, JSON.stringify(content)])
    return { hospitalName: content.visit.hospitalName || null, total: null }
  },
  async view(db, ref) {
    const { decision } = await rowOf(db, ref)
    return {
      content: await contentOf(db, ref),
      situation: await this.situation(db, ref),
      coding: null,
      calculation: null,
      decision: decision && {
        ...decision,
        amounts: null,
        explanation: null,
        borrowed: null,
        traceHash: null,
      },
    }
  },
  async situation(db, ref) {
    return { accident: (await contentOf(db, ref)).visit.accident }
  },
  async check(db, ref) {
    return { faults: faultsOf(await contentOf(db, ref)), warnings: [], estimate: null, missing: [] }
  },
  async handIn(db, ref, { faults, number }) {
    const all = [...faults, ...faultsOf(await contentOf(db, ref))]
    if (all.length > 0) throw ContentFaulty({ faults: all })
    await db.run(register, [ref.regionCode, ref.caseId, number])
    return { total: null }
  },
  async release(db, ref) {
    await db.run(register, [ref.regionCode, ref.caseId, null])
  },
  async propose() {
    return { fund: null }
  },
  async decide(db, ref, { pack, today, actor }, { outcome, reason, proposal }) {
    const version = { id: pack.id, version: pack.version, hash: pack.hash }
    const decision: Plain = {
      outcome,
      decidedOn: today,
      by: actor.name,
      reviewedBy: proposal.by,
      reason,
      pack: version,
    }
    if ((await db.run(decide, [ref.regionCode, ref.caseId, JSON.stringify(decision)])) !== 1)
      throw new Error('A plain case was decided twice')
    return {
      fund: null,
      letterContent: {
        outcome,
        reason,
        amounts: null,
        explanation: null,
        borrowed: null,
        missing: [],
        pack: version,
        traceHash: null,
      },
    }
  },
  async correctPayee() {
    throw new Error('A plain case is never paid')
  },
  async payees() {
    return []
  },
  async findByBill() {
    return []
  },
}

function faultsOf({ note }: ClaimContent) {
  return note.length >= 2
    ? []
    : [{ path: 'note', code: 'note-missing', message: 'Say in the note what you ask for.' }]
}
