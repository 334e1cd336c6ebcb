import { formatYuan, sumFen, yuan, ZERO_FEN, type Fen } from '@yichuang/kernel'
import type { Insurance } from '@yichuang/benefits'
import type { Db } from '../../platform/db.ts'
import { agreementOn } from '../institutions/index.ts'
import { offsetHeld } from '../prepayments/index.ts'
import type { ApplicationRow, DeductionRow, FundRow } from './application-row.ts'
import { lockApplication, updateApplication } from './application.queries.ts'
import { note } from './apply.service.ts'
import { checkSettlements } from './named-settlements.ts'
import {
  ClearingChanged,
  ClearingNotFound,
  ClearingReviewFaulty,
  ClearingSamePerson,
  ClearingState,
} from './clearing.problems.ts'
import { freeClosings, fundsOfApplications, replaceDeductions, updateFunds } from './part.queries.ts'
import { holdAgain } from './release.queries.ts'
import { BASIC, sameFund, taken, totalsOf, type FundSums, type Source } from './sums.ts'
import { STATE_NAMES } from './words.ts'
import type { Hand } from './world.ts'

/** What the review takes off, as the reviewer proposes it. */
export interface Proposal {
  readonly deductions: readonly {
    readonly insurance: Insurance
    readonly payer: Source
    readonly amount: string
    readonly reason: string
    readonly clause: string
    readonly settlementId?: string | undefined
  }[]
  /** of the advances the institution holds, against what the basic fund of an insurance pays */
  readonly offsets: readonly { readonly insurance: Insurance; readonly amount: string }[]
  readonly note?: string | undefined
}

/**
 * Proposes what an application is paid: deductions with reason and clause, the deposit by the agreement, and an offset of
 * advances. In a transaction, as everything here.
 */
export async function propose(
  db: Db,
  regionCode: string,
  ref: Ref,
  proposal: Proposal,
  by: Hand,
): Promise<ApplicationRow> {
  const row = await locked(db, regionCode, ref, ['applied'])
  await checkSettlements(db, regionCode, row, proposal.deductions)
  const share = row.kind === 'deposit' ? null : await shareOf(db, regionCode, row)
  const funds = (await fundsOf(db, regionCode, row.applicationId)).map((fund) => {
    const off = proposal.deductions.filter((one) => sameFund(one, fund))
    // Each by itself first: absurd amounts cannot even be added up.
    if (off.some(({ amount }) => yuan(amount) > fund.applied)) throw tooMuch(fund)
    const deducted = sumOf(off)
    const offset = fund.payer === BASIC ? offsetOf(row, proposal, fund.insurance) : ZERO_FEN
    const after = taken(fund, { deducted, offset, depositShare: share })
    if (!after) throw tooMuch(fund)
    return after
  })
  const strange = [
    ...proposal.deductions,
    ...proposal.offsets.map(({ insurance }) => ({ insurance, payer: BASIC }) as const),
  ].find((one) => !funds.some((fund) => sameFund(one, fund)))
  if (strange) throw notOfThis()
  const deductions = proposal.deductions.map(
    ({ settlementId, ...one }, at): Omit<DeductionRow, 'applicationId'> => ({
      ...one,
      seq: at + 1,
      settlementId: settlementId ?? null,
    }),
  )
  await replaceDeductions(db, regionCode, row.applicationId, deductions)
  await updateFunds(db, regionCode, row.applicationId, funds)
  const { deducted, deposit, offset, payable } = texts(totalsOf(funds))
  await note(db, regionCode, row, by, 'clearing-proposed', { deducted, deposit, offset, payable })
  return updateApplication(db, regionCode, {
    ...row,
    state: 'proposed',
    deducted,
    deposit,
    offset,
    payable,
    depositShare: share,
    proposedBy: by.actor.id,
    proposedByName: by.actor.name,
    proposedAt: by.at,
    note: proposal.note ?? null,
    reason: null,
  })
}

/** Approves what somebody else proposed, and offsets the advances; from here on it can be paid. */
export async function approve(db: Db, regionCode: string, ref: Ref, by: Hand): Promise<ApplicationRow> {
  const row = await locked(db, regionCode, ref, ['proposed'])
  if (by.actor.id === row.proposedBy) throw ClearingSamePerson()
  for (const fund of await fundsOf(db, regionCode, row.applicationId)) {
    if (fund.offset === 0) continue
    const { insurance, offset: upTo } = fund
    const about = { hospitalCode: row.institutionCode, insurance, upTo }
    const offsets = await offsetHeld(db, regionCode, about, row.number, by)
    if (sumFen(offsets.map(({ amount }) => amount)) !== upTo) throw lessHeld(upTo)
  }
  await note(db, regionCode, row, by, 'clearing-approved', { payable: row.payable })
  return updateApplication(db, regionCode, {
    ...row,
    state: 'approved',
    approvedBy: by.actor.id,
    approvedByName: by.actor.name,
    approvedAt: by.at,
  })
}

