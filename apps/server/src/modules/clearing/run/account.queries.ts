import type { Db } from '../../../platform/db.ts'
import { statement } from '../../../platform/statement.ts'
import type { AccountRow, ProposalRow } from './run-row.ts'

const PROPOSAL = `institution_code as "institutionCode", proposal_id as "proposalId", state, holder, bank_name as "bankName",
  account_enc as "accountEnc", account_masked as "accountMasked", proposed_by as "proposedBy",
  proposed_by_name as "proposedByName", proposed_at as "proposedAt", decided_by as "decidedBy",
  decided_by_name as "decidedByName", decided_at as "decidedAt", reason`

const accounts = statement<AccountRow>(
  'clearing.accounts-of',
  `select institution_code as "institutionCode", holder, bank_name as "bankName", account_enc as "accountEnc",
     account_masked as "accountMasked"
   from clearing.account where region_code = $1 and institution_code = any ($2)`,
)
const saveAccount = statement(
  'clearing.save-account',
  `insert into clearing.account (region_code, institution_code, holder, bank_name, account_enc, account_masked, set_by, set_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (region_code, institution_code) do update set holder = excluded.holder, bank_name = excluded.bank_name,
     account_enc = excluded.account_enc, account_masked = excluded.account_masked, set_by = excluded.set_by,
     set_at = excluded.set_at`,
)
const proposals = statement<ProposalRow>(
  'clearing.account-proposals-of',
  `select ${PROPOSAL} from clearing.account_proposal
   where region_code = $1 and institution_code = any ($2) and state <> 'confirmed'`,
)
const lock = statement<ProposalRow>(
  'clearing.account-proposal-lock',
  `select ${PROPOSAL} from clearing.account_proposal where region_code = $1 and institution_code = $2 for update`,
)
const propose = statement(
  'clearing.propose-account',
  `insert into clearing.account_proposal (region_code, institution_code, proposal_id, state, holder, bank_name, account_enc,
     account_masked, proposed_by, proposed_by_name, proposed_at)
   values ($1, $2, $3, 'proposed', $4, $5, $6, $7, $8, $9, $10)
   on conflict (region_code, institution_code) do update set proposal_id = excluded.proposal_id, state = excluded.state,
     holder = excluded.holder, bank_name = excluded.bank_name, account_enc = excluded.account_enc,
     account_masked = excluded.account_masked, proposed_by = excluded.proposed_by,
     proposed_by_name = excluded.proposed_by_name, proposed_at = excluded.proposed_at,
     decided_by = null, decided_by_name = null, decided_at = null, reason = null`,
)
const decide = statement(
  'clearing.decide-account',
  `update clearing.account_proposal set state = $3, account_enc = null, decided_by = $4, decided_by_name = $5,
     decided_at = $6, reason = $7
   where region_code = $1 and institution_code = $2`,
)

/** Where institutions are paid: what two people agreed on. */
export const accountsOf = (db: Db, regionCode: string, institutions: readonly string[]) =>
  db.many(accounts, [regionCode, institutions])

export async function putAccount(
  db: Db,
  regionCode: string,
  row: AccountRow,
  by: { readonly name: string; readonly at: Date },
): Promise<void> {
  const { institutionCode, holder, bankName, accountEnc, accountMasked } = row
  const account = [holder, bankName, accountEnc, accountMasked]
  await db.run(saveAccount, [regionCode, institutionCode, ...account, by.name, by.at])
}

/** What waits for a second person, or was returned by one. */
export const proposalsOf = (db: Db, regionCode: string, institutions: readonly string[]) =>
  db.many(proposals, [regionCode, institutions])

/** The last that was proposed for an institution, locked for whoever decides. In a transaction. */
export const lockProposal = (db: Db, regionCode: string, institutionCode: string) =>
  db.maybe(lock, [regionCode, institutionCode])

/** A proposal takes the place of whatever was proposed before. */
export async function putProposal(db: Db, regionCode: string, row: ProposalRow): Promise<void> {
  const { institutionCode, proposalId, holder, bankName, accountEnc, accountMasked } = row
  const account = [holder, bankName, accountEnc, accountMasked]
  const by = [row.proposedBy, row.proposedByName, row.proposedAt]
  await db.run(propose, [regionCode, institutionCode, proposalId, ...account, ...by])
}

/** Decides a locked proposal; its account number is not kept with it any longer. */
export async function decideProposal(db: Db, regionCode: string, row: ProposalRow): Promise<void> {
  const { institutionCode, state, decidedBy, decidedByName, decidedAt, reason } = row
  await db.run(decide, [regionCode, institutionCode, state, decidedBy, decidedByName, decidedAt, reason])
}
