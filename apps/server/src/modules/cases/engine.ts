import type { CaseState } from '@yichuang/contracts'
import { dayInChina } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import { next } from '@yichuang/policy'
import type { Act, ProcessVersion, Role } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { CHAIN_START, chain, type Actor } from '../audit/index.ts'
import { pause, resume, start, stop, urgency } from './case-clock.ts'
import type { CasePatch, CaseRow, EventRow } from './case-row.ts'
import { insertCase, lockCase, readEventsSince, writeCase } from './case.queries.ts'
import { ActNotAllowed, ActNotYours, CaseChanged, CaseNotFound, ReasonNeeded } from './cases.problems.ts'
import type { CaseRef } from './handler.ts'
import { calendarOf, rulesOf, type CaseRules } from './rules.ts'
import { actTitle, eventWords, roleNames, stateTitle } from './words.ts'

/** An act upon a case. `at` is the instant of the request; its day in China is the business day. */
export interface ActRequest {
  /** an act of the case's process, for instance `accept` or `pay` */
  readonly act: string
  readonly actor: Actor
  /** the roles in which the actor may act; the process says which of them may do this. Not asked of the system itself. */
  readonly as: readonly Role[]
  readonly at: Date
  /** version the actor has seen; a stale one is a `case-changed` problem. Left out by machine acts on a locked case. */
  readonly version?: number
  /** kept with the event; no personal data beyond the case's own */
  readonly detail?: Readonly<Record<string, unknown>>
  readonly patch?: CasePatch
  /** what the clock does is for the act to say, but a notice by the agency's own fault must not stop it */
  readonly keepClock?: boolean
}

/** A case locked in this transaction, with the rules it runs on. */
export interface LockedCase {
  readonly row: CaseRow
  readonly rules: CaseRules
  /** the first event of a case begun in this transaction and not stored yet: it goes in with the next one */
  readonly begun?: EventRow
}

/**
 * Does an act: locks the case, checks version, state and role by the case's own process, moves state and clock, and
 * appends the event with its hash. Call it inside the transaction of everything the act changes. Two statements.
 */
export async function act(db: Db, ref: CaseRef, request: ActRequest): Promise<CaseRow> {
  return perform(db, await lockedCase(db, ref, request), request)
}

/**
 * Locks a case and checks that the caller has seen its present version. `admit` decides, before anything is told, whether
 * they may know of the case at all. One statement.
 */
export async function lockedCase<T = undefined>(
  db: Db,
  ref: CaseRef,
  asked: {
    readonly at: Date
    readonly version?: number
    readonly admit?: (row: CaseRow | undefined) => Promise<T>
  },
): Promise<LockedCase & { readonly admitted: T }> {
  const row = await lockCase(db, ref)
  const admitted = (await asked.admit?.(row)) as T
  if (!row) throw CaseNotFound()
  const rules = await rulesOf(row, dayInChina(asked.at))
  if (asked.version !== undefined && asked.version !== row.version) {
    const events = await readEventsSince(db, ref, asked.version)
    const words = events.map((event) => eventWords(event, rules.process))
    throw CaseChanged({ version: row.version, events: words })
  }
  return { row, rules, admitted }
}

/** The act itself, on a case that is locked already. One statement. */
export async function perform(db: Db, open: LockedCase, request: ActRequest): Promise<CaseRow> {
  const { row, rules } = open
  const { process } = rules
  const { definition, to } = permitted(process, row, request)
  if (definition.needsReason && !reasonIn(request.detail)) throw ReasonNeeded({ act: definition.title })

  const today = dayInChina(request.at)
  const patched: CaseRow = { ...row, ...request.patch }
  const moved: CaseRow = {
    ...patched,
    ...(await clockAfter(definition, patched, today, rules, request)),
    state: to,
    cameFrom: cameFromAfter(process, definition, row, to),
    closedOn: definition.closes ? today : patched.closedOn,
  }
  // A due day that has moved may be missed anew.
  const alarm = moved.dueOn === row.dueOn ? moved.alarm : null
  return append(db, row, { ...moved, alarm }, request, open.begun)
}

/** The acts that the process lets somebody do in a state; the page offers only these. Nobody decides on their own proposal. */
export function actsFor(
  process: ProcessVersion,
  row: CaseRow,
  as: readonly Role[],
  actorId: string | null,
): string[] {
  const ids = [...new Set(process.acts.map(({ id }) => id))]
  const own = row.proposal !== null && row.proposal.byUserId === actorId
  return ids.filter((id) => allowed(process, row, id, as) && !(own && DECIDES.has(id)))
}
const DECIDES: ReadonlySet<string> = new Set(['approve', 'refuse', 'send-back'])

