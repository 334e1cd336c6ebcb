import type { ObjectionView, ReplyOf, settlementObjections } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { CaseRef } from '../cases/index.ts'
import { mayActFor } from '../insured/index.ts'
import { objectionView } from './institution.service.ts'
import type { ObjectionRow } from './objection-row.ts'
import { findObjection, objectionsTo } from './objection.queries.ts'

/** The objection a case is about, as its reader sees it; null when it is about something else. */
export async function objectionOf(
  db: Db,
  ref: CaseRef,
  viewer: Parameters<typeof objectionView>[2],
): Promise<ObjectionView | null> {
  const found = await findObjection(db, ref)
  return found ? objectionView(db, found, viewer) : null
}

type Brief = ReplyOf<typeof settlementObjections>['items'][number]

/** Objections to a settlement that the reader, or somebody they act for, has made. */
export async function objectionsForReader(
  db: Db,
  regionCode: string,
  settlementId: string,
  reader: { readonly personId: string; readonly today: PlainDate },
): Promise<Brief[]> {
  const found = await objectionsTo(db, regionCode, settlementId)
  const theirs = await Promise.all(
    found.map(
      async ({ personId }) =>
        personId === reader.personId ||
        (await mayActFor(db, regionCode, reader.personId, personId, reader.today)),
    ),
  )
  return found.filter((_, at) => theirs[at]).map(briefly)
}

function briefly(row: ObjectionRow): Brief {
  const outcome = row.outcome ?? (row.underWay ? 'open' : 'withdrawn')
  return { caseId: row.caseId, askedOn: row.askedOn!, outcome }
}
