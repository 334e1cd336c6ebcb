import { describe, expect, it } from 'vitest'
import { fiveLines, fiveTotal, HOSPITAL, OTHER_HOSPITAL, REGION } from '../../settlement/test/clinic.ts'
import { application, openClearingTown } from './clearing-town.ts'

const town = await openClearingTown()
const { api, ask, people, proposeAccount } = town
await town.agree(HOSPITAL, null)

type Person = (typeof people)[keyof typeof people]
const [FIRST, SECOND] = ['6222020200112233', '6222020200445566']
const decide = (
  what: 'confirm' | 'return',
  as: Person,
  proposalId: string,
  said: object = {},
  code = HOSPITAL,
) => {
  const body = { regionCode: REGION, proposalId, ...said }
  return api(`POST /clearing/accounts/${code}/${what}`, as, body)
}
const confirm = (as: Person, proposalId: string, account: string) =>
  decide('confirm', as, proposalId, { account })
const run = () => api('POST /clearing/runs', people.finance, { regionCode: REGION })
const due = async (as: Person = people.supervisor) =>
  (await api(`GET /clearing/payable?regionCode=${REGION}`, as)).body.items[0]
const trail = async () =>
  town.sql<{ act: string; detail: object }>(
    `select act, detail from audit.entry where stream = 'institution:${HOSPITAL}' and act like 'institution-account%'
     order by seq`,
  )

// Something of the hospital waits for payment.
town.on('2020-10-13')
const settled = await town.settled(fiveLines, fiveTotal)
town.on('2020-10-14')
await ask('3203', application([settled]))
const open = await api(`GET /clearing/applications?regionCode=${REGION}&which=open`, people.reviewer)
let [row] = open.body.items
for (const [what, as, more] of [
  ['propose', people.reviewer, { deductions: [], offsets: [] }],
  ['approve', people.approver, {}],
] as const) {
  const body = { regionCode: REGION, version: row.version, ...more }
  row = (await api(`POST /clearing/applications/${row.applicationId}/${what}`, as, body)).body
}

describe('where an institution is paid', () => {
  it('is used only when another person has confirmed what finance entered', async () => {
    expect((await proposeAccount(HOSPITAL, '622202020011223X')).body.code).toBe('clearing-account-faulty')
    expect((await proposeAccount('H33060099999', FIRST)).body.code).toBe('institution-not-found')
    expect((await proposeAccount(HOSPITAL, FIRST, people.supervisor)).status).toBe(403)
    const { body: proposed } = await proposeAccount(HOSPITAL, '6222 0202 0011 2233')
    expect(proposed).toMatchObject({ masked: '************2233', by: '财务', mayDecide: false })

    const waiting = await run()
    expect([waiting.status, waiting.body.code]).toEqual([409, 'clearing-without-account'])
    expect(waiting.body.detail).toContain('waits to be confirmed by another person')
    expect(await due()).toMatchObject({ account: null, proposed: { ...proposed, mayDecide: true } })
    expect((await due(people.finance)).proposed.mayDecide).toBe(false)

    const { proposalId } = proposed
    const alone = await confirm(people.finance, proposalId, FIRST)
    expect([alone.status, alone.body.code]).toEqual([403, 'clearing-account-same-person'])
    const back = await decide('return', people.finance, proposalId, { reason: '我自己看错了' })
    expect(back.body.code).toBe('clearing-account-same-person')
    for (const as of [people.reviewer, people.approver, people.hospital])
      expect((await confirm(as, proposalId, FIRST)).status).toBe(403)
    expect((await confirm(people.supervisor, proposalId, SECOND)).body.code).toBe('clearing-account-differs')
    expect((await due()).account).toBeNull()

    const done = await confirm(people.supervisor, proposalId, '6222 0202 0011 2233')
    expect(done.body).toEqual({ holder: '演示人民医院', bankName: '演示银行', masked: '************2233' })
    expect(await due()).toMatchObject({ account: done.body, proposed: null })
    expect((await confirm(people.supervisor, proposalId, FIRST)).body.code).toBe('clearing-account-changed')
    expect((await trail()).map(({ act }) => act)).toEqual([
      'institution-account',
      'institution-account-confirmed',
    ])
    // A number that was decided on is kept where it is used, and nowhere else.
    expect(await town.sql('select account_enc from clearing.account_proposal')).toEqual([
      { account_enc: null },
    ])
  })

  it('stays what it was until a change is confirmed; a newer proposal takes the place of the older', async () => {
    const older = (await proposeAccount(HOSPITAL, SECOND)).body.proposalId
    const newer = (await proposeAccount(HOSPITAL, SECOND, people.colleague)).body.proposalId
    expect((await confirm(people.supervisor, older, SECOND)).body.code).toBe('clearing-account-changed')
    expect((await due()).account.masked).toBe('************2233')
    const made = (await run()).body
    const file = await api(`POST /clearing/runs/${made.runId}/bank-file`, people.finance, {
      regionCode: REGION,
    })
    expect(String(file.body)).toContain(FIRST)

    const back = await decide('return', people.supervisor, newer, { reason: '户名与开户证明不符' })
    expect(back.body).toMatchObject({ returned: { by: '主任', reason: '户名与开户证明不符' } })
    expect((await confirm(people.finance, newer, SECOND)).body.code).toBe('clearing-account-changed')
    const again = (await proposeAccount(HOSPITAL, SECOND, people.colleague)).body
    expect(again.returned).toBeNull()
    // Of two clerks of finance, each may confirm what the other entered.
    expect((await confirm(people.finance, again.proposalId, SECOND)).body.masked).toBe('************5566')
    expect((await trail()).map(({ act }) => act).slice(2)).toEqual([
      'institution-account',
      'institution-account',
      'institution-account-returned',
      'institution-account',
      'institution-account-confirmed',
    ])
  })

  it('is confirmed for the institution it was entered for, and once where two confirm together', async () => {
    const { proposalId } = (await proposeAccount(HOSPITAL, FIRST)).body
    const elsewhere = await decide(
      'confirm',
      people.supervisor,
      proposalId,
      { account: FIRST },
      OTHER_HOSPITAL,
    )
    expect(elsewhere.body.code).toBe('clearing-account-changed')
    const both = await Promise.all(
      [people.supervisor, people.colleague].map((as) => confirm(as, proposalId, FIRST)),
    )
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]))
  })
})
