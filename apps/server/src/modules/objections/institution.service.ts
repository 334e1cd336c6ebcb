import type { InstitutionObjection, ObjectionView } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Database, Db } from '../../platform/db.ts'
import { lockedCase, note, readCase, readersOf, type CaseRef } from '../cases/index.ts'
import { sendToAll } from '../letters/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { ObjectionNotFound, ObjectionOver } from './objections.problems.ts'
import { wordOf, type ObjectionRow } from './objection-row.ts'
import { findObjection, objectionsAgainst, storeWord } from './objection.queries.ts'
import { ownSettlement } from './own-settlement.ts'

type Page = { items: InstitutionObjection[]; next: string | null }

/** Objections to what an institution settled, for people of any city served here, newest first. */
export async function objectionsOf(
  { db, forRegion }: Pick<Database, 'db' | 'forRegion'>,
  cities: readonly string[],
  { hospitalCode }: Hospital,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page> {
  const found = await objectionsAgainst(db, cities, hospitalCode, cursor ?? null, limit + 1)
  const rows = found.slice(0, limit)
  const items = await Promise.all(rows.map((row) => institutionView(forRegion(row.regionCode), row)))
  return { items, next: found.length > limit ? rows.at(-1)!.caseId : null }
}

/** Keeps the institution's word, tells the person, and writes it into the case. In a transaction. */
export async function giveWord(
  db: Db,
  ref: CaseRef,
  { hospitalCode, name }: Hospital,
  { text, by, at, today }: { text: string; by: { id: string; name: string }; at: Date; today: PlainDate },
): Promise<InstitutionObjection> {
  const row = await findObjection(db, ref)
  if (!row || row.institutionCode !== hospitalCode) throw ObjectionNotFound()
  const open = await lockedCase(db, ref, { at })
  const signed = { text, by: name, byId: by.id, on: today }
  if ((await storeWord(db, ref, signed)) === 0)
    throw row.outcome === null ? ObjectionNotFound() : ObjectionOver()
  await note(db, open.row, {
    act: 'institution-word',
    actor: { id: by.id, name: `${name} ${by.name}`, side: 'agency' },
    at,
    detail: { text },
  })
  await sendToAll(db, await readersOf(db, open.row, today), {
    regionCode: ref.regionCode,
    caseId: ref.caseId,
    kind: 'objection-word',
    detail: { number: open.row.number ?? '', hospital: name },
    day: today,
    at,
  })
  return institutionView(db, (await findObjection(db, ref))!)
}

async function institutionView(db: Db, row: ObjectionRow): Promise<InstitutionObjection> {
  const { regionCode, caseId, outcome, decidedOn, reason } = row
  const [about, stored] = await Promise.all([aboutOf(db, row), readCase(db, row)])
  const { settlement, lines, settledAgain } = about!
  return {
    caseId,
    regionCode,
    number: stored?.number ?? '',
    stage: stageOf(row, settlement.cancelled !== null),
    personName: settlement.personName,
    settlement,
    lines,
    reason: row.content.objection?.reason ?? '',
    text: row.content.objection?.text ?? '',
    askedOn: row.askedOn!,
    word: wordOf(row),
    decision: outcome === null ? null : { outcome, on: decidedOn!, reason: reason ?? '', remedy: row.remedy },
    settledAgain,
  }
}

function stageOf({ outcome, remedy, word }: ObjectionRow, takenBack: boolean): InstitutionObjection['stage'] {
  if (outcome === null) return word === null ? 'asked' : 'answered'
  return outcome === 'granted' && remedy === 'resettle' && !takenBack ? 'to-resettle' : 'over'
}

/** What an objection is about, for its case page; null while nothing is chosen. */
export async function objectionView(
  db: Db,
  row: ObjectionRow,
  viewer: 'applicant' | 'staff',
): Promise<ObjectionView | null> {
  const about = await aboutOf(db, row)
  if (!about) return null
  return {
    settlement: about.settlement,
    lines: about.lines,
    askedOn: row.askedOn,
    word: wordOf(row),
    // What is proposed is no answer to the person yet.
    remedy: row.outcome === null && viewer === 'applicant' ? null : row.remedy,
    settledAgain: about.settledAgain,
  }
}

async function aboutOf(db: Db, { regionCode, personId, settlementId, content }: ObjectionRow) {
  const chosen = settlementId ?? content.objection?.settlementId
  const brief = chosen ? await ownSettlement(db, { regionCode, personId }, chosen) : undefined
  if (!brief) return undefined
  const { settlement, lines, settledAgain } = brief
  const named = new Set(content.objection?.lines ?? [])
  return { settlement, lines: lines.filter(({ serial }) => named.has(serial)), settledAgain }
}
