import type { AccountShare } from '@yichuang/contracts'
import { maskName, yearOf, type PlainDate } from '@yichuang/kernel'
import { accountSharing, type Pack, type Relative } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import { findByIdNumber, getPerson, PersonUnknown } from '../insured/index.ts'
import { selectAccount, selectAccounts } from './account.queries.ts'
import { inYear, type Balance } from './balance.ts'
import { endShare, insertShare, sharesById, sharesFor, sharesOf, type ShareRow } from './share.queries.ts'
import {
  NoAccountToShare,
  ShareExists,
  ShareNotFound,
  ShareWithSelf,
  SharingNotAllowed,
} from './share.problems.ts'

export { sharesOf, type ShareRow }

/** Who acts, and when. */
export interface ShareAct {
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
}

/** Whom a holder lets use the account, as named by whoever knows both name and number. */
export interface ShareAsked {
  readonly holderId: string
  readonly memberName: string
  readonly memberIdNumber: string
  readonly relation: Relative
  /** the paper seen at the window; undefined where the holder acts */
  readonly proof?: string | undefined
}

/** Whether somebody has an account at a place that was not paid out. */
export async function hasAccount(db: Db, regionCode: string, personId: string): Promise<boolean> {
  const account = await selectAccount(db, regionCode, personId)
  return account !== undefined && account.closedOn === null
}

/** Lets a relative use a personal account (家庭共济), from today until it is revoked. In a transaction. */
export async function grantShare(
  db: Db,
  pack: Pack,
  regionCode: string,
  { holderId, memberName, memberIdNumber, relation, proof }: ShareAsked,
  by: ShareAct,
): Promise<ShareRow> {
  if (!accountSharing(pack, by.today).has(relation)) throw SharingNotAllowed({ day: by.today })
  const holder = await getPerson(db, regionCode, holderId)
  if (!(await hasAccount(db, regionCode, holderId))) throw NoAccountToShare({ name: holder.name })
  const member = await findByIdNumber(db, regionCode, memberIdNumber, by.today)
  // Only who knows both name and number is told that there is such a person.
  if (member?.name !== memberName.trim()) throw PersonUnknown()
  if (member.personId === holderId) throw ShareWithSelf()
  const row: ShareRow = {
    regionCode,
    shareId: newId(),
    holderId,
    holderName: holder.name,
    memberId: member.personId,
    memberName: member.name,
    relation,
    from: by.today,
    grantedAt: by.at,
    recordedBy: proof === undefined ? 'holder' : 'window',
    recordedByName: by.actor.name,
    proof: proof ?? null,
    revokedOn: null,
  }
  if (!(await insertShare(db, row))) throw ShareExists()
  await noted(db, row, 'account-shared', by)
  return row
}

/** Ends a permission from this moment on; what was paid under it stays. `mayEnd` says whether this caller may. In a transaction. */
export async function revokeShare(
  db: Db,
  regionCode: string,
  shareId: string,
  mayEnd: (row: ShareRow) => boolean,
  by: ShareAct,
): Promise<ShareRow> {
  const [row] = await sharesById(db, regionCode, [shareId])
  if (!row || !mayEnd(row)) throw ShareNotFound()
  if ((await endShare(db, regionCode, shareId, { on: by.today, name: by.actor.name })) === 0) return row
  await noted(db, row, 'account-share-revoked', by)
  return { ...row, revokedOn: by.today }
}

function noted(db: Db, row: ShareRow, act: string, { actor, at }: ShareAct): Promise<void> {
  const { regionCode, holderId, memberId, relation, shareId } = row
  const detail = { shareId, memberId, relation }
  const stream = `person:${holderId}` as const
  return record(db, { regionCode, stream, actor, at, act, personId: holderId, detail })
}

/** A permission as one side reads it; the other side's name is masked, for a family member's is enough to know them by. */
export function shareView(row: ShareRow, side: AccountShare['side']): AccountShare {
  const { shareId, regionCode, relation, from, recordedBy, revokedOn } = row
  const other = maskName(side === 'holder' ? row.memberName : row.holderName)
  return { shareId, regionCode, side, other, relation, from, recordedBy, revokedOn }
}

/** The account of a relative that a person may use, with what it holds. */
export interface SharedAccount {
  readonly shareId: string
  readonly holderId: string
  readonly held: Balance
}

/**
 * The relatives' accounts a person may use on a day, in the order in which leave was given; closed ones are left out, and
 * those whose year has turned already. Two statements.
 */
export async function sharedWith(
  db: Db,
  regionCode: string,
  memberId: string,
  day: PlainDate,
): Promise<SharedAccount[]> {
  const shares = await sharesFor(db, regionCode, memberId, day)
  if (shares.length === 0) return []
  const found = await selectAccounts(
    db,
    regionCode,
    shares.map(({ holderId }) => holderId),
  )
  const accounts = new Map(found.map((account) => [account.personId, account]))
  return shares.flatMap(({ shareId, holderId }) => {
    const account = accounts.get(holderId)
    if (!account || account.closedOn !== null || account.year > yearOf(day)) return []
    const { year, currentYear, pastYears } = inYear(account, yearOf(day))
    return [{ shareId, holderId, held: { year, currentYear, pastYears } }]
  })
}
