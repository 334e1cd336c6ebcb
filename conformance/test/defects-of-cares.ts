import { cents, onSuccess, type Defect, type Json } from './plants.ts'
import type { Plant } from './proxy.ts'

/** By what each kind of care is settled, tried, uploaded and taken back. */
const cares = [
  { suffix: '', settle: ['2207', '2207A'], upload: '2204', rows: 'result', cancel: '2208' },
  { suffix: '-stay', settle: ['2304'], upload: '2301', rows: 'result', cancel: '2305' },
  { suffix: '-purchase', settle: ['2102'], upload: '2102', rows: 'detlcutinfo', cancel: '2103' },
] as const

/** What breaks each identity of a kind of care. */
function ofCare({ suffix, settle, upload, rows, cancel }: (typeof cares)[number]): Defect[] {
  const info = (change: (info: Json, output: Json) => void) =>
    onSuccess(settle, ({ output }) => change(output.setlinfo, output))
  const lines = (change: (line: Json) => void) =>
    onSuccess([upload], ({ output }) => output[rows].forEach((line: Json) => change(line)))
  const broken: readonly (readonly [check: string, what: string, plant: Plant])[] = [
    [
      'A1',
      'the funds and the person do not come to the total',
      info((at) => (at.psn_part_amt = cents(at.psn_part_amt, 1))),
    ],
    ['A2', 'one fund is a fen off', info((at) => (at.hifp_pay = cents(at.hifp_pay, -1)))],
    [
      'A3',
      'account and cash do not come to the person’s part',
      info((at) => (at.psn_cash_pay = cents(at.psn_cash_pay, 1))),
    ],
    [
      'A4',
      'relatives paid more than the account',
      info((at) => (at.acct_mulaid_pay = cents(at.acct_pay, 100))),
    ],
    ['A5', 'the four parts are a fen short', info((at) => (at.inscp_scp_amt = cents(at.inscp_scp_amt, -1)))],
    [
      'A6',
      'a row of funds is missing',
      info((_at, output) => (output.setldetail = [{ fund_pay_type: '310100', fund_payamt: 999_999 }])),
    ],
    [
      'A7',
      'a line’s amount is not count × price',
      lines((line) => (line.det_item_fee_sumamt = cents(line.det_item_fee_sumamt, 1))),
    ],
    [
      'A8',
      'a line’s parts do not come to its amount',
      lines((line) => (line.inscp_scp_amt = cents(line.inscp_scp_amt, 1))),
    ],
    [
      'A9',
      'class C is paid like class A',
      lines(
        (line) =>
          Number(line.selfpay_prop) === 1 &&
          Object.assign(line, { fulamt_ownpay_amt: 0, inscp_scp_amt: line.det_item_fee_sumamt }),
      ),
    ],
    [
      'A10',
      'a cancellation has the amounts of the settlement instead of their negatives',
      onSuccess([cancel], ({ output }) => {
        for (const key of Object.keys(output.setlinfo))
          if (typeof output.setlinfo[key] === 'number') output.setlinfo[key] = Math.abs(output.setlinfo[key])
      }),
    ],
    [
      'A11',
      'books are even whatever the sums are',
      onSuccess(['3201'], ({ output }) => (output.stmtinfo.stmt_rslt = '0')),
    ],
    [
      'pre-settle-same',
      'the settlement is not what the trial said',
      info((at) =>
        Object.assign(at, {
          fund_pay_sumamt: cents(at.fund_pay_sumamt, -100),
          psn_part_amt: cents(at.psn_part_amt, 100),
        }),
      ),
    ],
  ]
  return broken.map(([check, what, plant]) => ({
    check: `${check}${suffix}`,
    what: `${what}${suffix && ` (${suffix.slice(1)})`}`,
    plant,
  }))
}

export const careDefects: readonly Defect[] = cares.flatMap(ofCare)
