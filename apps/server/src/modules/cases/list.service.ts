import type { CaseState, CaseSummary } from '@yichuang/contracts'
import { parseCaseNumber } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { InvalidInput, NotAllowed } from '../../platform/http/problems.ts'
import { principalsOf } from '../insured/index.ts'
import { getOffice, mayActAt, officesBelow, officesOf } from '../organisations/index.ts'
import { isPrivate, type Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { continued, pageOf, type ListStart } from './list-place.ts'
import {
  caseByNumber,
  casesByIds,
  casesByName,
  casesByState,
  casesOfPeople,
  casesOfferedTo,
  casesOwnedBy,
  closedCasesOf,
  countInbox,
  openCasesOf,
  type InboxCounts,
} from './list.queries.ts'
import { summaryOf } from './summary.ts'
import { around } from './world.ts'

export interface InboxQuery {
  readonly officeId: string
  readonly view: 'todo' | 'mine' | 'all' | 'overdue' | 'handover' | 'closed'
  readonly state?: CaseState | undefined
  readonly itemId?: string | undefined
  readonly below: boolean
  readonly cursor?: string | undefined
  readonly limit: number
}

type Page = { items: CaseSummary[]; next: string | null }

/** States in which a case waits for somebody in a role; what waits for the person or the bank is nobody's to do. */
const WAITS_FOR: Readonly<Record<string, readonly CaseState[]>> = {
  clerk: ['submitted', 'payment-failed'],
  reviewer: ['accepted', 'escalated'],
  approver: ['reviewed'],
  finance: ['approved'],
}

/** The cases of an office (and those below it), most urgent first, with how many wait in each view. Two statements. */
export async function inbox(
  db: Db,
  who: Requester,
  query: InboxQuery,
): Promise<Page & { counts: Record<keyof InboxCounts, number> }> {
  const { caller } = who
  if (caller.kind !== 'staff' || !(await mayActAt(db, caller, 'any', query.officeId))) throw NotAllowed()
  const { regionCode } = await getOffice(db, query.officeId)
  const offices = query.below ? await officesBelow(db, query.officeId) : [query.officeId]
  const roles = new Set(caller.roles.filter((held) => held.regionCode === regionCode).map(({ role }) => role))
  const states = [...roles].flatMap((role) => WAITS_FOR[role] ?? [])

  const [rows, counts] = await Promise.all([
    rowsOf(db, who, query, { regionCode, offices, states, userId: caller.userId }),
    countInbox(db, regionCode, { offices, states, userId: caller.userId, today: who.today }),
  ])
  const by = (row: CaseRow) => (query.view === 'closed' ? row.closedOn! : row.urgentOn)
  return { ...(await summaries(db, who, pageOf(rows, query.limit, by))), counts: { ...counts } }
}

function rowsOf(
  db: Db,
  { today }: Requester,
  { view, state, itemId, cursor, limit }: InboxQuery,
  scope: {
    readonly regionCode: string
    readonly offices: readonly string[]
    readonly states: readonly CaseState[]
    readonly userId: string
  },
): Promise<CaseRow[]> {
  const { regionCode, offices, states, userId } = scope
  const page = { regionCode, after: continued(cursor, view === 'closed' ? LAST : FIRST), limit: limit + 1 }
  switch (view) {
    case 'mine':
      return casesOwnedBy(db, userId, { ...page, itemId, state })
    case 'handover':
      return casesOfferedTo(db, userId, page)
    case 'closed':
      return closedCasesOf(db, { ...page, offices, itemId, state })
    case 'overdue':
      return openCasesOf(db, { ...page, offices, itemId, overdueOn: today })
    case 'todo': {
      const wanted = state === undefined ? states : states.filter((waiting) => waiting === state)
      return casesByState(db, { ...page, offices, itemId, states: wanted, notProposedBy: userId })
    }
    case 'all':
      if (state === undefined) return openCasesOf(db, { ...page, offices, itemId })
      return casesByState(db, { ...page, offices, itemId, states: [state], notProposedBy: undefined })
  }
}

/**
 * Finds the cases of a person, or cases by number, bill number or the beginning of a name. A clerk finds every case of
 * the region (全市通办), others those of their offices.
 */
export async function search(
  db: Db,
  who: Requester,
  query: {
    readonly regionCode: string
    readonly q?: string | undefined
    readonly personId?: string | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<Page> {
  const { caller } = who
  const { regionCode, q, personId, cursor, limit } = query
  if (caller.kind !== 'staff') throw NotAllowed()
  const held = caller.roles.filter((position) => position.regionCode === regionCode)
  if (held.length === 0) return { items: [], next: null }
  const everywhere = held.some(({ role }) => role === 'clerk')
  const offices = everywhere ? undefined : await officesOf(db, caller, 'any')

  const at = (row: CaseRow) => !offices || offices.includes(row.officeId)
  if (personId !== undefined) {
    const before = continued(cursor, LAST).caseId
    const found = await casesOfPeople(db, regionCode, [personId], before, limit + 1)
    const { rows, next } = pageOf(found, limit, ({ createdOn }) => createdOn)
    return summaries(db, who, { rows: rows.filter((row) => at(row) && !isPrivate(row)), next })
  }
  if (q === undefined) throw nothingAsked()
  const exact = await byNumbers(db, regionCode, q)
  if (exact) {
    const visible = exact.filter((row) => row.state !== 'draft' && at(row))
    return summaries(db, who, { rows: visible, next: null })
  }
  const rows = await casesByName(db, {
    regionCode,
    prefix: q,
    offices,
    after: nameAfter(cursor, q),
    limit: limit + 1,
  })
  return summaries(
    db,
    who,
    pageOf(rows, limit, ({ applicantName }) => applicantName),
  )
}

function nothingAsked() {
  const message = {
    zh: '请填写查找内容 q，或参保人 personId',
    en: 'give what to find, q, or whose cases, personId',
  }
  return InvalidInput({ faults: [{ path: 'q', code: 'nothing-asked', message }] })
}

/** A text with a digit is a number: that of a case, or else of a bill. */
async function byNumbers(db: Db, regionCode: string, q: string): Promise<CaseRow[] | undefined> {
  if (!/\d/.test(q)) return undefined
  const number = parseCaseNumber(q)
  if (number.ok) return caseByNumber(db, regionCode, number.value.number)
  const handlers = Object.values(around().handlers)
  const ids = await Promise.all(handlers.map((handler) => handler.findByBill(db, regionCode, q)))
  return casesByIds(db, regionCode, ids.flat())
}

/** My cases and those of everybody I act for, in every place, newest first. */
export async function myCases(
  databaseOf: (regionCode: string) => Db,
  nationwide: Db,
  who: Requester,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page> {
  const { caller, today } = who
  if (caller.kind !== 'person') throw NotAllowed()
  const people = new Map(caller.regionCodes.map((code) => [code, new Set([caller.personId])]))
  for (const { regionCode, personId } of await principalsOf(nationwide, caller.personId, today))
    people.set(regionCode, (people.get(regionCode) ?? new Set()).add(personId))
  const before = continued(cursor, LAST).caseId
  const found = await Promise.all(
    [...people].map(([code, ids]) => casesOfPeople(databaseOf(code), code, [...ids], before, limit + 1)),
  )
  const newest = found.flat().sort((a, b) => (a.caseId < b.caseId ? 1 : -1))
  const page = pageOf(newest.slice(0, limit + 1), limit, ({ createdOn }) => createdOn)
  return summaries(nationwide, who, page)
}

async function summaries(
  db: Db,
  who: Requester,
  { rows, next }: { readonly rows: readonly CaseRow[]; readonly next: string | null },
): Promise<Page> {
  const items: CaseSummary[] = []
  for (const row of rows) items.push(await summaryOf(db, row, who))
  return { items, next }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
const EVERYBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const FIRST: ListStart = { by: '0001-01-01', caseId: NOBODY }
const LAST: ListStart = { by: '9999-12-31', caseId: EVERYBODY }
const NO_NAME: ListStart = { by: '', caseId: NOBODY }

function nameAfter(cursor: string | undefined, prefix: string): ListStart {
  const place = continued(cursor, NO_NAME)
  return place.by.startsWith(prefix) ? place : { by: prefix, caseId: NOBODY }
}
