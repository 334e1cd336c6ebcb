import { inTransaction, type Db } from '../../platform/db.ts'
import { record } from '../audit/index.ts'
import type { Requester, Standing } from './access.ts'
import type { CaseRow } from './case-row.ts'

const SITTING_MS = 10 * 60_000
const MOST_KEPT = 10_000
const recorded = new Map<string, number>()

/**
 * Any window of the city serves anybody (全市通办), so any clerk may open the papers of any case; that one of another
 * office did stands in the person's trail, once for each sitting. Own staff and the person leave no entry.
 */
export async function noteFarReading(db: Db, who: Requester, row: CaseRow, mine: Standing): Promise<void> {
  if (mine.viewer !== 'staff' || mine.near) return
  const sitting = `${who.caller.sessionId} ${row.caseId}`
  const at = who.at.getTime()
  if (at - (recorded.get(sitting) ?? -Infinity) < SITTING_MS) return
  await inTransaction(db, (db) =>
    record(db, {
      regionCode: row.regionCode,
      stream: `person:${row.personId}`,
      actor: who.actor,
      act: 'papers-read-elsewhere',
      at: who.at,
      personId: row.personId,
      caseId: row.caseId,
      detail: { number: row.number },
    }),
  )
  if (recorded.size >= MOST_KEPT) recorded.clear()
  recorded.set(sitting, at)
}
