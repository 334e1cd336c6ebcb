import { expect, it } from 'vitest'
import { ACCOUNT, claim, openTown } from '../../../../test/claims-town.ts'

const town = await openTown()
const { ok, api, clerk, sql } = { ...town, ...town.test }
const MASKED = { account: `${'*'.repeat(ACCOUNT.length - 4)}${ACCOUNT.slice(-4)}`, phone: '138****1234' }
const stored = async (caseId: string) =>
  (await sql<Record<string, any>>('select * from claims.claim where case_id = $1', [caseId]))[0]! // oxlint-disable-line typescript/no-explicit-any -- columns as they are

it('account and phone are stored encrypted and shown masked; equal accounts have equal indexes', async () => {
  const who = await town.person()
  const [one, two] = [await town.draft(who, claim('10.00')), await town.draft(who, claim('20.00'))]
  const rows = [await stored(one.caseId), await stored(two.caseId)]
  expect(JSON.stringify(rows)).not.toContain(ACCOUNT)
  expect(JSON.stringify(rows)).not.toContain('13867511234')
  expect(rows[0]!['account_enc'].toString('latin1')).not.toContain(ACCOUNT)
  expect(rows[0]!['account_enc']).not.toEqual(rows[1]!['account_enc'])
  expect(rows[0]!['account_index']).toEqual(rows[1]!['account_index'])
  const view = await ok(`GET /cases/${one.caseId}?regionCode=330600`, clerk)
  expect(view.content.payee.account).toBe(MASKED.account)
  expect(view.content.phone).toBe(MASKED.phone)
})

it('a mask that comes back unchanged keeps what is stored; a new number replaces it; nothing clears it', async () => {
  const content = claim('10.00')
  const draft = await town.draft(await town.person(), content)
  const save = async (part: object, version: number) =>
    (await ok(`PUT /cases/${draft.caseId}/content`, clerk, { version, content: { ...content, ...part } }))
      .version
  const before = await stored(draft.caseId)
  const masked = { payee: { ...content.payee, account: MASKED.account }, phone: MASKED.phone }
  let version = await save(masked, draft.version)
  expect(await stored(draft.caseId)).toMatchObject({
    account_enc: before['account_enc'],
    account_index: before['account_index'],
    phone_enc: before['phone_enc'],
  })
  const check = await ok(`POST /cases/${draft.caseId}/check`, clerk, {})
  expect(check.faults).toEqual([])

  version = await save({ payee: { ...content.payee, account: '6222 0000 1111 2222' } }, version)
  expect((await stored(draft.caseId))['account_masked']).toBe('************2222')
  await save({ payee: { ...content.payee, account: '' }, phone: '' }, version)
  expect(await stored(draft.caseId)).toMatchObject({
    account_enc: null,
    account_index: null,
    phone_masked: null,
  })
})

it('somebody else’s mask is not taken for an account', async () => {
  const content = claim('10.00')
  const draft = await town.draft(await town.person(), {
    ...content,
    payee: { ...content.payee, account: '***************9999' },
  })
  const { body } = await api(`POST /cases/${draft.caseId}/hand-in`, clerk, { version: draft.version })
  expect(body.errors).toMatchObject([{ path: 'payee.account', code: 'account-character' }])
})
