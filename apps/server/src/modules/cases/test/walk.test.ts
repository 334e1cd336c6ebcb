import { next } from '@yichuang/policy'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/problem.ts'
import type { Requester } from '../access.ts'
import { withdrawCase } from '../applicant.service.ts'
import type { CaseRow } from '../case-row.ts'
import { readCase, readHistory } from '../case.queries.ts'
import { answerNotice, notifyGaps } from '../notice.service.ts'
import { answerHandover, offerHandover } from '../owner.service.ts'
import { acceptCase, decide, passUp, propose, returnCase } from '../review.service.ts'
import { rulesOf } from '../rules.ts'
import { wasKnowable } from '../gaps.ts'
import { openTown, type Town } from './town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})

type Actor = 'clerk' | 'otherClerk' | 'farClerk' | 'reviewer' | 'approver' | 'double' | 'person'
interface Step {
  readonly by: Actor
  readonly act: keyof typeof doing
  readonly gap: 'receipt' | 'fee-list' | 'note' | 'other'
  readonly stale: boolean
}

const doing = {
  accept: (db, who, row) => acceptCase(db, who, row, row),
  notify: (db, who, row, { gap }) => notifyGaps(db, who, row, { version: row.version, gaps: [GAPS[gap]] }),
  answer: (db, who, row) => answerNotice(db, who, row, { version: row.version, text: '' }),
  passUp: (db, who, row) =>
    passUp(db, who, row, { version: row.version, reason: '疑难', suggestsRefusal: true }),
  return: (db, who, row) => returnCase(db, who, row, { version: row.version, guidance: '请受理' }),
  grant: (db, who, row) => propose(db, who, row, { version: row.version, outcome: 'grant', reason: '' }),
  refusal: (db, who, row) =>
    propose(db, who, row, { version: row.version, outcome: 'refuse', reason: '不符合' }),
  approve: (db, who, row) => decide(db, who, row, { version: row.version, outcome: 'approve', reason: '' }),
  refuse: (db, who, row) =>
    decide(db, who, row, { version: row.version, outcome: 'refuse', reason: '不符合' }),
  sendBack: (db, who, row) =>
    decide(db, who, row, { version: row.version, outcome: 'send-back', reason: '请复核' }),
  withdraw: (db, who, row) => withdrawCase(db, who, row, { version: row.version, reason: '不办了' }),
  offer: (db, who, row) =>
    offerHandover(db, who, row, {
      version: row.version,
      toUserId: town.staff.otherClerk.userId,
      reason: '请假',
    }),
  take: (db, who, row) => answerHandover(db, who, row, { version: row.version, accept: true }),
} satisfies Record<string, (db: Town['db'], who: Requester, row: CaseRow, step: Step) => Promise<CaseRow>>

const GAPS = {
  receipt: { materialId: 'receipt', field: null, text: '缺少票据' },
  'fee-list': { materialId: 'fee-list', field: null, text: '缺少清单' },
  note: { materialId: null, field: 'note', text: '说明不清' },
  other: { materialId: null, field: null, text: '其他' },
} as const

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom<Actor>('clerk', 'otherClerk', 'farClerk', 'reviewer', 'approver', 'double', 'person'),
  act: fc.constantFrom(...(Object.keys(doing) as (keyof typeof doing)[])),
  gap: fc.constantFrom('receipt' as const, 'fee-list' as const, 'note' as const, 'other' as const),
  stale: fc.boolean(),
})
const clerkStep = step.map((taken) => ({ ...taken, by: 'clerk' as Actor, stale: false }))

/** Takes the steps one by one; a step that may not be taken is a problem and changes nothing. */
async function walk(
  steps: readonly Step[],
): Promise<{ row: CaseRow; done: { step: Step; from: string; to: string }[] }> {
  let row = await town.handedIn()
  const done: { step: Step; from: string; to: string }[] = []
  for (const [index, taken] of steps.entries()) {
    const caller = taken.by === 'person' ? town.person : town.staff[taken.by]
    const minute = `2020-01-${String(20 + Math.floor(index / 4)).padStart(2, '0')}T11:${String(index).padStart(2, '0')}`
    const seen = taken.stale && taken.act === 'accept' ? { ...row, version: row.version - 1 } : row
    try {
      const after = await town.tx((db) => doing[taken.act](db, town.at(caller, minute), seen, taken))
      done.push({ step: taken, from: row.state, to: after.state })
      row = after
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      expect(error.status).toBeLessThan(500)
    }
    const stored = (await readCase(town.db, row))!
    expect(stored).toEqual(row)
    expect(stored.ownerId === null ? 0 : 1).toBe(1)
  }
  return { row, done }
}

describe('any walk of a case', () => {
  it('has an owner at every step, moves only along its process, and leaves an unbroken chain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { row, done } = await walk(steps)
        const { process } = await rulesOf(row, row.createdOn)
        for (const { from, to } of done)
          if (from !== to)
            expect(
              process.acts.some(({ id, to: target }) => target === to || next(process, from, id, to) === to),
            ).toBe(true)

        const events = await town.test.sql<{ seq: number; hash: string }>(
          `select seq, hash from cases.event where case_id = $1 order by seq`,
          [row.caseId],
        )
        expect(events).toHaveLength(row.eventCount)
        expect(events.at(-1)!.hash).toBe(row.headHash)
        // Whoever proposed did not decide.
        const { events: told } = await readHistory(town.db, row)
        const decision = told.find(({ act }) => act === 'approve' || act === 'refuse')
        const proposal = told.findLast(({ act }) => act.startsWith('propose-'))
        if (decision) expect(decision.actorName).not.toBe(proposal!.actorName)
      }),
      { numRuns: 25 },
    )
  })

  it('by a window clerk alone never ends in a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(clerkStep, { minLength: 6, maxLength: 20 }), async (steps) => {
        const { row, done } = await walk(steps)
        const { process } = await rulesOf(row, row.createdOn)
        const refusals = process.states.flatMap(({ id, refusal }) => (refusal ? [id] : []))
        expect(refusals).toContain('refused')
        for (const { to } of done) expect(refusals).not.toContain(to)
        expect(['submitted', 'accepted', 'supplementing', 'escalated', 'withdrawn']).toContain(row.state)
      }),
      { numRuns: 20 },
    )
  })

  it('holds no second notice for a gap that could be told before, unless it is recorded as the agency’s fault', async () => {
    const asking = fc.record({
      by: fc.constantFrom<Actor>('clerk', 'reviewer', 'person'),
      act: fc.constantFrom('notify' as const, 'answer' as const, 'accept' as const),
      gap: fc.constantFrom('receipt' as const, 'fee-list' as const, 'note' as const, 'other' as const),
      stale: fc.constant(false),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { minLength: 6, maxLength: 16 }), async (steps) => {
        const { row } = await walk(steps)
        const { notices } = await readHistory(town.db, row)
        for (const [index, notice] of notices.entries()) {
          const before = notices[index - 1]
          const late =
            before !== undefined && notice.gaps.some((gap) => wasKnowable(gap, before.seen, notice.seen))
          expect(notice.agencyFault).toBe(late)
        }
        const faults = notices.filter(({ agencyFault }) => agencyFault).length
        expect(row.agencyFaults).toBe(faults)
        // Nothing changed between the notices of this walk, so every one after the first is a fault and costs no time.
        expect(faults).toBe(Math.max(0, notices.length - 1))
        expect(row.pauses.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 15 },
    )
  })
})
