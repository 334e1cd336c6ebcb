import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import { updateApplication } from './application.queries.ts'
import { issueResult } from './letter.ts'
import { insertBenefit } from './panel.queries.ts'
import type { ApplicationRow } from './row.ts'

/**
 * Decides an application: its benefits are in force from the day, the letter is issued, the person is told. Inside the
 * transaction of the act that decides, with the row just written or locked.
 */
export async function finish(
  db: Db,
  row: ApplicationRow,
  decision: {
    readonly outcome: 'granted' | 'refused'
    readonly reason: string
    readonly decidedBy: 'hospital' | 'panel'
  },
  by: { readonly actor: Actor; readonly at: Date; readonly today: PlainDate },
): Promise<ApplicationRow> {
  const { outcome, reason, decidedBy } = decision
  const { today, at, actor } = by
  const decided = { ...row, state: outcome, decidedOn: today, decidedBy, reason }
  await updateApplication(db, decided)
  if (outcome === 'granted')
    await insertBenefit(db, row.regionCode, row.personId, newId(), {
      applicationId: row.applicationId,
      classId: row.classId,
      diseaseName: row.diseaseName,
      diseaseCode: row.diseaseCode,
      from: firstDay(decided, today),
      // The document names no end.
      until: null,
    })
  await record(db, {
    regionCode: row.regionCode,
    stream: `person:${row.personId}`,
    actor,
    at,
    act: outcome === 'granted' ? 'chronic-granted' : 'chronic-refused',
    personId: row.personId,
    detail: { number: row.number, decidedBy },
  })
  await issueResult(db, decided, { at, today, from: outcome === 'granted' ? firstDay(decided, today) : null })
  return decided
}

/** The first day of benefits: of the decision, or a later one that was asked for; never before anybody decided. */
function firstDay(row: Pick<ApplicationRow, 'benefitFrom'>, today: PlainDate): PlainDate {
  return row.benefitFrom !== null && row.benefitFrom > today ? row.benefitFrom : today
}
