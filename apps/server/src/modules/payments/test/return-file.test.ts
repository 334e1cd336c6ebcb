import type { Fault } from '@yichuang/contracts'
import { plainDate } from '@yichuang/kernel'
import { describe, expect, it, test } from 'vitest'
import { bankFile, type BankLine } from '../bank-file.ts'
import { checkReturn, readReturnLines, type CheckedReturn } from '../return-file.ts'
import type { PaymentRow } from '../run-row.ts'
import { returnFile } from './bank.ts'

const idOf = (n: number) => `01920000-0000-7000-8000-${String(n).padStart(12, '0')}`
const payment = (n: number, amount: string, state: PaymentRow['state'] = 'in-run'): PaymentRow => ({
  paymentId: idOf(n),
  runId: idOf(900),
  line: n,
  caseId: idOf(100 + n),
  caseNumber: `C${n}`,
  dueId: null,
  amount,
  payers: null,
  holder: '张三',
  bankName: '银行',
  accountEnc: Buffer.alloc(0),
  accountMasked: '**1',
  state,
  bankReason: null,
  bookedOn: state === 'in-run' ? null : plainDate('2020-10-12'),
})
const payments = new Map(
  [payment(1, '100.00'), payment(2, '0.01'), payment(3, '5.50', 'paid')].map((row) => [row.paymentId, row]),
)
const paid = { paymentId: idOf(1), amount: '100.00', result: '成功' }
const rejected = { paymentId: idOf(2), amount: '0.01', result: '失败', reason: '账户已销户' }

function check(file: string | Uint8Array, language: 'zh' | 'en' = 'zh') {
  const lines = readReturnLines(typeof file === 'string' ? Buffer.from(file) : file)
  if (!lines) return undefined
  const otherRun = (id: string) => (id === idOf(7) ? 'ZF-7' : undefined)
  return checkReturn(lines, { payments, otherRun, language })
}
const codes = (file: string): string[] =>
  (check(file) as { faults: Fault[] }).faults.map(({ path, code }) => `${path} ${code}`)

it('gives what to book, with the bank’s reason', () => {
  expect(check(returnFile([paid, rejected]))).toEqual({
    bookings: [
      { paymentId: idOf(1), state: 'paid', reason: null },
      { paymentId: idOf(2), state: 'rejected', reason: '账户已销户' },
    ],
  })
})

it.each(['constructor', '__proto__'])('takes the result %s for no result', (result) => {
  expect(codes(returnFile([{ ...paid, result }]))).toEqual(['rows.2 result-unknown'])
})

it('cuts a long reason without leaving half a character, which could not be stored', () => {
  const reason = `${'长'.repeat(299)}😀`
  const { bookings } = check(returnFile([{ ...rejected, reason }])) as CheckedReturn
  expect(bookings[0]!.reason!.isWellFormed()).toBe(true)
})

it('reads what banks write: GB18030, BOM, English names, columns in another order', () => {
  // 支付编号,金额,结果,原因 / 成功 / 合计 in GB18030
  const gb = (hex: string) => Buffer.from(hex, 'hex')
  const header = Buffer.concat([
    gb('d6a7b8b6b1e0bac5'),
    gb('2c'),
    gb('bdf0b6ee'),
    gb('2c'),
    gb('bde1b9fb'),
    gb('2c'),
    gb('d4add2f2'),
    gb('0d0a'),
  ])
  const row = Buffer.concat([Buffer.from(`${idOf(1)},100.00,`), gb('b3c9b9a6'), Buffer.from(',\r\n')])
  const trailer = Buffer.concat([gb('bacfbcc6'), Buffer.from(',100.00,1,\r\n')])
  const expected = { bookings: [{ paymentId: idOf(1), state: 'paid', reason: null }] }
  expect(check(Buffer.concat([header, row, trailer]))).toEqual(expected)
  expect(check(`\ufeff${returnFile([paid])}`)).toEqual(expected)
  const english = ['result,reason,amount,payment_id', `paid,,100.00,${idOf(1)}`, '1,,100.00,total', ''].join(
    '\n',
  )
  expect(check(english)).toEqual(expected)
})

