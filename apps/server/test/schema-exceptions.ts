/** Statements that touch growing tables without naming a region, each with the reason why it may. */
export const acrossRegions: Readonly<Record<string, string>> = {
  'platform.request-forget-all-regions': 'a daily job, a thousand rows at a time; nobody waits for it',
  'platform.outbox-next-region-of-all': 'one step of the walk over the regions, answered by the key',
  'audit.walk-streams': 'yichuang verify-audit proves every chain of every region; an operator waits for it',
  'audit.find-stray-entry': 'part of yichuang verify-audit',
  'cases.walk-chains': 'part of yichuang verify-audit',
  'cases.find-stray-event': 'part of yichuang verify-audit',
  ...Object.fromEntries(
    [
      'insured.person-id-number',
      'insured.person-phone',
      'claims.account',
      'claims.phone',
      'withdrawals.account',
      'withdrawals.phone',
      'payments.account',
      'payments.due-account',
      'clearing.account',
      'clearing.account-proposal',
      'clearing.payment-account',
      'clearing.settlement-list',
      'referral.signing-key',
      'reconciliation.file-key',
      'debts.id-number',
      'platform.request-reply',
    ].map((field) => [
      `${field}-rotate-next-region`,
      'one step of the walk over the regions, answered by the key',
    ]),
  ),
}

/** Statements that touch the SQL schema of another module, each with the reason why it may. */
export const acrossSchemas: Readonly<Record<string, string>> = {}
