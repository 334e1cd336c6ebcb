import type { Db } from '../../platform/db.ts'
import { insertEntry, nextInStream } from './audit.queries.ts'
import { chain } from './chain.ts'
import type { AuditAct, AuditRow } from './entry.ts'

/**
 * Records an act in the trail, chained to what happened before in its stream. Call it inside the transaction of the act
 * itself: either both are stored or neither is. Two statements; the stream stays locked until the transaction ends.
 */
export async function record(db: Db, act: AuditAct): Promise<void> {
  const head = await nextInStream(db, act.regionCode, act.stream)
  const row: Omit<AuditRow, 'hash'> = {
    regionCode: act.regionCode,
    stream: act.stream,
    seq: head.seq,
    at: act.at,
    actorId: act.actor.id,
    actorName: act.actor.name,
    act: act.act,
    personId: act.personId ?? null,
    caseId: act.caseId ?? null,
    detail: act.detail,
  }
  await insertEntry(db, { ...row, hash: chain(head.hash, row) })
}