describe('a faulty file', () => {
  test.each([
    ['a wrong sum', returnFile([paid], '合计,100.01,1,'), ['rows.3 sum-wrong']],
    ['a wrong count', returnFile([paid], '合计,100.00,2,'), ['rows.3 count-wrong']],
    ['no trailer', returnFile([paid], ''), ['rows.3 no-trailer']],
    ['something after the trailer', `${returnFile([paid])}x,1,成功,`, ['rows.4 after-trailer']],
    ['an unknown line', returnFile([paid, { ...rejected, paymentId: 'P-2' }]), ['rows.3 unknown-line']],
    ['an unknown id', returnFile([{ ...paid, paymentId: idOf(9) }]), ['rows.2 unknown-line']],
    ['a line of another run', returnFile([{ ...paid, paymentId: idOf(7) }]), ['rows.2 line-of-another-run']],
    ['a line twice', returnFile([paid, paid]), ['rows.3 line-twice']],
    ['another amount', returnFile([{ ...paid, amount: '100.10' }]), ['rows.2 amount-differs']],
    ['an amount that is none', returnFile([paid], '合计,很多,1,'), ['rows.3 sum-wrong']],
    ['an unknown result', returnFile([{ ...paid, result: '处理中' }]), ['rows.2 result-unknown']],
    ['a rejection without a reason', returnFile([{ ...rejected, reason: '' }]), ['rows.2 reason-empty']],
    [
      'a payment that was booked',
      returnFile([{ ...paid, paymentId: idOf(3), amount: '5.50' }]),
      ['rows.2 already-booked'],
    ],
    ['no header', `${idOf(1)},100.00,成功,`, ['rows.1 no-header']],
    ['nothing in it', '', ['rows.1 no-header']],
    [
      'a missing cell',
      `支付编号,金额,结果,原因\n${idOf(1)}\n合计,0.00,1,\n`,
      ['rows.2 amount-differs', 'rows.2 result-unknown'],
    ],
  ])('with %s is told by row', (_, file, expected) => {
    expect(codes(file)).toEqual(expected)
  })

  it('lists every fault at once, each in one sentence', () => {
    const file = returnFile(
      [{ ...paid, amount: '1.00' }, { ...rejected, reason: '' }, rejected],
      '合计,9.00,9,',
    )
    expect(codes(file)).toHaveLength(5)
    const { faults } = check(file, 'en') as { faults: Fault[] }
    for (const { message } of faults) expect(message).toMatch(/^Row \d: /)
  })

  it('that is no text is not read', () => {
    expect(check(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]))).toBeUndefined()
    expect(check('支付编号,"金额\n')).toBeUndefined()
  })
})

it('the bank file is the same bytes each time, and no cell is a formula', () => {
  const line: BankLine = {
    line: 1,
    paymentId: idOf(1),
    holder: '=HYPERLINK("x")',
    account: '6228480330123456782',
    bankName: '银行,支行',
    amount: '1234.50',
    payers: { hifmi_pay: '234.50', hifp_pay: '1000.00' },
    state: 'in-run',
    caseNumber: '3306',
  }
  const other: BankLine = { ...line, line: 2, holder: '李四', amount: '0.50', payers: null }
  const file = bankFile({ number: 'R-1' }, [line, other])
  expect(bankFile({ number: 'R-1' }, [line, other])).toBe(file)
  expect(file.split('\r\n')).toEqual([
    '\ufeff序号,支付编号,户名,账号,开户银行,金额,办件编号,资金构成',
    `1,${idOf(1)},"'=HYPERLINK(""x"")",6228480330123456782,"银行,支行",1234.50,3306,基本医疗保险统筹基金 1000.00；居民大病保险 234.50`,
    `2,${idOf(1)},李四,6228480330123456782,"银行,支行",0.50,3306,基本医疗保险统筹基金 0.50`,
    '合计,2,,,,1235.00,R-1,基本医疗保险统筹基金 1000.50；居民大病保险 234.50',
    '',
  ])
})
