import { expect, test } from 'vitest'
import { readTableText, transactions, writeTableText } from '../src/index.ts'

const sent = transactions['3202'].fileInput!
const result = transactions['3202'].fileOutput!
const row = {
  setl_id: 'S1',
  mdtrt_id: 'M1',
  psn_no: 'P1',
  medfee_sumamt: -1250,
  fund_pay_sumamt: 1000,
  acct_pay: 0,
  refd_setl_flag: '0',
}

test('rows of a reconciliation come back as they were written, with either line end and a byte order mark', () => {
  const text = writeTableText(sent, [row, row])
  expect(text.split('\n')[0]).toBe('S1\tM1\tP1\t-12.5\t10\t0\t0')
  for (const variant of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, text.trimEnd()])
    expect(readTableText(sent, variant)).toEqual({ ok: true, value: [row, row] })
  expect(readTableText(sent, '')).toEqual({ ok: true, value: [] })
})

test('the shorter national result is read, and nothing is written as null', () => {
  const text = writeTableText(result, [{ psn_no: 'P1', msgid: 'X', stmt_rslt: '1', refd_setl_flag: '0' }])
  expect(text).toBe('P1\tnull\tnull\tX\t1\t0\tnull\tnull\tnull\tnull\n')
  expect(readTableText(result, 'P1\tnull\tnull\tX\t1\t0\tnull\n')).toEqual(readTableText(result, text))
})

test('a row with a column too many, or an amount of three decimals, is named', () => {
  const good = 'S1\tM1\tP1\t1\t1\t0\t0\n'
  expect(readTableText(sent, `${good}S1\tM1\tP1\t1\t1\t0\t0\t9\n`)).toMatchObject({
    fault: { code: 'columns', values: { row: '2' } },
  })
  expect(readTableText(sent, `${good}S1\tM1\tP1\t1.005\t1\t0\t0\n`)).toMatchObject({
    fault: { code: 'money', values: { row: '2', field: 'medfee_sumamt' } },
  })
})
