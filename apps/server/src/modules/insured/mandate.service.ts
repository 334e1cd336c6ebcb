import type { Mandate } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import { MandateEnded, MandateNotFound, MandateToSelf, PersonUnknown } from './insured.problems.ts'
import {
  endMandate,
  insertMandate,
  selectMandate,
  selectMandatesBy,
  selectMayAct,
  selectPrincipals,
  type MandateRow,
} from './mandate.queries.ts'
import { around } from './open.ts'
import { findKnown, getPerson, personsRegions, readIdNumber } from './person.service.ts'

export interface Act {
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
}

interface Terms {
  readonly relation: Mandate['relation']
  readonly to: PlainDate | null
}

/** Whether somebody may act for another in a place on a day. One statement. */
export function mayActFor(
  db: Db,
  regionCode: string,
  agentId: string,
  principalId: string,
  day: PlainDate,
): Promise<boolean> {
  return selectMayAct(db, regionCode, agentId, principalId, day)
}

/** Everybody a person may act for on a day, with the place it was recorded in. */
export function principalsOf(db: Db, agentId: string, day: PlainDate) {
  return selectPrincipals(db, served(), agentId, day)
}

/** Mandates a person has given and holds everywhere, in force or ended. */
export function mandatesOf(db: Db, personId: string) {
  return mandatesIn(db, served(), personId)
}

/** Mandates a person has given and holds in some cities, in force or ended. */
export async function mandatesIn(
  db: Db,
  regionCodes: readonly string[],
  personId: string,
): Promise<{ actsFor: Mandate[]; actedForBy: Mandate[] }> {
  const [actsFor, actedForBy] = await Promise.all([
    selectMandatesBy(db, regionCodes, 'agent', personId),
    selectMandatesBy(db, regionCodes, 'principal', personId),
  ])
  return { actsFor: onceEach(actsFor), actedForBy: onceEach(actedForBy) }
}

/**
 * A person lets another act for them, known by name and ID number; it holds in every place where the person is insured.
 * Inside a transaction.
 */
export async function grantMandate(
  db: Db,
  principalId: string,
  to: Terms & { readonly agentName: string; readonly agentIdNumber: string },
  by: Act,
): Promise<Mandate> {
  readIdNumber(to.agentIdNumber, by.today, 'agentIdNumber')
  const agent = await findKnown(db, to.agentIdNumber, by.today)
  if (!agent) throw PersonUnknown()
  const { name } = await getPerson(db, agent.regionCodes[0]!, agent.personId)
  // Only who knows both name and number is told that there is such a person.
  if (name !== to.agentName.trim()) throw PersonUnknown()
  const regionCodes = await personsRegions(db, principalId)
  const source = { recordedBy: 'principal', recordedById: principalId, proof: null } as const
  return storeMandate(db, regionCodes, principalId, { personId: agent.personId, name }, to, source, by)
}

/** A clerk records at the window, on proof seen, that one person acts for another. Inside a transaction. */
export async function recordMandate(
  db: Db,
  regionCode: string,
  input: Terms & { readonly principalId: string; readonly agentId: string; readonly proof: string },
  by: Act,
): Promise<Mandate> {
  const [agentRegion] = await personsRegions(db, input.agentId)
  if (agentRegion === undefined) throw PersonUnknown()
  const { name } = await getPerson(db, agentRegion, input.agentId)
  const source = { recordedBy: 'window', recordedById: by.actor.id!, proof: input.proof } as const
  return storeMandate(
    db,
    [regionCode],
    input.principalId,
    { personId: input.agentId, name },
    input,
    source,
    by,
  )
}

/** Ends a mandate from today on. `mayEnd` says whether this caller may. Inside a transaction. */
export async function revokeMandate(
  db: Db,
  mandateId: string,
  mayEnd: (mandate: MandateRow) => boolean,
  by: Act,
): Promise<Mandate> {
  const rows = (await selectMandate(db, served(), mandateId)).filter(mayEnd)
  if (!rows[0]) throw MandateNotFound()
  for (const row of rows.filter(({ revokedOn }) => revokedOn === null)) {
    await endMandate(db, row.regionCode, mandateId, by.today)
    await recordAct(db, row, 'mandate-revoked', by)
  }
  return { ...rows[0], revokedOn: rows[0].revokedOn ?? by.today }
}

async function storeMandate(
  db: Db,
  regionCodes: readonly string[],
  principalId: string,
  agent: { personId: string; name: string },
  { relation, to }: Terms,
  source: { recordedBy: 'principal' | 'window'; recordedById: string; proof: string | null },
  by: Act,
): Promise<Mandate> {
  if (agent.personId === principalId) throw MandateToSelf()
  if (to !== null && to < by.today) throw MandateEnded()
  if (!regionCodes[0]) throw PersonUnknown()
  const { name } = await getPerson(db, regionCodes[0], principalId)
  const mandate: Mandate = {
    mandateId: newId(),
    principal: { personId: principalId, name },
    agent,
    relation,
    from: by.today,
    to,
    recordedBy: source.recordedBy,
    revokedOn: null,
  }
  for (const regionCode of regionCodes) {
    await insertMandate(db, { ...mandate, ...source, regionCode })
    await recordAct(db, { ...mandate, regionCode }, 'mandate-recorded', by)
  }
  return mandate
}

function recordAct(db: Db, mandate: MandateRow, act: string, { actor, at }: Act): Promise<void> {
  const { regionCode, mandateId, principal, agent, relation, to } = mandate
  const detail = { mandateId, agentId: agent.personId, relation, to }
  const stream = `person:${principal.personId}` as const
  return record(db, { regionCode, stream, actor, at, act, personId: principal.personId, detail })
}

function onceEach(rows: MandateRow[]): Mandate[] {
  return [...new Map(rows.map((row) => [row.mandateId, row])).values()]
}

function served(): string[] {
  return [...around().places().keys()]
}
