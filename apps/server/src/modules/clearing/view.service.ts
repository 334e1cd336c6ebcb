import type { Clearing, ClearingWhole } from '@yichuang/contracts'
import { formatYuan, lastOfMonth, plainDate, yearOf } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { agreementOn } from '../institutions/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { heldByHospital } from '../prepayments/index.ts'
import { cancellationsOfEarlier, rowsToClear } from '../settlement/index.ts'
import type { ApplicationRow } from './application-row.ts'
import {
  applicationsBefore,
  applicationsOf,
  openApplications,
  readApplication,
} from './application.queries.ts'
import { moneyOf, rowsOf } from './differences.ts'
import { missingLists } from './lists/index.ts'
import { openClosings } from './open-closings.ts'
import { deductionsOfApplications, fundsOfApplications } from './part.queries.ts'
import { newest, nextPlace, placeOf, rowPlace } from './places.ts'
import { readPayment } from './run/payment.queries.ts'
import { inOrder } from './sums.ts'
import { fundName, kindName, STATE_NAMES } from './words.ts'
import type { Books } from './world.ts'

/** An application of a city, before it is known whether the caller may see it. */
export const findClearing = (db: Db, regionCode: string, applicationId: string) =>
  readApplication(db, regionCode, applicationId)

/** An application as lists show it. */
export function clearingView(row: ApplicationRow): Clearing {
  const { applicationId, number, kind, institutionCode, institutionName, period, clrType, from, to } = row
  const { state, count, cancellations, medical, cash, applied, deducted, deposit, offset, payable } = row
  const { depositShare, appliedOn, appliedBy, note, reason, paidOn, version } = row
  return {
    applicationId,
    number,
    kind,
    institutionCode,
    institutionName,
    period,
    clrType,
    from,
    to,
    state,
    count,
    cancellations,
    medical,
    cash,
    applied,
    deducted,
    deposit,
    offset,
    payable,
    depositShare,
    appliedOn,
    appliedBy,
    note,
    reason,
    paidOn,
    version,
    clrTypeName: kindName(clrType),
    stateName: STATE_NAMES[state],
    reviewedBy: row.proposedByName,
    approvedBy: row.approvedByName,
  }
}

/** Applications with their funds and deductions. What is only proposed is not shown to institutions. */
export async function withParts(
  db: Db,
  regionCode: string,
  rows: readonly ApplicationRow[],
  side: 'agency' | 'institution',
): Promise<ClearingWhole[]> {
  const ids = rows.map(({ applicationId }) => applicationId)
  const [funds, deductions] = [
    Map.groupBy(await fundsOfApplications(db, regionCode, ids), (one) => one.applicationId),
    Map.groupBy(await deductionsOfApplications(db, regionCode, ids), (one) => one.applicationId),
  ]
  return rows.map((row) => {
    const whole = {
      ...clearingView(row),
      funds: (funds.get(row.applicationId) ?? [])
        .toSorted(inOrder)
        .map((fund) => ({ ...fund, ...fundName(fund) })),
      deductions: (deductions.get(row.applicationId) ?? []).map(
        ({ seq, amount, reason, clause, ...one }) => ({
          seq,
          amount,
          reason,
          clause,
          settlementId: one.settlementId,
          title: fundName(one).title,
        }),
      ),
    }
    return side === 'institution' && row.state === 'proposed' ? undecided(whole) : whole
  })
}

/** A proposal may still change, so its figures stay with the agency. */
function undecided(whole: ClearingWhole): ClearingWhole {
  const none = { deducted: '0.00', deposit: '0.00', offset: '0.00', payable: whole.applied }
  const funds = whole.funds.map((fund) => ({ ...fund, ...none, payable: fund.applied }))
  return { ...whole, ...none, funds, deductions: [], note: null, depositShare: null }
}

