import type { ChainScheme, ChainUsed } from '@yichuang/benefits'
import { fen, lesser, sumFen, yearOf, yuan, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { accountShareOn, type Standing } from '../claims/index.ts'
import { correctAccount, type Held } from '../personal-accounts/index.ts'
import type { AccountPart } from '../settlement/index.ts'
import type { Figure } from './figures.ts'

/** A standing with what personal accounts paid of it; absent where none did. */
export interface StandingWithAccounts extends Standing {
  readonly accounts?: readonly AccountPart[]
}

/** What accounts can give and get today. */
export interface Balances {
  /** by person; whoever is not there has none that could change */
  readonly held: ReadonlyMap<string, Held>
  /** leaves of relatives that were ended: their accounts get back what they paid, and give no more */
  readonly ended: ReadonlySet<string>
}
export const NO_BALANCES: Balances = { held: new Map(), ended: new Set() }

/** What all accounts paid together. */
export const takenOf = ({ accounts = [] }: StandingWithAccounts): Fen =>
  sumFen(accounts.map(({ currentYear, pastYears }) => fen(currentYear + pastYears)))

/**
 * The accounts' parts of a decision that was worked out anew. They follow the person's burden as at the settlement, but no
 * further than the funds' part changed: what funds pay more goes back to the accounts before it goes to the person, and what
 * funds pay less is taken from the accounts, as far as they held and hold it, before it is asked of the person. An account
 * that was paid out meanwhile stays as it was.
 */
export function withAccounts(
  before: StandingWithAccounts,
  after: Standing,
  chain: ChainScheme | undefined,
  used: ChainUsed,
  balances: Balances,
): StandingWithAccounts {
  const { accounts } = before
  if (!accounts || after.worked?.by === 'hand') return accounts ? { ...after, accounts } : after
  const movable = accounts.filter(({ personId }) => isOpen(balances.held.get(personId)))
  const taken = takenOf(before)
  const wanted =
    after.worked === null ? ZERO_FEN : accountShareOn(after.worked, chain!, used, offered(accounts, balances))
  const funds = yuan(after.fund) - yuan(before.fund)
  const change = Math.min(Math.max(wanted - taken, Math.min(0, -funds)), Math.max(0, -funds))
  const moved = new Map(
    (change < 0 ? givenBack(movable, -change) : drawn(movable, change, balances)).map(byKey),
  )
  return { ...after, accounts: accounts.map((part) => moved.get(keyOf(part)) ?? part) }
}

/** What accounts hold once the parts of one decision have changed, for those after it. */
export function balancesAfter(
  balances: Balances,
  before: StandingWithAccounts,
  after: StandingWithAccounts,
): Balances {
  const held = new Map(balances.held)
  for (const [at, part] of (after.accounts ?? []).entries()) {
    const now = held.get(part.personId)
    if (!now) continue
    const was = before.accounts![at]!
    const [current, past] = [part.currentYear - was.currentYear, part.pastYears - was.pastYears]
    const turned = now.year > part.year
    held.set(part.personId, {
      ...now,
      currentYear: fen(now.currentYear - (turned ? 0 : current)),
      pastYears: fen(now.pastYears - past - (turned ? current : 0)),
    })
  }
  return { ...balances, held }
}

/** Writes what a decision's accounts get or give; in a transaction. An entry for each account that changes. */
export async function bookAccounts(
  db: Db,
  regionCode: string,
  figures: readonly Figure[],
  day: PlainDate,
): Promise<void> {
  for (const { subject, before, after } of figures)
    for (const [at, part] of (after.accounts ?? []).entries()) {
      const was = before.accounts![at]!
      const change = {
        currentYear: fen(was.currentYear - part.currentYear),
        pastYears: fen(was.pastYears - part.pastYears),
      }
      if (change.currentYear === 0 && change.pastYears === 0) continue
      const { personId, shareId, year } = part
      const turned = yearOf(day) > year
      const moved = turned
        ? { currentYear: ZERO_FEN, pastYears: fen(change.currentYear + change.pastYears) }
        : change
      await correctAccount(db, regionCode, day, {
        personId,
        settlementId: subject.id,
        ...(shareId !== undefined && { shareId }),
        ...moved,
      })
    }
}

const isOpen = (held: Held | undefined) => held !== undefined && held.closedOn === null
const keyOf = ({ personId, shareId }: AccountPart) => `${personId} ${shareId ?? ''}`
const byKey = (part: AccountPart): [string, AccountPart] => [keyOf(part), part]

/** What an account could have paid more then, and can still today. */
function spare(
  { personId, shareId, year, left }: AccountPart,
  balances: Balances,
): { current: Fen; past: Fen } {
  const held = balances.held.get(personId)
  const ended = shareId !== undefined && balances.ended.has(shareId)
  if (!held || held.closedOn !== null || ended) return { current: ZERO_FEN, past: ZERO_FEN }
  // Over the turn of a year all of it lies with the years before.
  if (held.year > year)
    return { current: ZERO_FEN, past: lesser(fen(left.currentYear + left.pastYears), held.pastYears) }
  return { current: lesser(left.currentYear, held.currentYear), past: lesser(left.pastYears, held.pastYears) }
}

/** What accounts are worked out with: what they paid, and what they could have paid more. */
function offered(accounts: readonly AccountPart[], balances: Balances) {
  const sums = accounts.map((part) => {
    const { current, past } = spare(part, balances)
    return [fen(part.currentYear + current), fen(part.pastYears + past)] as const
  })
  if (accounts.some(({ shareId }) => shareId !== undefined)) return { family: sumFen(sums.flat()) }
  return { current: sumFen(sums.map(([current]) => current)), past: sumFen(sums.map(([, past]) => past)) }
}

/** The last that paid gets its money first, of each the years before first: the other way round than it was taken. */
function givenBack(accounts: readonly AccountPart[], amount: number): AccountPart[] {
  let due = fen(amount)
  return accounts.toReversed().map((part) => {
    const past = lesser(due, part.pastYears)
    const current = lesser(fen(due - past), part.currentYear)
    due = fen(due - past - current)
    return changed(part, fen(0 - current), fen(0 - past))
  })
}

function drawn(accounts: readonly AccountPart[], amount: number, balances: Balances): AccountPart[] {
  let due = fen(amount)
  return accounts.map((part) => {
    const free = spare(part, balances)
    const current = lesser(due, free.current)
    const past = lesser(fen(due - current), free.past)
    due = fen(due - past - current)
    return changed(part, current, past)
  })
}

function changed(part: AccountPart, current: Fen, past: Fen): AccountPart {
  const { left } = part
  return {
    ...part,
    currentYear: fen(part.currentYear + current),
    pastYears: fen(part.pastYears + past),
    left: { currentYear: fen(left.currentYear - current), pastYears: fen(left.pastYears - past) },
  }
}
