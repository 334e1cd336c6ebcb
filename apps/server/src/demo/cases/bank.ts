import { formatYuan, sumFen, yuan } from '@yichuang/kernel'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

/**
 * Answers a bank file as a bank would: each payment with its result, and a trailer with sum and count.
 * @param rejected case number to the bank's reason; only the cases named in `answered` are answered
 */
export function answerOfBank(
  bankFile: string,
  answered: ReadonlySet<string>,
  rejected: ReadonlyMap<string, string>,
): string {
  const rows: string[][] = parse(bankFile, { bom: true, relax_column_count: true })
  const payments = rows
    .slice(1, -1)
    .map(([, id = '', , , , amount = '', caseNumber = '']) => ({ id, amount, caseNumber }))
    .filter(({ caseNumber }) => answered.has(caseNumber))
  const lines = payments.map(({ id, amount, caseNumber }) => {
    const reason = rejected.get(caseNumber)
    return [id, amount, reason === undefined ? '成功' : '失败', reason ?? '']
  })
  const total = formatYuan(sumFen(payments.map(({ amount }) => yuan(amount))))
  return stringify([
    ['支付编号', '金额', '结果', '原因'],
    ...lines,
    ['合计', total, String(payments.length), ''],
  ])
}