/** Whether the process lets these roles do an act in a state. */
export function allowed(process: ProcessVersion, row: CaseRow, act: string, as: readonly Role[]): boolean {
  const definition = process.acts.find((entry) => entry.id === act && entry.from.includes(row.state))
  return (
    definition !== undefined &&
    next(process, row.state, act, row.cameFrom.at(-1)) !== undefined &&
    as.some((role) => definition.roles.includes(role))
  )
}

/** Something that belongs to the case beside its process, such as a hand-over: an event and a changed row. */
export async function note(
  db: Db,
  row: CaseRow,
  request: Pick<ActRequest, 'act' | 'actor' | 'at' | 'detail' | 'patch'>,
): Promise<CaseRow> {
  return append(db, row, { ...row, ...request.patch }, request)
}

/** A new case with its first event; nothing is stored yet. */
export function begin(
  row: Omit<CaseRow, 'version' | 'eventCount' | 'headHash' | 'changedAt' | 'urgentOn'>,
  request: Pick<ActRequest, 'act' | 'actor' | 'at' | 'detail'>,
): { readonly row: CaseRow; readonly begun: EventRow } {
  const empty = {
    ...row,
    version: 0,
    eventCount: 0,
    headHash: CHAIN_START,
    urgentOn: row.createdOn,
    changedAt: request.at,
  }
  const { changed, event } = withEvent(empty, request)
  return { row: changed, begun: event }
}

/** What an act does here and where it leads; throws when state or role does not allow it. */
export function permitted(
  process: ProcessVersion,
  row: CaseRow,
  { act, as, actor }: Pick<ActRequest, 'act' | 'as' | 'actor'>,
): { definition: Act; to: CaseState } {
  const definition = process.acts.find((entry) => entry.id === act && entry.from.includes(row.state))
  const to = next(process, row.state, act, row.cameFrom.at(-1))
  if (!definition || to === undefined)
    throw ActNotAllowed({ act: actTitle(act, process), state: stateTitle(row.state, process) })
  if (actor.side !== 'system' && !as.some((role) => definition.roles.includes(role)))
    throw ActNotYours({ act: definition.title, roles: roleNames(definition.roles) })
  return { definition, to: to as CaseState }
}

async function clockAfter(
  { clock, pauseReason }: Act,
  row: CaseRow,
  today: PlainDate,
  { item }: CaseRules,
  request: ActRequest,
) {
  if (clock === undefined || request.keepClock) return {}
  const known = await calendarOf(row.regionCode, today)
  if (clock === 'start') {
    // What was handed in after hours counts for the next working day; nobody accepts it before it has come.
    const on = row.handedInOn !== null && row.handedInOn > today ? row.handedInOn : today
    const days = (limit: typeof item.limits.promised) => (limit?.instant ? 0 : (limit?.workingDays ?? null))
    const { statutory, promised } = item.limits
    return start(row, on, { statutory: days(statutory), promised: days(promised) }, known)
  }
  if (clock === 'pause') return pause(row, today, pauseReason ?? request.act)
  if (clock === 'resume') return resume(row, today, known)
  return stop(row, today, known)
}

/** Acts that lead back need to know where to; an escalated case may be waiting for the person in between. */
function cameFromAfter(
  process: ProcessVersion,
  definition: Act,
  row: CaseRow,
  to: string,
): CaseRow['cameFrom'] {
  if (definition.to === CAME_FROM) return row.cameFrom.slice(0, -1)
  const leadsBack = process.acts.some((act) => act.to === CAME_FROM && act.from.includes(to))
  return leadsBack ? [...row.cameFrom, row.state] : []
}
const CAME_FROM = 'came-from'

async function append(
  db: Db,
  before: CaseRow,
  after: CaseRow,
  request: Pick<ActRequest, 'act' | 'actor' | 'at' | 'detail'>,
  begun?: EventRow,
): Promise<CaseRow> {
  const { changed, event } = withEvent({ ...after, headHash: before.headHash }, request)
  if (begun) await insertCase(db, changed, [begun, event])
  else await writeCase(db, changed, event)
  return changed
}

function withEvent(
  row: CaseRow,
  { act, actor, at, detail = {} }: Pick<ActRequest, 'act' | 'actor' | 'at' | 'detail'>,
): { changed: CaseRow; event: EventRow } {
  const { regionCode, caseId } = row
  const [seq, version] = [row.eventCount + 1, row.version + 1]
  const content = {
    regionCode,
    caseId,
    seq,
    at,
    day: dayInChina(at),
    act,
    side: actor.side,
    actorId: actor.id,
    actorName: actor.name,
    version,
    detail,
  }
  const hash = chain(row.headHash, content)
  const changed = { ...row, version, eventCount: seq, headHash: hash, changedAt: at, urgentOn: urgency(row) }
  return { changed, event: { ...content, hash } }
}

function reasonIn(detail: ActRequest['detail']): boolean {
  const { reason, guidance } = detail ?? {}
  return [reason, guidance].some((text) => typeof text === 'string' && text.trim().length >= 2)
}
