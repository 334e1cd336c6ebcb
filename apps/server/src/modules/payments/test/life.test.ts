import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { ACCOUNT, claim } from '../../../../test/claims-town.ts'
import { openBank, returnFile } from './bank.ts'

const bank = await openBank()
const { town } = bank

it('pays a run: approved cases, one bank file, the return of the bank, closed cases', async () => {
  const cases = [await bank.approved(claim('2000.00')), await bank.approved(claim('3000.00'))]
  const ready = await town.ok(`GET /payments/ready?officeId=${town.county.id}`, town.finance)
  expect(ready).toMatchObject({ count: 2, total: '2890.00' })
  expect(ready.items.map(({ caseId }: { caseId: string }) => caseId).sort()).toEqual(
    cases.map((view) => view.caseId).sort(),
  )

  const run = await town.ok('POST /payment-runs', town.finance, { officeId: town.county.id })
  expect(run).toMatchObject({ state: 'open', count: 2, total: '2890.00', paidCount: 0 })
  const inRun = await town.ok(`GET /cases/${cases[0]!.caseId}?regionCode=330600`, town.clerk)
  expect(inRun).toMatchObject({ state: 'in-payment', payment: { state: 'in-run', runNumber: run.number } })

  const file = await town.api(`POST /payment-runs/${run.runId}/bank-file`, town.finance, {})
  expect(file.status).toBe(200)
  const rows = parse(file.body, { bom: true, relax_column_count: true })
  expect(rows[1]).toContain(ACCOUNT)
  expect(rows.at(-1)).toEqual([
    '合计',
    '2',
    '',
    '',
    '',
    '2890.00',
    run.number,
    '基本医疗保险统筹基金 2890.00',
  ])
  const again = await town.api(`POST /payment-runs/${run.runId}/bank-file`, town.finance, {})
  expect(again.body).toBe(file.body)

  const payments = (await bank.run(run.runId)).payments
  const partial = await bank.send(run.runId, returnFile([{ ...payments[0]!, result: '成功' }]))
  expect(partial.body).toMatchObject({ state: 'exported', paidCount: 1, paidTotal: payments[0]!.amount })
  const rest = await bank.send(
    run.runId,
    returnFile([{ ...payments[1]!, result: '失败', reason: '户名与账号不符' }]),
  )
  expect(rest.body).toMatchObject({ state: 'settled', paidCount: 1, rejectedCount: 1 })

  const paid = await town.ok(`GET /cases/${payments[0]!.caseId}?regionCode=330600`, town.clerk)
  expect(paid).toMatchObject({ state: 'paid', payment: { state: 'paid', paidOn: '2020-10-12' } })
  const failed = await town.ok(`GET /cases/${payments[1]!.caseId}?regionCode=330600`, town.clerk)
  expect(failed).toMatchObject({
    state: 'payment-failed',
    payment: { state: 'rejected', bankReason: '户名与账号不符' },
  })
})
