import { plainDate } from '@yichuang/kernel'
import { beforeAll, expect, it } from 'vitest'
import {
  acceptCase,
  answerNotice,
  explainOverdue,
  notifyGaps,
  saveContent,
  startCase,
} from '../../src/modules/cases/index.ts'
import { handIn } from '../../src/modules/cases/hand-in.service.ts'
import { readHistory } from '../../src/modules/cases/case.queries.ts'
import { PLAIN_ITEM } from '../../src/modules/cases/test/plain-item.ts'
import { content, JINING, openTown, type Town } from '../../src/modules/cases/test/town.ts'
import { recordMandate, revokeMandate } from '../../src/modules/insured/index.ts'
import { messagesOf } from '../../src/modules/letters/message.service.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
const GAP = { materialId: null, field: null, text: '请补交出院记录' }

it('what staff change for somebody stands in the case, once for a sitting', async () => {
  const { staff, tx, at } = town
  const clerk = at(staff.clerk, '2020-01-20T10:00')
  let row = await town.handedIn()
  row = await tx((db) => notifyGaps(db, clerk, row, { version: row.version, gaps: [GAP] }))
  const save = async (who: typeof clerk, note: string) => {
    const version = await tx((db) =>
      saveContent(db, who, row, { version: row.version, content: content(note) }),
    )
    row = { ...row, version }
  }
  await save(at(town.person, '2020-01-20T10:05'), '本人改')
  await save(clerk, '窗口改')
  await save(clerk, '窗口再改')
  await save(at(staff.farClerk, '2020-01-20T10:10'), '街道改')
  await tx((db) =>
    answerNotice(db, at(town.person, '2020-01-20T10:15'), row, { version: row.version, text: '' }),
  )
  const { events } = await readHistory(town.db, row)
  expect(events.slice(2).map(({ act, actorName }) => `${act} ${actorName}`)).toEqual([
    'notify 王窗口',
    'change-at-window 王窗口',
    'change-at-window 周街道',
    'answer 张小明',
  ])
})

it('a helper is told of the case while the mandate holds, and nothing afterwards', async () => {
  const { person, neighbour, tx, at, staff } = town
  const by = {
    actor: at(staff.clerk, '2020-01-20T09:00').actor,
    at: new Date(),
    today: plainDate('2020-01-20'),
  }
  const terms = { relation: 'helper', to: null, proof: '委托书' } as const
  const ids = { principalId: person.personId, agentId: neighbour.personId }
  const mandate = await tx((db) => recordMandate(db, JINING, { ...terms, ...ids }, by))
  const helper = at(neighbour, '2020-01-20T11:00')
  const clerk = at(staff.clerk, '2020-01-20T11:30')
  const told = async () =>
    (await messagesOf(new Map([[JINING, town.db]]), neighbour.personId, { language: 'zh' })).items.map(
      ({ kind }) => kind,
    )

  const draft = await tx((db) =>
    startCase(db, at(staff.clerk, '2020-01-20T10:59'), {
      regionCode: JINING,
      itemId: PLAIN_ITEM,
      personId: person.personId,
    }),
  )
  await town.test.sql(`update cases."case" set agent_id = $1, agent_name = '欧阳大海' where case_id = $2`, [
    neighbour.personId,
    draft.caseId,
  ])
  const version = await tx((db) =>
    saveContent(db, helper, draft, { version: draft.version, content: content('代办') }),
  )
  const handed = await tx((db) => handIn(db, clerk, draft, version))
  expect(await told()).toEqual(['handed-in'])
  await tx((db) => revokeMandate(db, mandate.mandateId, () => true, by))
  await tx((db) => acceptCase(db, clerk, handed, { version: handed.version }))
  expect(await told()).toEqual(['handed-in'])
})

it('why a case is late is for its own office to say, not for a clerk elsewhere in the city', async () => {
  const { staff, tx, at } = town
  let row = await town.handedIn('2020-01-02T10:00')
  row = await tx((db) => acceptCase(db, at(staff.clerk, '2020-01-02T10:00'), row, { version: row.version }))
  const explain = (who: typeof staff.clerk) =>
    tx((db) =>
      explainOverdue(db, at(who, '2020-05-20T10:00'), row, { version: row.version, reason: '材料待核实' }),
    )
  await expect(explain(staff.farClerk)).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await explain(staff.clerk)).overdueReason).toBe('材料待核实')
})
