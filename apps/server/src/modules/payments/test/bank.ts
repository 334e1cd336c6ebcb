import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import { claim, openTown } from '../../../../test/claims-town.ts'
import { newId } from '../../../platform/uuid.ts'
import { paymentOf, paymentsRoutes } from '../index.ts'

export interface PaymentLine {
  readonly paymentId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly amount: string
  readonly state: string
}

/** A city with approved cases and somebody of its bank. */
export async function openBank(regionCode = '330600') {
  const town = await openTown({ regionCode, parts: { payment: paymentOf }, register: paymentsRoutes })
  const { ok, call, finance } = town
  return {
    town,
    /** a case that waits for payment */
    async approved(content: object = claim('2000.00'), insurance: 'employee' | 'resident' = 'employee') {
      const who = await (insurance === 'employee' ? town.person() : town.person('resident', 'resident-adult'))
      const view = await town.accepted(who, content)
      const { status, body } = await town.approve(await town.proposed(view))
      if (status !== 200) throw new Error(JSON.stringify(body))
      return body as { caseId: string; version: number; fund: string }
    },
    /** a run of everything that waits, sent to the bank */
    async exported() {
      const run = await ok('POST /payment-runs', finance, { officeId: town.county.id })
      await ok(`POST /payment-runs/${run.runId}/bank-file`, finance, {})
      return this.run(run.runId)
    },
    run: (
      runId: string,
    ): Promise<{ runId: string; number: string; version: number; payments: PaymentLine[] }> =>
      ok(`GET /payment-runs/${runId}?regionCode=${town.regionCode}`, finance),
    send(runId: string, file: string | Uint8Array, key?: string) {
      const boundary = newId()
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="return.csv"\r\ncontent-type: text/csv\r\n\r\n`
      return call(`POST /api/v1/payment-runs/${runId}/return-file?regionCode=${town.regionCode}`, {
        as: finance,
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'accept-language': 'zh-CN' },
        payload: Buffer.concat([
          Buffer.from(head),
          Buffer.from(file),
          Buffer.from(`\r\n--${boundary}--\r\n`),
        ]),
        ...(key !== undefined && { key }),
      })
    },
  }
}

/** What a bank sends back: a header, a row for each payment, a trailer with total and count. */
export function returnFile(
  lines: readonly { paymentId: string; amount: string; result: string; reason?: string }[],
  trailer?: string,
): string {
  const total = formatYuan(sumFen(lines.map(({ amount }) => yuan(amount))))
  const rows = lines.map(({ paymentId, amount, result, reason = '' }) =>
    [paymentId, amount, result, reason].join(','),
  )
  return ['支付编号,金额,结果,原因', ...rows, trailer ?? `合计,${total},${lines.length},`, ''].join('\r\n')
}
