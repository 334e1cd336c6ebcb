import { yearOf } from '@yichuang/kernel'
import type { CorrectionChange, CorrectionReason } from '@yichuang/contracts'
import type { TraceStep } from '@yichuang/benefits'
import { formatYuan, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record } from '../audit/index.ts'
import { readCase, type CaseRow, type Requester } from '../cases/index.ts'
import { decidedClaims, type WholeYear, type YearOf } from '../claims/index.ts'
import { heldBy, sharesById } from '../personal-accounts/index.ts'
import { standingSettlement } from '../settlement/index.ts'
import type { Balances } from './accounts.ts'
import { changedFrom } from './change.ts'
import { insertCorrection, nextNumber, openCorrection, type NewCorrection } from './correction.queries.ts'
import {
  CorrectionOpen,
  SubjectOfNoYear,
  SubjectUnknown,
  SubjectUnpaid,
  WithoutEffect,
} from './corrections.problems.ts'
import { figureOf, totalsOf, type Figure } from './figures.ts'
import { recalculate, unchanged } from './recalculate.ts'
import type { Subject } from './subject.ts'
import { personYear, type Entry, type PersonYear } from './year.ts'

/** A decision to be corrected, and the year it lies in. */
export interface Opened {
  readonly subject: Subject
  readonly of: YearOf
  /** where the case is handled; a settlement at the bedside has no office */
  readonly row: CaseRow | undefined
}

/** What a correction comes to. */
export interface Recalculated {
  readonly figures: readonly Figure[]
  readonly traces: readonly (TraceStep | undefined)[]
  readonly after: WholeYear
}

/** Finds a decision that can be corrected; throws `correction-subject-unknown`, or `-unpaid` while its money is on the way. */
export async function openSubject(db: Db, regionCode: string, subject: Subject): Promise<Opened> {
  if (subject.kind === 'settlement') {
    const row = await standingSettlement(db, regionCode, subject.id)
    if (!row) throw SubjectUnknown()
    if (row.workings.maternity) throw SubjectOfNoYear()
    const { personId, insurance, year } = row
    return { subject, of: { regionCode, personId, insurance, year }, row: undefined }
  }
  const row = UUID.test(subject.id) ? await readCase(db, { regionCode, caseId: subject.id }) : undefined
  const [claim] = row ? await decidedClaims(db, regionCode, [row]) : []
  if (!row || !claim) throw SubjectUnknown()
  if (row.closedOn === null) throw SubjectUnpaid()
  const { insurance, year } = claim
  return { subject, of: { regionCode, personId: row.personId, insurance, year }, row }
}
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The decision in its year. */
export function placeIn({ entries }: PersonYear, { kind, id }: Subject): { at: number; entry: Entry } {
  const at = entries.findIndex(({ subject }) => subject.kind === kind && subject.id === id)
  const entry = entries[at]
  if (!entry) throw SubjectUnknown()
  return { at, entry }
}

/** Works the year out again under a change. Throws `correction-without-effect` when no decision differs afterwards. */
export async function recalculated(
  db: Db,
  year: PersonYear,
  subject: Subject,
  change: CorrectionChange,
  who: Pick<Requester, 'language' | 'today'>,
): Promise<Recalculated> {
  const { at } = placeIn(year, subject)
  const changed = await changedFrom(db, year, at, change, who.language)
  const balances = await balancesOf(db, year, who.today)
  const { outcomes, after } = recalculate(year, at, changed, balances)
  const differing = outcomes.filter((one) => !unchanged(one.entry.standing, one.after))
  if (differing.length === 0) throw WithoutEffect()
  return { figures: differing.map(figureOf), traces: differing.map(({ trace }) => trace), after }
}

/** What the accounts that paid in a year can give and get. Two statements, none where none did. */
async function balancesOf(db: Db, { of, entries }: PersonYear, today: PlainDate): Promise<Balances> {
  const parts = entries.flatMap(({ standing }) => standing.accounts ?? [])
  const people = parts.map(({ personId }) => personId)
  const held = await heldBy(db, of.regionCode, people, today)
  const leaves = parts.flatMap(({ shareId }) => shareId ?? [])
  const shares = leaves.length === 0 ? [] : await sharesById(db, of.regionCode, leaves)
  const ended = shares.filter(({ revokedOn }) => revokedOn !== null)
  return { held, ended: new Set(ended.map(({ shareId }) => shareId)) }
}

/** What a correction would change; nothing is stored. */
export async function preview(
  db: Db,
  who: Requester,
  opened: Opened,
  change: CorrectionChange,
): Promise<Recalculated> {
  return recalculated(db, await personYear(db, opened.of), opened.subject, change, who)
}

/** Proposes a correction, with the year as it is now; somebody else decides. */
export async function propose(
  db: Db,
  who: Requester,
  opened: Opened,
  asked: {
    readonly officeId: string
    readonly change: CorrectionChange
    readonly reasonKind: CorrectionReason
    readonly reason: string
    readonly document: string | null
  },
): Promise<NewCorrection> {
  const { of, subject } = opened
  const { regionCode } = of
  const waiting = await openCorrection(db, of)
  if (waiting) throw CorrectionOpen({ number: waiting.number })
  const year = await personYear(db, of, true)
  const { figures } = await recalculated(db, year, subject, asked.change, who)
  const { toPay, toRecover } = totalsOf(figures)
  const row: NewCorrection = {
    ...asked,
    correctionId: newId(),
    number: await nextNumber(db, regionCode, 'GZ', yearOf(who.today)),
    personId: of.personId,
    insurance: of.insurance,
    year: of.year,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectNumber: placeIn(year, subject).entry.number,
    figures,
    toPay: formatYuan(toPay),
    toRecover: formatYuan(toRecover),
    proposedOn: who.today,
    proposedAt: who.at,
    proposedBy: who.actor.id!,
    proposedByName: who.actor.name,
  }
  await insertCorrection(db, regionCode, row)
  await audited(db, who, row, regionCode, 'correction-proposed', { subject: row.subjectNumber })
  return row
}

/** Records an act on a correction in the trail of the person. */
export async function audited(
  db: Db,
  who: Pick<Requester, 'actor' | 'at'>,
  { personId, number, toPay, toRecover, subjectKind, subjectId }: NewCorrection,
  regionCode: string,
  act: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await record(db, {
    regionCode,
    stream: `person:${personId}`,
    actor: who.actor,
    act,
    at: who.at,
    personId,
    ...(subjectKind === 'case' && { caseId: subjectId }),
    detail: { number, toPay, toRecover, ...detail },
  })
}
