import { inputs } from '../hospital/client/messages.ts'
import type { Answer } from '../hospital/client/station.ts'
import { cashOfRows, sumOfRows, type BookRow } from './books.ts'
import { compare, type ResultRow } from './compare.ts'
import { Skipped, type Kit } from './kit.ts'

/** What a centre has said about the books of a day that is over, in the order in which it was asked. */
export interface PastDay {
  readonly day: string
  readonly rows: readonly BookRow[]
  /** one row left out of the file */
  readonly missing: { readonly row: BookRow; readonly told: readonly ResultRow[] }
  /** one row that the centre never settled */
  readonly extra: { readonly row: BookRow; readonly told: readonly ResultRow[] }
  /** one row a fen dearer */
  readonly dearer: { readonly row: BookRow; readonly told: readonly ResultRow[] }
  /** the sums of the books, and a fen more */
  readonly totals: readonly { readonly right: Answer; readonly wrong: Answer }[]
  /** 3203 while differences are open */
  readonly early: Answer
  /** the rows as they are */
  readonly even: readonly ResultRow[]
}

const NOBODY = '999999999999999999999999999999'
const known = new WeakMap<Kit, Promise<PastDay>>()

/** The day that is reconciled: once for all checks of an examination. Throws `Skipped` where no day can be over. */
export function pastDayOf(kit: Kit): Promise<PastDay> {
  const found = known.get(kit) ?? reconciled(kit)
  known.set(kit, found)
  return found
}

async function reconciled(kit: Kit): Promise<PastDay> {
  const { day, rows, reversed } = await booksOfADay(kit)
  const [first, ...rest] = rows
  if (!first) throw new Skipped('不适用：那一天没有结算 not applicable: nothing was settled on that day')
  const missing = { row: first, told: await compare(kit, day, rest) }
  const stranger = { ...first, setlId: NOBODY, mdtrtId: NOBODY }
  const extra = { row: stranger, told: await compare(kit, day, [...rows, stranger]) }
  const dearer = { ...first, total: (Number(first.total) + 0.01).toFixed(2) }
  const wrong = { row: dearer, told: await compare(kit, day, [dearer, ...rest]) }
  const early = await kit.ask('3203', clearing(day, rows, first.clrType))
  const totals = []
  for (const kind of kindsOf(rows)) {
    const own = rows.filter((row) => keyOf(row) === kind)
    // Of what 2601 took back the centre has a settlement and its reversal: nothing in the sums, and two in the count.
    const count = own.length + 2 * reversed.filter((row) => keyOf(row) === kind).length
    totals.push({
      right: await kit.accepted('对总账', '3201', sums(kit, day, own, count)),
      wrong: await kit.accepted('对总账', '3201', sums(kit, day, own, count, 0.01)),
    })
  }
  return { day, rows, missing, extra, dearer: wrong, early, totals, even: await compare(kit, day, rows) }
}

/** Rows of a day before today: of the file that was named, or of a day made for it at a centre whose day can be moved on. */
async function booksOfADay(kit: Kit) {
  const { books, moveOn, station } = kit.target
  if (books) {
    if (books.day < station.today()) return books
    throw new Skipped(`不适用：${books.day} 还没有过完 not applicable: that day is not over`)
  }
  if (!(await moveOn?.()))
    throw new Skipped(
      '不适用：当天的账要到次日才能对，这个中心的日期不能推进。请次日用 --books 指定本次写出的 books.json 再检查。 not applicable: a day is reconciled when it is over; examine again tomorrow with --books',
    )
  const day = station.today()
  const [kept, cancelled, lost] = [await kit.charged(), await kit.charged(), await kit.charged()]
  await kit.settle(kept)
  const { visit } = cancelled
  const { output } = await kit.settle(cancelled)
  await kit.accepted('撤销', '2208', inputs.cancel(visit, visit.mdtrtId, String(output.setlinfo.setl_id)))
  const { msgid } = await kit.settle(lost)
  await kit.accepted('冲正', '2601', inputs.reverse(lost.visit.psnNo, msgid, '2207'))
  await moveOn!()
  return { day, rows: kit.books.rows(day), reversed: kit.books.reversed(day) }
}

const keyOf = ({ insutype, clrType }: BookRow) => `${insutype} ${clrType}`
const kindsOf = (rows: readonly BookRow[]) => [...new Set(rows.map(keyOf))]

function sums(kit: Kit, day: string, rows: readonly BookRow[], count: number, more = 0) {
  const [{ insutype, clrType }] = rows as readonly [BookRow]
  return {
    data: {
      insutype,
      clr_type: clrType,
      setl_optins: kit.target.station.institution.region,
      stmt_begndate: day,
      stmt_enddate: day,
      medfee_sumamt: (Number(sumOfRows(rows, 'total')) + more).toFixed(2),
      fund_pay_sumamt: sumOfRows(rows, 'fund'),
      acct_pay: sumOfRows(rows, 'account'),
      fixmedins_setl_cnt: String(count),
    },
  }
}

/** 3203 for a day and a kind of clearing; `more` yuan on top of the funds' part. */
export function clearing(day: string, all: readonly BookRow[], clrType: string, more = 0) {
  const rows = all.filter((row) => row.clrType === clrType)
  const total = sumOfRows(rows, 'total')
  return {
    data: {
      clr_type: clrType,
      clr_way: '1',
      setlym: day.slice(0, 7).replace('-', ''),
      psntime: String(rows.reduce((count, row) => count + (Number(row.total) < 0 ? -1 : 1), 0)),
      medfee_sumamt: total,
      med_sumfee: total,
      fund_appy_sum: (Number(sumOfRows(rows, 'fund')) + more).toFixed(2),
      cash_payamt: cashOfRows(rows),
      acct_pay: sumOfRows(rows, 'account'),
      begndate: day,
      enddate: day,
    },
  }
}
