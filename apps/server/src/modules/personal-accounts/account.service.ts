import type { PersonalAccount } from '@yichuang/contracts'
import { fen, formatYuan, maskName, yearOf, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { lockAccounts, selectAccount, selectEntries, type Account } from './account.queries.ts'
import { inYear, totalOf, type Balance, type Change } from './balance.ts'
import { forgetHeld } from './held.ts'
import { keep } from './keep.ts'
import { sharesById } from './share.queries.ts'

/** What an account holds on a day; undefined where the agency has none of the person. One statement. */
export async function balanceOn(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<(Balance & { readonly closedOn: PlainDate | null }) | undefined> {
  const account = await selectAccount(db, regionCode, personId)
  return account && { ...inYear(account, yearOf(day)), closedOn: account.closedOn }
}

/** An account with its entries, as people read it. Two statements, and one to name relatives it paid for. */
export async function accountView(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
  language: Language,
): Promise<PersonalAccount | null> {
  const [balance, entries] = await Promise.all([
    balanceOn(db, regionCode, personId, day),
    selectEntries(db, regionCode, personId),
  ])
  if (!balance) return null
  const ids = [...new Set(entries.flatMap(({ shareId }) => shareId ?? []))]
  const shares = ids.length === 0 ? [] : await sharesById(db, regionCode, ids)
  const members = new Map(shares.map(({ shareId, memberName }) => [shareId, maskName(memberName)]))
  return {
    year: balance.year,
    currentYear: formatYuan(balance.currentYear),
    pastYears: formatYuan(balance.pastYears),
    total: formatYuan(totalOf(balance)),
    closedOn: balance.closedOn,
    entries: entries.map(({ shareId, ...entry }) => ({
      ...entry,
      title: TITLES[entry.kind][language],
      relative: shareId === null ? null : (members.get(shareId) ?? null),
    })),
  }
}

const TITLES = {
  'brought-in': { zh: '按经办系统账面更新', en: 'Brought in from the agency’s books' },
  'year-turn': { zh: '年度结转，当年余额转入历年', en: 'Turn of the year: what was left over moves on' },
  withdrawal: { zh: '一次性支取，账户结清', en: 'Paid out, and the account closed' },
  settlement: { zh: '就医购药结算支付', en: 'Paid for care at a hospital or pharmacy' },
  'settlement-back': { zh: '结算撤销，退回账户', en: 'Given back, for a settlement that was taken back' },
  family: { zh: '家庭共济，支付家人就医购药', en: 'Paid for care of a relative' },
  correction: { zh: '结算更正，账户相应增减', en: 'Changed with the correction of a settlement' },
  'family-back': {
    zh: '家人的结算撤销，退回账户',
    en: 'Given back, for a relative’s settlement that was taken back',
  },
} as const

/** The account of a person on a day, locked until the transaction ends. One statement. */
export async function lockedBalance(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<Account | undefined> {
  const [account] = await lockAccounts(db, regionCode, [personId])
  return account && { ...account, ...inYear(account, yearOf(day)) }
}

/** Pays all of an account out for a case and closes it; gives what it held. Inside a transaction; three statements. */
export async function payOut(
  db: Db,
  regionCode: string,
  personId: string,
  { caseId, day }: { readonly caseId: string; readonly day: PlainDate },
): Promise<Balance | undefined> {
  const [account] = await lockAccounts(db, regionCode, [personId])
  if (!account) return undefined
  const held = inYear(account, yearOf(day))
  const change: Change = {
    kind: 'withdrawal',
    day,
    currentYear: fen(0 - held.currentYear),
    pastYears: fen(0 - held.pastYears),
  }
  await keep(db, regionCode, [{ account, change, caseId, closedOn: day }])
  return held
}

/** What the agency's books say of one account on a day. */
export interface BroughtIn {
  readonly personId: string
  readonly day: PlainDate
  readonly currentYear: Fen
  readonly pastYears: Fen
}

/**
 * Makes accounts hold what the agency's books say, each by an entry of the difference; what is there just so, is of an
 * earlier year than the account, or was closed, stays. Inside a transaction; three statements for any number. How many were written.
 */
export async function bringIn(db: Db, regionCode: string, rows: readonly BroughtIn[]): Promise<number> {
  const known = new Map(
    (
      await lockAccounts(
        db,
        regionCode,
        rows.map(({ personId }) => personId),
      )
    ).map((account) => [account.personId, account]),
  )
  const changes = rows.flatMap(({ personId, day, currentYear, pastYears }) => {
    const found = known.get(personId)
    // The books of another system may not know yet that the money is gone: what was closed here stays closed.
    if (found && (found.closedOn !== null || yearOf(day) < found.year)) return []
    const account = found ?? empty(personId, day)
    const held = inYear(account, yearOf(day))
    const change: Change = {
      kind: 'brought-in',
      day,
      currentYear: fen(currentYear - held.currentYear),
      pastYears: fen(pastYears - held.pastYears),
    }
    const same = change.currentYear === 0 && change.pastYears === 0
    return found && same ? [] : [{ account, change, closedOn: null }]
  })
  await keep(db, regionCode, changes)
  forgetHeld()
  return changes.length
}

function empty(personId: string, day: PlainDate): Account {
  return {
    personId,
    year: yearOf(day),
    currentYear: ZERO_FEN,
    pastYears: ZERO_FEN,
    entries: 0,
    closedOn: null,
  }
}
