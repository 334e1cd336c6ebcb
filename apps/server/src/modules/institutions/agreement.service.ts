import type { Agreement } from '@yichuang/contracts'
import { addDays, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import { findHospital } from '../organisations/index.ts'
import {
  agreementsOfHospital,
  findAgreementOn,
  insertAgreement,
  lockAgreement,
  lockHospital,
  updateEnd,
  type AgreementRow,
} from './agreement.queries.ts'
import {
  AgreementChanged,
  AgreementFaulty,
  AgreementNotFound,
  AgreementOverlaps,
  InstitutionNotFound,
} from './institutions.problems.ts'

const FRESH_MS = 5000
const MOST_KEPT = 10_000
const kept = new Map<string, { readonly agreement: AgreementRow | undefined; readonly readAt: number }>()

/** Who records something about an agreement, and when. */
export interface Recorder {
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
}

/** What an agreement says. `from` and `until` (the last day) included. */
export type AgreementTerms = Pick<Agreement, 'number' | 'services' | 'network' | 'depositShare'> & {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly networkedFrom: PlainDate | null
}

/**
 * The agreement by which an institution is designated on a day; none: it may treat, but not settle with the fund. Read
 * from memory, at most five seconds old: every message of a hospital asks.
 */
export async function agreementOn(
  db: Db,
  regionCode: string,
  hospitalCode: string,
  day: PlainDate,
): Promise<AgreementRow | undefined> {
  const key = `${regionCode}/${hospitalCode}/${day}`
  const known = kept.get(key)
  if (known && performance.now() - known.readAt < FRESH_MS) return known.agreement
  const agreement = await findAgreementOn(db, regionCode, hospitalCode, day)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, { agreement, readAt: performance.now() })
  return agreement
}

/** Makes this process read agreements anew; others do within seconds. */
export function forgetAgreements(): void {
  kept.clear()
}

/**
 * Records an agreement with an institution of the city; `replace` ends the one in force the day before the new one begins.
 * In a transaction; `forgetAgreements` once it is committed. Throws `institution-not-found`, `agreement-faulty`,
 * `agreement-overlaps`.
 */
export async function concludeAgreement(
  db: Db,
  regionCode: string,
  hospitalCode: string,
  terms: AgreementTerms & { readonly replace: boolean; readonly reason: string },
  by: Recorder,
): Promise<AgreementRow> {
  const hospital = await findHospital(db, hospitalCode)
  if (hospital?.regionCode !== regionCode) throw InstitutionNotFound()
  checkTerms(terms)
  await lockHospital(db, regionCode, hospitalCode)
  const others = await agreementsOfHospital(db, regionCode, hospitalCode)
  for (const other of others.filter((other) => other.startsOn <= terms.until && terms.from <= other.endsOn)) {
    // What began earlier may give way; what begins on the same day or later would lose all its days.
    if (!terms.replace || other.startsOn >= terms.from)
      throw AgreementOverlaps({ number: other.number, from: other.startsOn, until: other.endsOn })
    await updateEnd(db, regionCode, other.agreementId, addDays(terms.from, -1), terms.reason)
  }
  const row: AgreementRow = {
    agreementId: newId(),
    hospitalCode,
    number: terms.number,
    startsOn: terms.from,
    endsOn: terms.until,
    services: [...new Set(terms.services)],
    network: terms.network,
    networkedFrom: terms.networkedFrom,
    depositShare: terms.depositShare,
    endedReason: null,
    version: 0,
    concludedBy: by.actor.name,
  }
  await insertAgreement(db, regionCode, row)
  await recordAct(db, regionCode, hospitalCode, by, 'agreement-concluded', { ...terms })
  return row
}

/** Ends an agreement early, its last day today or later. In a transaction, as `concludeAgreement`. */
export async function endAgreement(
  db: Db,
  regionCode: string,
  agreementId: string,
  asked: { readonly version: number; readonly lastDay: PlainDate; readonly reason: string },
  by: Recorder,
): Promise<AgreementRow> {
  const row = await lockAgreement(db, regionCode, agreementId)
  if (!row) throw AgreementNotFound()
  if (row.version !== asked.version) throw AgreementChanged()
  const { lastDay, reason } = asked
  if (lastDay >= row.endsOn || lastDay < row.startsOn)
    throw AgreementFaulty({
      zh: `终止日应在协议期限 ${row.startsOn} 至 ${row.endsOn} 之内，并早于原终止日。`,
      en: `The last day must lie within ${row.startsOn} and ${row.endsOn}, before the present one.`,
    })
  if (lastDay < by.today)
    throw AgreementFaulty({
      zh: '终止日不能早于今天：此前的结算已按协议办理。',
      en: 'The last day cannot be before today: what was settled until now was settled under the agreement.',
    })
  await updateEnd(db, regionCode, agreementId, lastDay, reason)
  const detail = { number: row.number, lastDay, reason }
  await recordAct(db, regionCode, row.hospitalCode, by, 'agreement-ended', detail)
  return { ...row, endsOn: lastDay, endedReason: reason, version: row.version + 1 }
}

function checkTerms({ from, until, network, networkedFrom }: AgreementTerms): void {
  if (until < from)
    throw AgreementFaulty({ zh: '终止日早于起始日。', en: 'The last day is before the first.' })
  if ((network === 'none') !== (networkedFrom === null))
    throw AgreementFaulty({
      zh: '联网的须写明联网日期，不联网的不写。',
      en: 'A networked institution has the day it was networked; one that is not has none.',
    })
}

function recordAct(
  db: Db,
  regionCode: string,
  hospitalCode: string,
  { actor, at }: Recorder,
  act: string,
  detail: Record<string, unknown>,
) {
  return record(db, { regionCode, stream: `institution:${hospitalCode}`, actor, at, act, detail })
}