/** One application with all that whoever reviews it or asks about it needs. */
export async function wholeClearing(
  db: Db,
  regionCode: string,
  row: ApplicationRow,
  side: 'agency' | 'institution',
) {
  const [whole] = await withParts(db, regionCode, [row], side)
  const range = { institutionCode: row.institutionCode, clrType: row.clrType, from: row.from, to: row.to }
  const settled = row.kind === 'settled'
  const earlier = settled ? await cancellationsOfEarlier(db, regionCode, range) : { count: 0, fund: '0.00' }
  const payment = row.paymentId === null ? undefined : await readPayment(db, regionCode, row.paymentId)
  return {
    ...whole!,
    earlier: { count: earlier.count, amount: earlier.fund },
    advances: (await heldByHospital(db, regionCode, row.institutionCode)).map(({ insurance, amount }) => ({
      insurance,
      held: amount,
    })),
    agreementShare: settled
      ? ((await agreementOn(db, regionCode, row.institutionCode, row.to))?.depositShare ?? null)
      : null,
    listsMissing: settled ? await missingLists(db, regionCode, range) : [],
    payment: payment
      ? {
          run: payment.run,
          amount: payment.amount,
          accountMasked: payment.accountMasked,
          bankReason: payment.bankReason,
        }
      : null,
  }
}

/** A month of an institution: what can be applied for, and what became of what was. */
export async function ownMonth(
  db: Db,
  books: Books,
  { regionCode, hospitalCode: institutionCode, name }: Hospital,
  month: string,
) {
  const from = plainDate(`${month}-01`)
  const range = { institutionCode, from, to: lastOfMonth(from) }
  const { parts } = await openClosings(db, books, regionCode, range)
  const rows = await applicationsOf(db, regionCode, institutionCode, month)
  // Deposits of a year show in its December.
  const deposits = month.endsWith('-12')
    ? await applicationsOf(db, regionCode, institutionCode, String(yearOf(from)))
    : []
  return {
    institution: { code: institutionCode, name },
    month,
    open: [...Map.groupBy(parts, ({ clrType }) => clrType)].map(([clrType, some]) => ({
      clrType,
      clrTypeName: kindName(clrType),
      from: some[0]!.day,
      to: some.at(-1)!.day,
      count: rowsOf(some),
      medical: formatYuan(moneyOf(some, 'medfee_sumamt')),
      fund: formatYuan(moneyOf(some, 'fund_pay_sumamt')),
      account: formatYuan(moneyOf(some, 'acct_pay')),
      cash: formatYuan(moneyOf(some, 'psn_cash_pay')),
    })),
    unclosed: [...(await books.unclosedDays(db, regionCode, range))],
    applications: await withParts(db, regionCode, [...deposits, ...rows], 'institution'),
    listsMissing: await missingLists(db, regionCode, range),
  }
}

/** Applications of all institutions. */
export async function listing(
  db: Db,
  regionCode: string,
  asked: { readonly which: 'open' | 'all'; readonly cursor?: string | undefined; readonly limit: number },
) {
  if (asked.which === 'open')
    return { items: (await openApplications(db, regionCode)).map(clearingView), next: null }
  const rows = await applicationsBefore(db, regionCode, newest(asked.cursor), asked.limit + 1)
  const page = rows.slice(0, asked.limit)
  const next = nextPlace(rows, asked.limit, ({ appliedAt, applicationId }) => [
    appliedAt.toISOString(),
    applicationId,
  ])
  return { items: page.map(clearingView), next }
}

/** The settlements behind an application. */
export async function settlementsBehind(
  db: Db,
  regionCode: string,
  { institutionCode, clrType, from, to }: ApplicationRow,
  asked: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const range = { institutionCode, clrType, from, to }
  const place = rowPlace(placeOf(asked.cursor))
  const rows = await rowsToClear(db, regionCode, range, place, asked.limit + 1)
  const items = rows.slice(0, asked.limit).map(({ medType: _kind, ...row }) => row)
  const next = nextPlace(rows, asked.limit, ({ settledOn, settlementId }) => [settledOn, settlementId])
  return { items, next }
}
