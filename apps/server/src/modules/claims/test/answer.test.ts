import { expect, it } from 'vitest'
import { bill, claimOf, openTown } from '../../../../test/claims-town.ts'

const town = await openTown()
const { api, ok, clerk } = town
const gap = { materialId: null, field: null, text: '请补充出院小结' }

/** A case with a notice that its person has to answer. */
async function noticed(content: object) {
  const handedIn = await town.handIn(await town.draft(await town.person(), content))
  const view = await ok(`POST /cases/${handedIn.caseId}/notice`, clerk, {
    version: handedIn.version,
    gaps: [gap],
  })
  return { caseId: view.caseId as string, version: view.version as number }
}
const save = ({ caseId, version }: { caseId: string; version: number }, content: object) =>
  ok(`PUT /cases/${caseId}/content`, clerk, { version, content })
const answer = (caseId: string, version: number) =>
  api(`POST /cases/${caseId}/answer`, clerk, { version, text: '已补充' })

it('an answer with what was changed for the worse is told every fault, and the case waits on', async () => {
  const first = bill('100.00')
  const open = await noticed(claimOf(first))
  const wrong = await save(open, claimOf({ ...first, amount: '90.00', issuedOn: '2020-10-13' }))
  const refused = await answer(open.caseId, wrong.version)
  expect(refused).toMatchObject({ status: 422, body: { code: 'content-faulty' } })
  expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(['bills.0.issuedOn']),
  )
  expect(refused.body.errors.length).toBeGreaterThan(1)
  const mended = await save({ ...open, version: wrong.version }, claimOf(first, bill('50.00')))
  expect(await answer(open.caseId, mended.version)).toMatchObject({ status: 200 })
})

it('an answer with a bill of another case is refused, and says whose', async () => {
  const [mine, theirs] = [bill('100.00'), bill('200.00')]
  await town.handIn(await town.draft(await town.person(), claimOf(theirs)))
  const open = await noticed(claimOf(mine))
  const { version } = await save(open, claimOf(mine, theirs))
  const refused = await answer(open.caseId, version)
  expect(refused.body.errors).toMatchObject([{ path: 'bills.1.number', code: 'bill-already-claimed' }])
})

it('an answer that changes nothing of the form is taken as it is', async () => {
  const open = await noticed(claimOf(bill('100.00')))
  expect(await answer(open.caseId, open.version)).toMatchObject({ status: 200 })
})