/** Sends a proposal back to the reviewer with a reason. */
export async function sendBack(
  db: Db,
  regionCode: string,
  ref: Ref & { readonly reason: string },
  by: Hand,
): Promise<ApplicationRow> {
  const row = await locked(db, regionCode, ref, ['proposed'])
  await note(db, regionCode, row, by, 'clearing-sent-back', { reason: ref.reason })
  return undone(db, regionCode, { ...row, state: 'applied', reason: ref.reason })
}

/** Returns an application to its institution with a reason; its days can be applied for again. */
export async function giveBack(
  db: Db,
  regionCode: string,
  ref: Ref & { readonly reason: string },
  by: Hand,
): Promise<ApplicationRow> {
  const row = await locked(db, regionCode, ref, ['applied', 'proposed'])
  await freeClosings(db, regionCode, row.applicationId)
  if (row.kind === 'deposit') await holdAgain(db, regionCode, row.institutionCode, row.applicationId)
  await note(db, regionCode, row, by, 'clearing-returned', { reason: ref.reason })
  return undone(db, regionCode, { ...row, state: 'returned', reason: ref.reason })
}

/** An application as somebody saw it. */
export interface Ref {
  readonly applicationId: string
  readonly version: number
}

async function undone(db: Db, regionCode: string, row: ApplicationRow): Promise<ApplicationRow> {
  const funds = await fundsOf(db, regionCode, row.applicationId)
  const bare = funds.map((fund) => taken(fund, { deducted: ZERO_FEN, offset: ZERO_FEN, depositShare: null })!)
  await replaceDeductions(db, regionCode, row.applicationId, [])
  await updateFunds(db, regionCode, row.applicationId, bare)
  const { deducted, deposit, offset, payable } = texts(totalsOf(bare))
  const nobody = { proposedBy: null, proposedByName: null, proposedAt: null, note: null, depositShare: null }
  return updateApplication(db, regionCode, { ...row, deducted, deposit, offset, payable, ...nobody })
}

async function locked(
  db: Db,
  regionCode: string,
  { applicationId, version }: Ref,
  states: readonly ApplicationRow['state'][],
): Promise<ApplicationRow> {
  const row = await lockApplication(db, regionCode, applicationId)
  if (!row) throw ClearingNotFound()
  if (row.version !== version) throw ClearingChanged({ version: row.version })
  if (!states.includes(row.state)) throw ClearingState({ state: STATE_NAMES[row.state] })
  return row
}

/** The share the agreement of the last day names; null when none is in force or it names none. */
async function shareOf(db: Db, regionCode: string, { institutionCode, to }: ApplicationRow) {
  return (await agreementOn(db, regionCode, institutionCode, to))?.depositShare ?? null
}

async function fundsOf(db: Db, regionCode: string, id: string): Promise<FundSums[]> {
  return (await fundsOfApplications(db, regionCode, [id])).map(fundSums)
}

/** A stored fund in fen. */
export function fundSums({ insurance, payer, ...row }: FundRow): FundSums {
  return {
    insurance,
    payer,
    applied: yuan(row.applied),
    deducted: yuan(row.deducted),
    deposit: yuan(row.deposit),
    offset: yuan(row.offset),
    payable: yuan(row.payable),
  }
}

function offsetOf({ kind }: ApplicationRow, { offsets }: Proposal, insurance: Insurance): Fen {
  if (kind === 'deposit' && offsets.length > 0) throw notOfThis()
  return sumOf(offsets.filter((one) => one.insurance === insurance))
}

const sumOf = (all: readonly { readonly amount: string }[]): Fen =>
  sumFen(all.map(({ amount }) => yuan(amount)))
function texts(sums: ReturnType<typeof totalsOf>) {
  return {
    deducted: formatYuan(sums.deducted),
    deposit: formatYuan(sums.deposit),
    offset: formatYuan(sums.offset),
    payable: formatYuan(sums.payable),
  }
}

const tooMuch = ({ applied }: FundSums) =>
  ClearingReviewFaulty({
    zh: `扣款、保证金和抵扣之和超过了该基金的申报金额 ${formatYuan(applied)} 元。`,
    en: `Deductions, deposit and offset are more than the ${formatYuan(applied)} yuan applied for of that fund.`,
  })
const notOfThis = () =>
  ClearingReviewFaulty({
    zh: '有一项扣款或抵扣的基金不在这份申请中。',
    en: 'A deduction or an offset is of a fund that is not in this application.',
  })
const lessHeld = (wanted: Fen) =>
  ClearingReviewFaulty({
    zh: `机构尚未抵扣的预付金已不足 ${formatYuan(wanted)} 元。请退回初审，重新填写抵扣金额。`,
    en: `The institution no longer holds ${formatYuan(wanted)} yuan of advances. Send it back to be proposed anew.`,
  })
