import type { ChainClaim, ChainResult, ChainScheme } from '@yichuang/benefits'
import { fen, yearOf, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { HospitalFault } from '../hospital/index.ts'
import {
  giveBackForSettlement,
  heldBy,
  totalOf,
  type Balance,
  type Held,
  type Taken,
} from '../personal-accounts/index.ts'
import type { SettlementRow, Workings } from './settlement.queries.ts'

/** What a settlement took from the person's account, on what the account held before. */
export type AccountUse = NonNullable<Workings['account']>

/** 个人账户使用标志: the person's own account, and one of the family */
const OWN = '1'
const FAMILY = '2'

/** What may be taken from an account for a settlement; undefined where it is not to be used, or there is none. */
export function usable(
  flag: string | undefined,
  held: Held | undefined,
  { pots }: ChainScheme,
  today: PlainDate,
): ChainClaim['accounts'] {
  if (flag === FAMILY)
    throw new HospitalFault(
      '个人账户使用标志（acct_used_flag）2：本地没有加载家庭共济账户的规则。请按 1（本人账户）或 0（不使用）办理。',
    )
  if (flag !== OWN || !held || held.closedOn !== null || pots.length === 0) return undefined
  if (held.year > yearOf(today))
    throw new HospitalFault(
      `该人员个人账户已结转到 ${held.year} 年度，不能按 ${today} 记账。请按 acct_used_flag 0 办理。`,
    )
  return { current: held.currentYear, past: held.pastYears }
}

/** What the calculation took; undefined when it took nothing. */
export function takenBy({ pots }: ChainResult, held: Held | undefined): AccountUse | undefined {
  if (!held || pots.current + pots.past === 0) return undefined
  const { year, currentYear, pastYears } = held
  return { held: { year, currentYear, pastYears }, currentYear: pots.current, pastYears: pots.past }
}

/** What an account holds once a settlement has taken from it. */
export const leftOver = ({ held, currentYear, pastYears }: AccountUse): Fen =>
  fen(totalOf(held) - currentYear - pastYears)

/** 余额 beside a settlement as stored: after it where it took something, else what the account holds now. */
export async function balanceBeside(
  db: Db,
  regionCode: string,
  { personId, workings: { account } }: Pick<SettlementRow, 'personId' | 'workings'>,
  today: PlainDate,
): Promise<Fen> {
  if (account) return leftOver(account)
  return balanceOf((await heldBy(db, regionCode, [personId], today)).get(personId))
}

/** 余额: nothing where there is no account or it was paid out. */
export const balanceOf = (held: Held | undefined): Fen => (held ? totalOf(held) : ZERO_FEN)

/** What settlements of one day take from accounts, as the ledger wants it. */
export function takings(
  rows: readonly Pick<SettlementRow, 'personId' | 'settlementId' | 'workings'>[],
): Taken[] {
  return rows.flatMap(({ personId, settlementId, workings: { account } }) =>
    account ? [{ personId, settlementId, ...account }] : [],
  )
}

/**
 * Gives a settlement's money back to its person's account, and says so for the row that cancels it. A refusal when the
 * account was paid out meanwhile. In a transaction; three statements, none where nothing was taken.
 */
export async function giveAccountBack(
  db: Db,
  regionCode: string,
  { personId, settlementId, workings: { account } }: SettlementRow,
  today: PlainDate,
): Promise<AccountUse | undefined> {
  if (!account) return undefined
  const after = await giveBackForSettlement(db, regionCode, today, { personId, settlementId, ...account })
  if (!after)
    throw new HospitalFault(
      '该笔结算用了个人账户，账户此后已一次性支取结清，不能退回。请到经办机构办理更正。',
    )
  const { currentYear, pastYears } = account
  const given = fen(currentYear + pastYears)
  const [current, past] = after.year > account.held.year ? [ZERO_FEN, given] : [currentYear, pastYears]
  const held: Balance = {
    year: after.year,
    currentYear: fen(after.currentYear - current),
    pastYears: fen(after.pastYears - past),
  }
  return { held, currentYear: fen(0 - current), pastYears: fen(0 - past) }
}
