import { maskBankAccount, parseBankAccount } from '@yichuang/kernel'
import type { FieldCipher } from '../../../platform/crypto.ts'
import type { Db } from '../../../platform/db.ts'
import { newId } from '../../../platform/uuid.ts'
import { record } from '../../audit/index.ts'
import { InstitutionNotFound } from '../../institutions/index.ts'
import { findHospital } from '../../organisations/index.ts'
import type { Hand } from '../world.ts'
import { decideProposal, lockProposal, putAccount, putProposal } from './account.queries.ts'
import { AccountChanged, AccountDiffers, AccountFaulty, AccountSamePerson } from './run.problems.ts'
import type { ProposalRow } from './run-row.ts'
import { ACCOUNT } from './sealed.queries.ts'

/**
 * What one person enters of where an institution of the city is paid, in place of whatever was entered before. Nothing is
 * paid there until another confirms it. In a transaction; throws `institution-not-found`, `clearing-account-faulty`.
 */
export async function proposeAccount(
  db: Db,
  regionCode: string,
  asked: {
    readonly institutionCode: string
    readonly holder: string
    readonly bankName: string
    readonly account: string
  },
  cipher: FieldCipher,
  by: Hand,
): Promise<ProposalRow> {
  const { institutionCode, holder, bankName } = asked
  const institution = await findHospital(db, institutionCode)
  if (institution?.regionCode !== regionCode) throw InstitutionNotFound()
  const digits = digitsOf(asked.account)
  const row = {
    institutionCode,
    proposalId: newId(),
    state: 'proposed',
    holder,
    bankName,
    accountEnc: cipher.encrypt(digits, ACCOUNT),
    accountMasked: maskBankAccount(digits),
    proposedBy: by.actor.id,
    proposedByName: by.actor.name,
    proposedAt: by.at,
    ...UNDECIDED,
  } as const
  await putProposal(db, regionCode, row)
  await note(db, regionCode, row, by, 'institution-account')
  return row
}

/** The proposal somebody saw. */
export interface ProposalRef {
  readonly institutionCode: string
  readonly proposalId: string
}

/**
 * From here on the institution is paid there; runs made before keep what they have. Who confirms types the number anew from
 * the bank's paper: of what was entered only its end is ever shown. In a transaction; throws `clearing-account-changed`,
 * `clearing-account-same-person`, `clearing-account-faulty`, `clearing-account-differs`.
 */
export async function confirmAccount(
  db: Db,
  regionCode: string,
  { account, ...ref }: ProposalRef & { readonly account: string },
  cipher: FieldCipher,
  by: Hand,
): Promise<ProposalRow> {
  const { row, accountEnc } = await undecided(db, regionCode, ref, by)
  if (cipher.decrypt(accountEnc, ACCOUNT) !== digitsOf(account)) throw AccountDiffers()
  await putAccount(db, regionCode, { ...row, accountEnc }, { name: by.actor.name, at: by.at })
  return decided(db, regionCode, { ...row, state: 'confirmed', reason: null }, by)
}

/** Sends what was entered back with the reason; the account in use stays. In a transaction; throws as confirming does. */
export async function returnAccount(
  db: Db,
  regionCode: string,
  { reason, ...ref }: ProposalRef & { readonly reason: string },
  by: Hand,
): Promise<ProposalRow> {
  const { row } = await undecided(db, regionCode, ref, by)
  return decided(db, regionCode, { ...row, state: 'returned', reason }, by)
}

async function undecided(db: Db, regionCode: string, { institutionCode, proposalId }: ProposalRef, by: Hand) {
  const row = await lockProposal(db, regionCode, institutionCode)
  if (row?.proposalId !== proposalId || row.accountEnc === null) throw AccountChanged()
  if (row.proposedBy === by.actor.id) throw AccountSamePerson()
  return { row, accountEnc: row.accountEnc }
}

async function decided(db: Db, regionCode: string, row: ProposalRow, by: Hand): Promise<ProposalRow> {
  const { id: decidedBy, name: decidedByName } = by.actor
  const done = { ...row, accountEnc: null, decidedBy, decidedByName, decidedAt: by.at }
  await decideProposal(db, regionCode, done)
  await note(db, regionCode, done, by, `institution-account-${row.state}`)
  return done
}

function digitsOf(account: string): string {
  const read = parseBankAccount(account)
  if (!read.ok) throw AccountFaulty({ zh: read.fault.sentences['zh-CN'], en: read.fault.sentences.en })
  return read.value.account
}

async function note(db: Db, regionCode: string, row: ProposalRow, { actor, at }: Hand, act: string) {
  const { institutionCode, holder, bankName, accountMasked: account, reason } = row
  const detail = { holder, bankName, account, ...(reason !== null && { reason }) }
  await record(db, { regionCode, stream: `institution:${institutionCode}`, actor, at, act, detail })
}

const UNDECIDED = { decidedBy: null, decidedByName: null, decidedAt: null, reason: null } as const
