import { yuan } from '@yichuang/kernel'
import { beforeAll, describe, expect, it } from 'vitest'
import { claim } from '../../../../test/claims-town.ts'
import { readReplays, replayBlock } from '../../claims/index.ts'
import { LIMIT, openRoom, SOURCE } from './room.ts'

const { town, packs, officer, second, leader, api, ok, draft, edit, tried } = await openRoom()
const PLACE = 'cn-33-06-shaoxing'

/** Decisions of these amounts, each of a person of their own; gives the ids of their cases. */
async function decided(...amounts: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const amount of amounts) {
    const view = await town.proposed(await town.accepted(await town.person(), claim(amount)))
    const answer = await town.approve(view)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    ids.push(view.caseId)
  }
  return ids
}

/** A draft with 绍兴's own benefit table: the borrowed one with another deductible for tertiary hospitals. */
async function planted(deductible: string) {
  const { workbookOf, readWorkbookOf } = await import('@yichuang/policy')
  const pack = packs.all().get(PLACE)!
  const sheets = workbookOf(pack).map(({ name, headings, rows }) => ({
    name,
    merged: [],
    rows: [headings, ...rows].map((row) => row.map((text) => ({ text }))),
  }))
  const table = sheets.find(({ name }) => name === '待遇表')!
  for (const row of table.rows.slice(1)) {
    const [id, , part, level] = row.map(({ text }) => text)
    const value =
      part === '起付标准' && level === 'tertiary' && id === 'employee-inpatient' ? deductible : row[15]!.text
    if (value === '') continue
    row[9] = { text: value }
    const source = ['2020-01-01', '', SOURCE.document, SOURCE.clause, SOURCE.quote]
    for (const [index, text] of source.entries()) row[10 + index] = { text }
  }
  const read = readWorkbookOf(pack, sheets)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return sheets
}

let cases: string[]
beforeAll(async () => {
  cases = await decided('300.00', '8000.00', '20000.00')
}, 120_000)

describe('a stored decision', () => {
  it('is packed in the same transaction, and gives its own answer again', async () => {
    const block = (await replayBlock(town.db, '330600', '00000000-0000-0000-0000-000000000000', 100))!
    const funds: number[] = []
    expect(readReplays(block.records, ({ fund }) => funds.push(fund))).toBe(cases.length)
    const rows = await town.test.sql<{ fund: string }>('select fund from claims.decision order by case_id')
    expect(funds).toEqual(rows.map(({ fund }) => yuan(fund)))
  })
})

