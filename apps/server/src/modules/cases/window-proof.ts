import type { CaseView } from '@yichuang/contracts'
import type { Role } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { mayActFor, redeemVoucher } from '../insured/index.ts'
import { windowOf, type Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { VoucherOfAnother, WithdrawalNeedsVoucher } from './cases.problems.ts'
import { allowed } from './engine.ts'
import type { OpenCase } from './request.ts'
import type { CaseRules } from './rules.ts'

/** An e-voucher code as it was shown, at an instant of real time: a code lives a minute also where the day is made up. */
export interface ShownVoucher {
  readonly code: string
  readonly at: Date
}

/**
 * Whether an act is the person's own, so that staff may only record it on proof. Once handed in, a case is theirs to take
 * back: a withdrawal by the window would be a refusal by another name, at the nearest window (全市通办) as at any other.
 */
export function needsProof({ caller }: Requester, row: CaseRow, act: string): boolean {
  return caller.kind === 'staff' && row.handedInOn !== null && act === 'withdraw'
}

/** What a clerk may record of the person's own acts when the person shows their code. */
export function actsOnProof({ process }: CaseRules, row: CaseRow, who: Requester): CaseView['actsOnProof'] {
  const atWindow = windowOf(who, row.regionCode) !== undefined
  const open = atWindow && needsProof(who, row, 'withdraw') && allowed(process, row, 'withdraw', PERSON)
  return open ? ['withdraw'] : []
}
const PERSON: readonly Role[] = ['person']

/**
 * The case as it is open to somebody who withdraws it: for a clerk, in the name of the person whose code was shown, who is
 * the applicant or holds their mandate. Inside the transaction of the act, so that a code shown for the wrong case is not
 * used up. Throws `withdrawal-needs-voucher`, `voucher-of-another`, and what `redeemVoucher` throws.
 */
export async function openToWithdraw(
  db: Db,
  who: Requester,
  open: OpenCase,
  shown: ShownVoucher | undefined,
): Promise<{ readonly open: OpenCase; readonly shownBy?: 'person' | 'helper' }> {
  const { row, standing } = open
  if (!needsProof(who, row, 'withdraw')) return { open }
  if (shown === undefined || windowOf(who, row.regionCode) === undefined) throw WithdrawalNeedsVoucher()
  const personId = await redeemVoucher(db, shown.code, shown.at)
  const own = personId === row.personId
  if (!own && !(await mayActFor(db, row.regionCode, personId, row.personId, who.today)))
    throw VoucherOfAnother()
  return { open: { ...open, standing: { ...standing, as: PERSON } }, shownBy: own ? 'person' : 'helper' }
}
