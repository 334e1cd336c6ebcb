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
import { familyTakings, familyTotal, type Family } from './family.ts'
import type { SettlementRow, Workings } from './settlement.queries.ts'

/** What a settlement took from the person's account, on what the account held before. */
export type AccountUse = NonNullable<Workings['account']>

/** 个人账户使用标志: the person's own account, and those of relatives */
const OWN = '1'
export const FAMILY = '2'

/** The accounts a settlement may use. */
export interface Accounts {
  /** 个人账户使用标志 as sent */
  readonly flag: string | undefined
  /** the person's own, where there is one */
  readonly held: Held | undefined
  /** those of relatives; read only where the flag asks for them */
  readonly family?: Family
}

/** What may be taken from accounts for a settlement; undefined where none is to be used, or there is none. */
export function usable(
  { flag, held, family }: Accounts,
  { pots, basic }: ChainScheme,
  today: PlainDate,
): ChainClaim['accounts'] {
  if (flag === FAMILY) {
    if (!pots.some(({ pot }) => pot === 'family'))
      throw new HospitalFault(
        `个人账户使用标志（acct_used_flag）2：本地在 ${basic.on} 没有允许职工个人账户家庭共济的规定。请按 1（本人账户）或 0（不使用）办理。`,
      )
    if (!family || family.length === 0)
      throw new HospitalFault(
        '个人账户使用标志（acct_used_flag）2：没有家人授权该人员使用个人账户。请账户持有人先在网上或窗口办理家庭共济授权，或按 1（本人账户）、0（不使用）办理。',
      )
    return { family: familyTotal(family) }
  }
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

type Taker = Pick<SettlementRow, 'personId' | 'settlementId' | 'workings'>

/** What settlements of one day take from accounts, as the ledger wants it. */
export function takings(rows: readonly Taker[]): Taken[] {
  return rows.flatMap((row) => {
    const { personId, settlementId, workings } = row
    const own = workings.account ? [{ personId, settlementId, ...workings.account }] : []
    return [...own, ...familyTakings(row)]
  })
}

/**
 * Gives a settlement's money back to the accounts it came from, and says so for the row that cancels it. A refusal when one
 * was paid out meanwhile. In a transaction; three statements, none where nothing was taken.
 */
export async function giveAccountsBack(
  db: Db,
  regionCode: string,
  row: SettlementRow,
  today: PlainDate,
): Promise<Pick<Workings, 'account' | 'family'>> {
  const taken = takings([row])
  if (taken.length === 0) return {}
  const after = await giveBackForSettlement(db, regionCode, today, taken)
  if (!after)
    throw new HospitalFault(
      '该笔结算用了个人账户，账户此后已一次性支取结清，不能退回。请到经办机构办理更正。',
    )
  const { account, family } = row.workings
  return {
    ...(account && { account: turned(account, after.get(row.personId)!) }),
    ...(family && {
      family: family.map((use) => ({ ...use, ...turned(use, after.get(use.holderId)!) })),
    }),
  }
}

/** What was taken, the other way round, on what the account held just before it was given back. */
function turned({ held: was, currentYear, pastYears }: AccountUse, after: Balance): AccountUse {
  const given = fen(currentYear + pastYears)
  const [current, past] = after.year > was.year ? [ZERO_FEN, given] : [currentYear, pastYears]
  const held: Balance = {
    year: after.year,
    currentYear: fen(after.currentYear - current),
    pastYears: fen(after.pastYears - past),
  }
  return { held, currentYear: fen(0 - current), pastYears: fen(0 - past) }
}
