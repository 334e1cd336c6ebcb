import type { Db } from '../../platform/db.ts'
import { addFile, type FileRow } from '../materials/index.ts'
import { lockApplication, selectApplications, selectOfPerson, selectToDecide } from './application.queries.ts'
import { ChronicClosed } from './chronic.problems.ts'
import type { ApplicationRow } from './row.ts'

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** One page of applications, newest first: of one hospital, or of the city. */
export async function listApplications(
  db: Db,
  regionCode: string,
  asked: {
    readonly hospitalCode: string | undefined
    readonly month: string | undefined
    readonly cursor: string | undefined
    readonly limit: number
  },
): Promise<{ readonly rows: ApplicationRow[]; readonly next: string | null }> {
  const { hospitalCode, month, cursor, limit } = asked
  const found = await selectApplications(db, regionCode, {
    ...(hospitalCode !== undefined && { hospitalCode }),
    ...(month !== undefined && { month }),
    before: cursor !== undefined && UUID.test(cursor) ? cursor : NEWEST,
    limit: limit + 1,
  })
  const rows = found.slice(0, limit)
  return { rows, next: found.length > limit ? (rows.at(-1)?.applicationId ?? null) : null }
}

/** Applications of a person at one place, newest first. */
export function applicationsOf(db: Db, regionCode: string, personId: string): Promise<ApplicationRow[]> {
  return selectOfPerson(db, regionCode, personId)
}

/** How many applications are with the experts; at most five hundred. */
export async function countWaiting(db: Db, regionCode: string): Promise<number> {
  return (await selectToDecide(db, regionCode)).length
}

/** Adds a page of the medical record, until somebody has decided for the person. Inside a transaction. */
export async function addPaper(
  db: Db,
  { regionCode, applicationId }: Pick<ApplicationRow, 'regionCode' | 'applicationId'>,
  file: Omit<Parameters<typeof addFile>[2], 'materialId'>,
): Promise<FileRow> {
  const row = await lockApplication(db, regionCode, applicationId)
  if (!row || row.state === 'withdrawn' || row.state === 'granted') throw ChronicClosed()
  return addFile(db, { regionCode, caseId: applicationId }, { ...file, materialId: 'medical-record' })
}
