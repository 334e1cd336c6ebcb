import type { CareKind } from '@yichuang/benefits'
import type { Fen } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { decidedCasesOf, type CaseRow } from '../cases/index.ts'
import {
  decidedClaims,
  lockWholeYear,
  readWholeYear,
  type Standing,
  type WholeYear,
  type YearOf,
} from '../claims/index.ts'
import { settledClaims } from '../settlement/index.ts'
import type { StandingWithAccounts } from './accounts.ts'
import { keyOf, type Subject } from './subject.ts'
import { versionsOf } from './version.queries.ts'

/** One decision of a person's year as it stands today. */
export interface Entry {
  readonly subject: Subject
  /** what people know it by */
  readonly number: string
  readonly at: Date
  readonly kind: CareKind
  readonly standing: StandingWithAccounts
  /** how it was last worked out before it was taken out of the year; the same as in `standing` otherwise */
  readonly lastWorked: NonNullable<Standing['worked']>
  /** of a stay settled more than once: its settlements are one admission */
  readonly visitId?: string
  readonly row?: CaseRow
  /** of a figure by hand: above this no fund pays */
  readonly most?: Fen
}

export interface PersonYear {
  readonly of: YearOf
  /** in the order they were decided */
  readonly entries: readonly Entry[]
  readonly whole: WholeYear
}

/** A person's year: claims and settlements together, each as its last correction left it. With `lock` nobody else changes it. */
export async function personYear(db: Db, of: YearOf, lock = false): Promise<PersonYear> {
  // Locked before anything is read: what others decide meanwhile waits, what they decided before is seen.
  const whole = await (lock ? lockWholeYear : readWholeYear)(db, of)
  const { regionCode, personId, insurance, year } = of
  const claims = await decidedClaims(db, regionCode, await decidedCasesOf(db, regionCode, personId))
  const settled = await settledClaims(db, regionCode, personId, { insurance, year })
  const made = [
    ...claims
      .filter((claim) => claim.insurance === insurance && claim.year === year)
      .map(({ row, decidedAt: at, kind, standing, most }) => ({
        subject: { kind: 'case', id: row.caseId } as const,
        number: row.number ?? '',
        at,
        kind,
        standing,
        row,
        ...(most !== undefined && { most }),
      })),
    ...settled.map(({ settlementId, visitId, settledAt: at, kind, standing, accounts }) => ({
      subject: { kind: 'settlement', id: settlementId } as const,
      number: settlementId,
      at,
      kind,
      standing: accounts.length > 0 ? { ...standing, accounts } : standing,
      visitId,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.subject.id < b.subject.id ? -1 : 1))
  const corrected = await versionsOf(
    db,
    regionCode,
    made.map(({ subject }) => subject),
  )
  const entries = made.map((entry): Entry => {
    const versions = corrected.get(keyOf(entry.subject)) ?? []
    const all: StandingWithAccounts[] = [entry.standing, ...versions.map(({ standing }) => standing)]
    return {
      ...entry,
      standing: all.at(-1)!,
      lastWorked: all.findLast(({ worked }) => worked !== null)!.worked!,
    }
  })
  return { of, entries, whole }
}