describe('a trial', () => {
  it('of rules that leave every figure as it is finds no difference in any stored decision', async () => {
    const { body } = await edit(await draft(), LIMIT)
    const trial = await tried(body)
    expect(trial).toMatchObject({ state: 'done', current: true, done: 3, total: 3 })
    expect(trial.result).toMatchObject({
      decisions: 3,
      changed: 0,
      winners: 0,
      losers: 0,
      unanswered: 0,
      drifted: 0,
      cases: [],
    })
    expect(trial.result.before).toBe(trial.result.after)
    expect(trial.resultHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('of a planted change finds exactly the cases it was planted in, and opens them side by side', async () => {
    const { importSheets } = await import('../draft.service.ts')
    const { inTransaction } = await import('../../../platform/db.ts')
    const view = await draft('本地起付标准')
    await inTransaction(town.test.database.db, async (db) =>
      importSheets(
        db,
        packs,
        { draftId: view.draftId, version: 0, packId: PLACE },
        await planted('2000.00'),
        {
          who: officer,
          at: town.clock.now(),
        },
      ),
    )
    const { result, trialId } = await tried({ draftId: view.draftId, version: 1 })
    // 300 yuan lie below either deductible; the other two pay more.
    expect(result).toMatchObject({
      decisions: 3,
      changed: 2,
      losers: 2,
      winners: 0,
      unanswered: 0,
      drifted: 0,
    })
    expect(new Set(result.cases.map(({ caseId }: { caseId: string }) => caseId))).toEqual(
      new Set(cases.slice(1)),
    )
    const paid = (side: 'before' | 'after') =>
      result.cases.reduce((sum: number, entry: Record<string, string>) => sum + yuan(entry[side]!), 0)
    expect(yuan(result.before) - yuan(result.after)).toBe(paid('before') - paid('after'))
    expect(result.distribution.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(2)
    expect(result.months).toMatchObject([{ month: '2020-10', decisions: 3 }])
    expect(result.synthetic.changed).toBeGreaterThan(0)

    const [changed] = result.cases
    const pair = await ok(`GET /policy/trials/${trialId}/cases/330600/${changed.caseId}`, officer)
    expect([pair.inForce.fund, pair.draft.fund]).toEqual([changed.before, changed.after])
    expect(pair.draft.explanation.children.length).toBeGreaterThan(0)
    expect(JSON.stringify(pair.draft.explanation)).not.toBe(JSON.stringify(pair.inForce.explanation))
    expect((await api(`GET /policy/trials/${trialId}/cases/330600/${changed.caseId}`, leader)).status).toBe(
      403,
    )
  })

  it('shows which due days move', async () => {
    const running = await town.accepted(await town.person(), claim('100.00'))
    const { body } = await edit(await draft(), LIMIT)
    const { result } = await tried(body)
    expect(result.deadlines).toMatchObject({ running: 1, earlier: 1, later: 0 })
    expect(result.deadlines.cases).toMatchObject([{ caseId: running.caseId, from: running.dueOn }])
  })

  it('on a day of its own asks the same cases what they would get then', async () => {
    const { body } = await edit(await draft(), LIMIT)
    const { result, asIf } = await tried(body, '2020-12-01')
    expect(asIf).toBe('2020-12-01')
    expect(result).toMatchObject({ decisions: 3, drifted: null, changed: 0 })
  })

  it('of a draft that changes nothing is refused', async () => {
    const view = await draft()
    const { body } = await api(`POST /policy/drafts/${view.draftId}/trials`, officer, { version: 0 })
    expect(body.code).toBe('draft-empty')
  })

  it('can be stopped, and another one can begin', async () => {
    const { body } = await edit(await draft(), LIMIT)
    const started = await ok(`POST /policy/drafts/${body.draftId}/trials`, officer, { version: 1 })
    expect((await api(`POST /policy/drafts/${body.draftId}/trials`, officer, { version: 1 })).body.code).toBe(
      'trial-running',
    )
    const stopped = await ok(`POST /policy/trials/${started.trialId}/cancel`, officer, {})
    expect(stopped.state).toBe('cancelled')
    expect((await tried(body)).state).toBe('done')
  })
})

describe('a publication', () => {
  const publish = (view: { draftId: string; version: number }, trialId: string, as = second) =>
    api(`POST /policy/drafts/${view.draftId}/publish`, as, { version: view.version, trialId })

  it('needs a second person, who had no hand in the draft', async () => {
    const { body } = await edit(await draft(), LIMIT)
    const { trialId } = await tried(body)
    expect((await publish(body, trialId, officer)).body.code).toBe('draft-own')
    const { body: both } = await edit(body, { ...LIMIT, workingDays: 6 }, second)
    const again = await tried(both)
    expect((await publish(both, again.trialId)).body.code).toBe('draft-own')
  })

  it('on an old trial is refused, and says why', async () => {
    const { body } = await edit(await draft(), LIMIT)
    const { trialId } = await tried(body)
    const { body: later } = await edit(body, { ...LIMIT, workingDays: 6 })
    const { status, body: refused } = await publish(later, trialId)
    expect([status, refused.code]).toEqual([409, 'trial-stale'])
    expect(refused.detail).toContain('edited after the trial')
    expect((await publish(body, trialId)).body.code).toBe('draft-changed')
  })

  it('on a trial worked out by another program is refused: what it found no longer says what people get', async () => {
    const { body } = await edit(await draft(), LIMIT)
    const { trialId, current } = await tried(body)
    expect(current).toBe(true)
    await town.test.sql(`update policy.trial set engine_hash = 'another' where trial_id = $1`, [trialId])
    const { status, body: refused } = await publish(body, trialId)
    expect([status, refused.code]).toEqual([409, 'trial-stale'])
    expect(refused.detail).toContain('The program that works decisions out was renewed')
    expect((await ok(`GET /policy/trials/${trialId}`, officer)).current).toBe(false)
  })

  it('is in force at once, moves running cases, issues guides anew, and is recorded', async () => {
    const { body } = await edit(await draft('五个工作日办结'), LIMIT)
    const outdone = await edit(await draft('另一份'), { ...LIMIT, workingDays: 8 })
    const { trialId } = await tried(body)
    const stale = await tried(outdone.body)
    // What was decided since is told beside the trial; whoever publishes judges it.
    expect((await ok(`GET /policy/trials/${trialId}`, second)).decidedSince).toBe(0)
    await decided('500.00')
    expect((await ok(`GET /policy/trials/${trialId}`, second)).decidedSince).toBe(1)
    const { status, body: published } = await publish(body, trialId)
    expect([status, published.seq, published.moved]).toEqual([200, 1, 1])
    expect(published.guides).toContainEqual(
      expect.objectContaining({ regionCode: '330600', itemId: 'claims.inpatient' }),
    )
    expect(packs.current('330600').version).toContain('+1')
    const place = await ok(`GET /policy/places/${PLACE}`, leader)
    expect(place.rules.find(({ id }: { id: string }) => id === 'claims.inpatient').inForce.join()).toContain(
      '5',
    )
    expect(place.editions).toHaveLength(2)
    const before = await ok(`GET /policy/places/${PLACE}?known=2020-10-11`, leader)
    expect(
      before.rules.find(({ id }: { id: string }) => id === 'claims.inpatient').inForce.join(),
    ).not.toContain('promised')

    const { items } = await ok('GET /policy/publications', leader)
    expect(items[0]).toMatchObject({ seq: 1, author: '童雅琴', publishedBy: '阮思齐', trialId })
    const trail = await town.test.sql(`select act from audit.entry where stream = $1 order by seq`, [
      `pack:${body.draftId}`,
    ])
    expect(trail.map(({ act }) => act)).toEqual(['draft-started', 'policy-published'])

    // The other draft was tried over what was in force before, and changes the same file.
    expect((await publish(outdone.body, stale.trialId)).body.code).toBe('draft-outdated')
    expect((await edit(body, LIMIT)).body.code).toBe('draft-closed')
  })

  it('of another installation process is taken over by the next look', async () => {
    const { openPacks } = await import('../../catalogue/index.ts')
    const { PACKS_FOLDER } = await import('../../../packs/index.ts')
    const other = await openPacks(town.test.db, PACKS_FOLDER, town.clock.now())
    expect(other.library().publication).toBe(1)
    expect(other.current('330600').hash).toBe(packs.current('330600').hash)
  })
})

describe('looking into a rule', () => {
  it('shows its layers, clause, and where the quoted words stand in the text', async () => {
    const history = await ok(`GET /policy/places/${PLACE}/rules/item/claims.inpatient`, leader)
    expect(history.layers.map(({ packId }: { packId: string }) => packId)).toEqual([PLACE, 'cn'])
    const entry = history.layers[0].entries.find(({ value }: { value: string }) => value.startsWith('5'))
    const { text } = packs.all().get(PLACE)!.documents.get('shaoxing-2020-9')!
    expect(
      entry.ranges.map(({ start, end }: { start: number; end: number }) => text.slice(start, end)),
    ).toEqual([SOURCE.quote])
  })

  it('exists for every rule of every place in both languages', async () => {
    const { items } = await ok('GET /policy/places', leader)
    for (const { packId } of items) {
      const { rules } = await ok(`GET /policy/places/${packId}?on=2025-12-31`, leader)
      for (const { kind, id } of rules)
        expect(
          (await api(`GET /policy/places/${packId}/rules/${kind}/${id}`, leader)).status,
          `${packId} ${kind} ${id}`,
        ).toBe(200)
    }
  })

  it('that is not there, or of a pack that is not there, is told', async () => {
    expect((await api(`GET /policy/places/${PLACE}/rules/parameter/no.such`, leader)).body.code).toBe(
      'rule-unknown',
    )
    expect((await api('GET /policy/places/nowhere', leader)).body.code).toBe('pack-unknown')
  })
})
