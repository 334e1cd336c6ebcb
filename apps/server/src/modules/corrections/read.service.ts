import {
  correctionStates,
  type CorrectionSummary,
  type CorrectionTold,
  type correctionSubject,
  type ReplyOf,
} from '@yichuang/contracts'
import { dayInChina, formatRatio, formatYuan, ZERO_FEN } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { getPerson } from '../insured/index.ts'
import { beforeId } from './access.ts'
import {
  correctionsById,
  correctionsOfOffices,
  findCorrection,
  openCorrection,
} from './correction.queries.ts'
import { placeIn, type Opened } from './propose.service.ts'
import type { Subject } from './subject.ts'
import { correctionsOfSubject } from './version.queries.ts'
import { sideOf, summaryOf, toldOf } from './views.ts'
import { personYear } from './year.ts'

export { findCorrection as foundCorrection }

/** A decision before it is corrected: how it stands, its lines, and what else the year holds. */
export async function subjectView(
  db: Db,
  opened: Opened,
  language: Language,
): Promise<ReplyOf<typeof correctionSubject>> {
  const { subject } = opened
  const { regionCode } = opened.of
  const year = await personYear(db, opened.of)
  const { entry } = placeIn(year, subject)
  const [{ name }, waiting] = await Promise.all([
    getPerson(db, regionCode, opened.of.personId),
    openCorrection(db, opened.of),
  ])
  const worked = entry.lastWorked
  const { personId, insurance, year: of } = opened.of
  return {
    subject,
    number: entry.number,
    personId,
    personName: name,
    insurance,
    year: of,
    careKind: entry.kind,
    carePlace: worked.by === 'rules' ? worked.facts.carePlace : null,
    otherPaid: formatYuan(worked.by === 'rules' ? (worked.otherPaid ?? ZERO_FEN) : ZERO_FEN),
    stands: await sideOf(entry.standing, language),
    lines:
      worked.by === 'rules'
        ? worked.lines.map(({ id, name, amount, class: class_, selfPayRatio, ceilingPrice, cut }) => ({
            lineId: id,
            name,
            amount: formatYuan(amount),
            class: class_,
            selfPayRatio: formatRatio(selfPayRatio),
            ceilingPrice: ceilingPrice === undefined ? null : formatYuan(ceilingPrice),
            cutAmount: cut ? formatYuan(cut.amount) : null,
            cutReason: cut?.reason ?? null,
          }))
        : [],
    decisions: year.entries.map(({ subject, number, at, standing: { fund } }) => ({
      subject,
      number,
      decidedOn: dayInChina(at),
      fund,
    })),
    open: waiting ?? null,
  }
}

/** Corrections of offices, newest first, from a place in the list on. */
export async function correctionList(
  db: Db,
  regionCode: string,
  offices: readonly string[],
  asked: {
    readonly state?: string | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<{ items: CorrectionSummary[]; next: string | null }> {
  const { state, cursor, limit } = asked
  const states = state === undefined ? correctionStates : [state]
  const page = { offices, states, before: beforeId(cursor), limit: limit + 1 }
  const rows = await correctionsOfOffices(db, regionCode, page)
  const shown = rows.slice(0, limit)
  const items = await Promise.all(
    shown.map(async (row) => summaryOf(row, (await getPerson(db, regionCode, row.personId)).name)),
  )
  return { items, next: rows.length > limit ? shown.at(-1)!.correctionId : null }
}

/** The approved corrections of a decision as the person reads them, oldest first. */
export async function toldOfSubject(
  db: Db,
  regionCode: string,
  subject: Subject,
  language: Language,
): Promise<CorrectionTold[]> {
  const rows = await correctionsById(db, regionCode, await correctionsOfSubject(db, regionCode, subject))
  const told = await Promise.all(rows.map((row) => toldOf(db, regionCode, row, subject, language)))
  return told.flatMap((one) => one ?? [])
}
