import { formatYuan, sumFen, yuan, type Fen } from '@yichuang/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claim } from '../../../../test/claims-town.ts'
import { fundSums, splitOf } from '../funds.ts'
import { openBank, returnFile } from './bank.ts'

const REGION = '370800'
const bank = await openBank(REGION)
const { town } = bank
const { ok, sql, finance } = { ...town, ...town.test }

const anySplit = fc
  .dictionary(
    fc.constantFrom('hifp_pay', 'hifmi_pay', 'maf_pay', 'acct_pay'),
    fc.integer({ min: 0, max: 900_000_000 }),
    { minKeys: 1 },
  )
  .map((parts) =>
    Object.fromEntries(Object.entries(parts).map(([payer, part]) => [payer, formatYuan(part as Fen)])),
  )
const anyPayment = fc.record({
  payers: fc.option(anySplit),
  alone: fc.integer({ min: 1, max: 900_000_000 }),
  state: fc.constantFrom('in-run', 'paid', 'rejected', 'cancelled'),
})

it('the funds of any payments make up their amounts to the fen, in all and by what the bank did', () => {
  fc.assert(
    fc.property(fc.array(anyPayment, { minLength: 1, maxLength: 30 }), (all) => {
      const payments = all.map(({ payers, alone, state }) => {
        const amount = payers ? sumFen(Object.values(payers).map((part) => yuan(part))) : (alone as Fen)
        return { payers, state, amount: formatYuan(amount) }
      })
      const sums = fundSums(payments)
      const sumOf = (...states: string[]) =>
        sumFen(payments.filter(({ state }) => states.includes(state)).map(({ amount }) => yuan(amount)))
      expect(sumFen(sums.map(({ total }) => total))).toBe(sumOf('in-run', 'paid', 'rejected', 'cancelled'))
      expect(sumFen(sums.map(({ paid }) => paid))).toBe(sumOf('paid'))
      expect(sumFen(sums.map(({ rejected }) => rejected))).toBe(sumOf('rejected'))
    }),
  )
})

it('a payment that its funds do not make up to the fen goes to no bank', () => {
  const payers = { hifp_pay: '100.00', hifmi_pay: '0.01' }
  expect(splitOf({ amount: '100.01', payers })).toHaveLength(2)
  expect(() => splitOf({ amount: '100.00', payers })).toThrow('do not make up')
  expect(() => splitOf({ amount: '1.00', payers: { nobody_pay: '1.00' } })).toThrow('do not make up')
})

it('one payment goes to the person, the run tells each fund its part, and the bank’s answer settles it by fund', async () => {
  const shared = await bank.approved(claim('60000.00'), 'resident')
  const alone = await bank.approved(claim('2000.00'))
  const { runId } = await ok('POST /payment-runs', finance, { officeId: town.county.id })
  const { body: file } = await town.api(`POST /payment-runs/${runId}/bank-file`, finance, {})
  expect(String(file)).toContain('基本医疗保险统筹基金 35640.00；居民大病保险 4416.00')
  const funds = async () => (await ok(`GET /payment-runs/${runId}?regionCode=${REGION}`, finance)).funds
  const basic = formatYuan((yuan('35640.00') + yuan(alone.fund)) as Fen)
  expect(await funds()).toMatchObject([
    { payer: 'hifp_pay', total: basic, paid: '0.00', rejected: '0.00' },
    { payer: 'hifmi_pay', total: '4416.00', paid: '0.00', rejected: '0.00' },
  ])
  const { payments } = await bank.run(runId)
  const answer = payments.map((line) =>
    line.caseId === shared.caseId
      ? { ...line, result: '成功' }
      : { ...line, result: '失败', reason: '账号不存在' },
  )
  expect((await bank.send(runId, returnFile(answer))).status).toBe(200)
  expect(await funds()).toMatchObject([
    { payer: 'hifp_pay', total: basic, paid: '35640.00', rejected: alone.fund },
    { payer: 'hifmi_pay', total: '4416.00', paid: '4416.00', rejected: '0.00' },
  ])
  expect(await sql('select amount from payments.payment where case_id = $1', [shared.caseId])).toEqual([
    { amount: '40056.00' },
  ])
})
