import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { allowing, cents, onSuccess, type Defect, type Json } from './plants.ts'
import type { Plant } from './proxy.ts'

const [SETL_ID, MSGID, RESULT] = [2, 3, 4] as const

/** Changes the rows of a file of results (9102). */
const inResults =
  (change: (rows: string[][]) => string[][]): Plant =>
  (reply) => {
    if (!reply.file) return reply
    const [[name, text]] = Object.entries(unzipSync(reply.file)) as [[string, Uint8Array]]
    const rows = strFromU8(text)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
    const lines = change(rows).map((row) => `${row.join('\t')}\n`)
    return { ...reply, file: zipSync({ [name]: strToU8(lines.join('')) }) }
  }

const eachResult = (change: (row: string[]) => void) =>
  inResults((rows) => {
    for (const row of rows) change(row)
    return rows
  })

const isInvented = (row: readonly string[]) => /^9+$/.test(row[SETL_ID]!)

/** What careless centres do with the books, and with what they tell of a person's year. */
export const booksDefects: readonly Defect[] = [
  {
    what: 'totals are even whatever they are, on a day that is over',
    check: 'books-totals',
    plant: onSuccess(['3201'], ({ output }) => (output.stmtinfo.stmt_rslt = '0')),
  },
  {
    what: 'totals that agree are not even',
    check: 'books-totals',
    plant: onSuccess(['3201'], ({ output }) => (output.stmtinfo.stmt_rslt = '1')),
  },
  {
    what: 'a settlement is lost from the details',
    check: 'books-even',
    plant: inResults((rows) => rows.slice(1)),
  },
  {
    what: 'a settlement is in the details two times',
    check: 'books-even',
    plant: inResults((rows) => [...rows, ...rows.slice(0, 1)]),
  },
  {
    what: 'a row the hospital has forgotten comes without its msgid',
    check: 'books-row-missing',
    plant: eachResult((row) => {
      if (row[SETL_ID] === 'null') row[MSGID] = 'null'
    }),
  },
  {
    what: 'a row nobody has settled is even',
    check: 'books-row-too-many',
    plant: eachResult((row) => {
      if (isInvented(row)) row[RESULT] = '0'
    }),
  },
  {
    what: 'a row that is a fen off is even',
    check: 'books-amount',
    plant: eachResult((row) => {
      if (row[SETL_ID] !== 'null' && !isInvented(row)) row[RESULT] = '0'
    }),
  },
  {
    what: 'a file that was never uploaded is compared',
    check: 'books-file-unknown',
    plant: allowing(({ infno }) => infno === '3202'),
  },
  {
    what: 'a day with differences is cleared',
    check: 'clearing-day-open',
    plant: allowing(({ infno }) => infno === '3203'),
  },
  {
    what: 'whatever is applied for is taken',
    check: 'clearing-sums',
    plant: allowing(({ infno }) => infno === '3203'),
  },
  {
    what: 'an application is withdrawn two times',
    check: 'clearing-once',
    plant: allowing(({ infno }) => infno === '3204'),
  },
  { what: 'the year grows by itself', check: 'query-accumulated', plant: growing() },
  {
    what: 'the medicines of somebody else are told',
    check: 'query-medicines',
    plant: onSuccess(['5205'], ({ output }) =>
      output.feedetail.push({ psn_no: 'SOMEBODY', fee_ocur_time: '2020-10-15 09:00:00' }),
    ),
  },
]

/** Each answer to 5206 is a fen more than the one before. */
function growing(): Plant {
  let asked = 0
  return onSuccess(['5206'], ({ output }) => {
    asked += 1
    output.cuminfo.forEach((row: Json) => (row.cum = cents(row.cum, asked)))
  })
}
