import type {
  Calculation,
  ClaimContent,
  Decision,
  Fault,
  LineCoding,
  MissingRule,
  Payee,
  Remedy,
} from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Pack, Situation } from '@yichuang/policy'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import type { Actor } from '../audit/index.ts'
import type { DecisionContent } from '../letters/index.ts'
import type { MarkedBy } from './relief.ts'

/** Where a case lies. */
export interface CaseRef {
  readonly regionCode: string
  readonly caseId: string
}

/** What the engine knows of a case when it asks the item's own code something. Time is passed in. */
export interface CaseFacts extends CaseRef {
  readonly itemId: string
  /** the pack version the case runs on */
  readonly pack: Pack
  readonly personId: string
  readonly insurance: 'employee' | 'resident' | null
  readonly personClass: 'active' | 'retired' | 'resident-adult' | 'resident-minor' | 'resident-senior' | null
  readonly today: PlainDate
  readonly now: Date
  readonly actor: Actor
  readonly officeId: string
  /** of the reader, for faults and explanations */
  readonly language: Language
}

/** To whom a granted case is paid. The account is encrypted under the purpose `payee.account`. */
export interface PayeeRow {
  readonly caseId: string
  readonly holder: string
  readonly bankName: string
  readonly accountEnc: Buffer | null
  readonly accountMasked: string | null
  /** yuan */
  readonly fund: string
  /** each fund's part of it, by its name in the national interface; null or absent: all of it is the basic fund's */
  readonly payers?: Readonly<Record<string, string>> | null
}

/** The item's part of a case page; whoever is an applicant gets no coding. */
export interface HandlerView {
  readonly content: ClaimContent
  /** as `situation` gives it, read with the rest */
  readonly situation: Situation
  readonly coding: LineCoding[] | null
  readonly calculation: Calculation | null
  readonly decision: z.output<typeof Decision> | null
}

/** Result of checking what was typed: every fault at once, and what the answer would be. */
export interface HandlerCheck {
  readonly faults: readonly Fault[]
  readonly warnings: readonly Fault[]
  readonly estimate: Calculation | null
  readonly missing: readonly z.output<typeof MissingRule>[]
}

/** What a reviewer proposes; another person decides. */
export interface ProposalInput {
  readonly outcome: 'grant' | 'refuse'
  readonly reason: string
  readonly coding?: LineCoding[] | undefined
  /** yuan, only where no pack has a rule */
  readonly manualFund?: string | undefined
  /** how an objection that is upheld is put right */
  readonly remedy?: Remedy | undefined
}

/** A proposal as it stands on the case. */
export interface Proposal {
  readonly outcome: 'grant' | 'refuse'
  readonly by: string
  readonly byUserId: string
  readonly reason: string
  readonly day: PlainDate
  readonly manualFund: string | null
}

/** What lists show of a content; `total` in yuan. */
export interface Shown {
  readonly hospitalName: string | null
  readonly total: string | null
}

/** What a hand-in comes with. */
export interface HandInFacts {
  readonly number: string
  readonly faults: readonly Fault[]
  readonly content?: ClaimContent | undefined
}

export interface DecisionInput {
  readonly outcome: 'granted' | 'refused'
  readonly reason: string
  readonly proposal: Proposal
}

/**
 * What an item's own code does at the acts of the engine; registered under the name that the item's data gives as its
 * `handler`. Every call is inside the transaction of the act, with the case row locked where the act writes.
 */
export interface CaseHandler {
  /** true: a case of it holds no bills, so none are free again when it is over */
  readonly withoutBills?: boolean
  /** true: may also be asked for after the insurance has ended, as it was then */
  readonly afterInsurance?: boolean
  /** A case begins: the place for its content is made, with what was typed already. */
  begin(
    db: Db,
    ref: CaseRef,
    start: { readonly personId: string; readonly content?: ClaimContent },
  ): Promise<Shown>
  /** Keeps what was typed, whole or not. */
  save(db: Db, ref: CaseRef, content: ClaimContent): Promise<Shown>
  view(db: Db, ref: CaseRef, viewer: 'applicant' | 'staff', language: Language): Promise<HandlerView>
  /** Decides which materials of the item's list are required. */
  situation(db: Db, ref: CaseRef): Promise<Situation>
  /** Writes nothing. */
  check(db: Db, ref: CaseRef, at: CaseFacts): Promise<HandlerCheck>
  /**
   * The case is handed in: registers what may be claimed only once. Throws `ContentFaulty` with the faults it is given
   * (those the engine found, for instance missing materials) and its own, all at once; or `bill-already-claimed`, or
   * `bill-settled-by-card`. `total` in yuan. `content` is given by whoever has just stored it with `begin`.
   */
  handIn(
    db: Db,
    ref: CaseRef,
    at: CaseFacts & HandInFacts,
  ): Promise<{ readonly total: string | null; readonly measures?: readonly MarkedBy[] }>
  /** The case was withdrawn or refused for good: what it had registered is free again. */
  release(db: Db, ref: CaseRef): Promise<void>
  /** Checks and stores what the proposal rests on; gives what the fund would pay, in yuan (null without money). */
  propose(
    db: Db,
    ref: CaseRef,
    at: CaseFacts,
    proposal: ProposalInput,
  ): Promise<{ readonly fund: string | null }>
  /** Makes the decision final: books what it uses, stores facts and trace; gives what the letter says. */
  decide(
    db: Db,
    ref: CaseRef,
    at: CaseFacts,
    decision: DecisionInput,
  ): Promise<{
    readonly fund: string | null
    readonly letterContent: DecisionContent
    /** the relief measures the decision rests on, and what the fund pays more by them, in yuan, where that is known */
    readonly measures?: readonly MarkedBy[]
    readonly extra?: string | undefined
  }>
  /** Takes another account after the bank rejected the payment. */
  correctPayee(db: Db, ref: CaseRef, at: CaseFacts, payee: z.output<typeof Payee>): Promise<void>
  /** To whom granted cases are paid, in no order; cases that are not the item's are left out. */
  payees(db: Db, regionCode: string, caseIds: readonly string[]): Promise<PayeeRow[]>
  /** Ids of cases that hold a bill of this number, newest first, at most 100. */
  findByBill(db: Db, regionCode: string, number: string): Promise<string[]>
}
