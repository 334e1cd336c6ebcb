import type { ProcessVersion } from '@yichuang/policy'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../../platform/problem.ts'
import { brokenLink } from '../../audit/index.ts'
import type { CaseRow } from '../case-row.ts'
import { readCase, readHistory } from '../case.queries.ts'
import { wasKnowable } from '../gaps.ts'
import { rulesOf } from '../rules.ts'
import { readChain } from '../trail.queries.ts'
import { actors, deeds, expected, gaps, handedIn, take, type ActorName, type Step } from './model.ts'
import { JINING, openTown, type Town } from './town.ts'

let town: Town
let process: ProcessVersion
beforeAll(async () => {
  town = await openTown()
  const row = await town.handedIn()
  process = (await rulesOf(row, row.createdOn)).process
})

const anyStep: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom(...(Object.keys(actors) as ActorName[])),
  does: fc.constantFrom(...deeds),
  gap: fc.constantFrom(...(Object.keys(gaps) as (keyof typeof gaps)[])),
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

/** Takes the steps one by one; after each, the case in the database is what the model says. */
async function walk(steps: readonly Step[]): Promise<CaseRow> {
  let [row, model] = [await town.handedIn(), handedIn]
  for (const [index, step] of steps.entries()) {
    const caller = step.by === 'person' ? town.person : town.staff[step.by]
    const minute = `2020-01-${20 + Math.floor(index / 4)}T11:${String(index + 10)}`
    const should = expected(process, model, step)
    const did = await town
      .tx((db) => take(town, db, town.at(caller, minute), row, step))
      .catch((error: unknown) => {
        if (error instanceof Problem && error.status < 500) return undefined
        throw error
      })
    expect(did?.state, `${step.by} would ${step.does} in ${model.state}`).toBe(should?.state)
    row = did ?? row
    model = should ?? model
    const stored = (await readCase(town.db, row))!
    expect(stored).toEqual(row)
    expect(stored).toMatchObject({
      state: model.state,
      ownerId: town.staff[model.owner].userId,
      handoverTo: model.offered ? town.staff.otherClerk.userId : null,
    })
    expect(stored.closedOn !== null).toBe(model.closed)
  }
  return row
}

describe('any walk of a case', () => {
  it('is that of the model: it moves by its process, always has its owner, and its chain holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 24 }), async (steps) => {
        const row = await walk(steps)
        const whole = (await readChain(town.db, JINING, row.caseId))!
        const rows = whole.events.map(
          ({ regionCode, caseId, seq, at, day, act, side, actorId, actorName, version, detail, hash }) => ({
            seq,
            hash,
            content: { regionCode, caseId, seq, at, day, act, side, actorId, actorName, version, detail },
          }),
        )
        expect(rows).toHaveLength(row.eventCount)
        expect(brokenLink(whole.end, rows)).toBeUndefined()
        const { events } = await readHistory(town.db, row)
        const decision = events.find(({ act }) => act === 'approve' || act === 'refuse')
        const proposal = events.findLast(({ act }) => act.startsWith('propose-'))
        expect(decision === undefined || decision.actorName !== proposal!.actorName).toBe(true)
      }),
      { numRuns: 16 },
    )
  })

  it('by window clerks alone never ends in a refusal (窗口无否决权)', async () => {
    const refusals = process.states.flatMap(({ id, refusal }) => (refusal ? [id] : []))
    expect(refusals).toContain('refused')
    const clerks = fc.constantFrom<ActorName>('clerk', 'otherClerk', 'farClerk')
    const clerkStep = fc.tuple(anyStep, clerks).map(([step, by]): Step => ({ ...step, by, stale: false }))
    await fc.assert(
      fc.asyncProperty(fc.array(clerkStep, { minLength: 6, maxLength: 24 }), async (steps) => {
        const row = await walk(steps)
        const { events } = await readHistory(town.db, row)
        expect(events.map(({ act }) => act)).not.toContain('refuse')
        expect(refusals).not.toContain(row.state)
        expect(row.decidedOn).toBeNull()
      }),
      { numRuns: 12 },
    )
  })

  it('holds no second notice for what could be told before, unless that is recorded as the agency’s fault', async () => {
    const asking = fc.record({
      by: fc.constantFrom<ActorName>('clerk', 'reviewer', 'person'),
      does: fc.constantFrom('notify' as const, 'answer' as const, 'accept' as const),
      gap: fc.constantFrom(...(Object.keys(gaps) as (keyof typeof gaps)[])),
      stale: fc.constant(false),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { minLength: 6, maxLength: 20 }), async (steps) => {
        const row = await walk(steps)
        const { notices } = await readHistory(town.db, row)
        for (const [index, notice] of notices.entries()) {
          const before = notices[index - 1]
          const late =
            before !== undefined && notice.gaps.some((gap) => wasKnowable(gap, before.seen, notice.seen))
          expect(notice.agencyFault).toBe(late)
        }
        // Nothing was handed in between the notices of these walks: each after the first is a fault and costs no time.
        expect(row.agencyFaults).toBe(Math.max(0, notices.length - 1))
        expect(row.pauses.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 10 },
    )
  })
})
