import type { OwedPaper } from '@yichuang/contracts'
import { addDays, dayInChina, daysBetween, plainDate, type PlainDate } from '@yichuang/kernel'
import { measureNamed } from '@yichuang/policy'
import { within, type Db } from '../../platform/db.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import type { Language } from '../../platform/problem.ts'
import { SYSTEM } from '../audit/index.ts'
import { lockedCase, note, readCase, readersOf, standing, type Requester } from '../cases/index.ts'
import { send } from '../letters/index.ts'
import { mayActAt, officesBelow } from '../organisations/index.ts'
import { OwedSettled, OwedUnknown, OwedUntil } from './measures.problems.ts'
import { measured } from './measures-world.ts'
import { changeOwed, listOwedOf, lockOwed, owedDue, type OwedRow } from './owed.queries.ts'

/** How many days before its day the person is reminded of a paper. */
const REMIND_DAYS = 7

/**
 * Reminds people of papers that fall due, and makes a task of each that was missed: an event on the case for its owner, who
 * finds it in the list of what is owed, and a message to the person. Each once. Gives how many of either.
 */
export async function watchOwed(db: Db, regionCode: string, at: Date): Promise<number> {
  const today = dayInChina(at)
  let count = 0
  for (;;) {
    const rows = await owedDue(db, regionCode, today, addDays(today, REMIND_DAYS))
    for (const row of rows) await within(db, (db) => watchOne(db, regionCode, row, at))
    count += rows.length
    if (rows.length < 200) return count
  }
}

async function watchOne(db: Db, regionCode: string, seen: OwedRow, at: Date): Promise<void> {
  const today = dayInChina(at)
  const { row } = await lockedCase(db, { regionCode, caseId: seen.caseId }, { at })
  const paper = await lockOwed(db, regionCode, seen.caseId, seen.materialId)
  if (!paper || paper.state !== 'open') return
  // A case that was taken back or refused owes nothing any more.
  if (row.state === 'withdrawn' || row.state === 'refused') {
    const settled = {
      state: 'waived',
      settledOn: today,
      settledBy: SYSTEM.name,
      reason: '办件已撤回或不予支付',
    } as const
    await changeOwed(db, regionCode, { ...paper, ...settled })
    return
  }
  const missed = paper.dueOn < today
  await changeOwed(db, regionCode, {
    ...paper,
    settledOn: null,
    ...(missed ? { state: 'overdue' } : { remindedOn: today }),
  })
  const detail = { text: paper.titleZh, textEn: paper.titleEn, dueOn: paper.dueOn, owner: row.ownerName }
  const noted = await note(db, row, {
    act: missed ? 'paper-overdue' : 'paper-reminded',
    actor: SYSTEM,
    at,
    detail,
  })
  for (const personId of await readersOf(db, noted, today))
    await send(db, {
      regionCode,
      personId,
      caseId: row.caseId,
      kind: missed ? 'paper-overdue' : 'paper-due',
      detail: { number: row.number ?? '', nameZh: paper.titleZh, nameEn: paper.titleEn, dueOn: paper.dueOn },
      day: today,
      at,
    })
}

export interface OwedQuery {
  readonly officeId: string
  readonly overdue?: 'true' | 'false' | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What the cases of an office and those below it still owe, the nearest day first. */
export async function listOwed(db: Db, who: Requester, regionCode: string, query: OwedQuery) {
  const roles = ['clerk', 'reviewer', 'supervisor', 'leader'] as const
  if (!(await mayActAt(db, who.caller, roles, query.officeId))) throw NotAllowed()
  const offices = await officesBelow(db, query.officeId)
  const states = query.overdue === 'true' ? (['overdue'] as const) : (['open', 'overdue'] as const)
  const after = placeOf(query.cursor)
  const rows = await listOwedOf(db, regionCode, offices, states, after, query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => paperView(regionCode, row, who.today, who.language)),
    next: rows.length > query.limit && last ? `${last.dueOn}~${last.caseId}~${last.materialId}` : null,
  }
}

/** Gives more time for a paper, or closes it with a reason; the case's events say by whom. */
export async function settleOwed(
  db: Db,
  who: Requester,
  ref: { readonly regionCode: string; readonly caseId: string },
  asked: {
    readonly materialId: string
    readonly outcome: 'extended' | 'waived' | 'enforced'
    readonly until?: string | undefined
    readonly reason: string
  },
): Promise<OwedPaper> {
  const { near } = await standing(db, who, await readCase(db, ref))
  if (!near) throw NotAllowed()
  const { row } = await lockedCase(db, ref, { at: who.at })
  const paper = await lockOwed(db, ref.regionCode, ref.caseId, asked.materialId)
  if (!paper) throw OwedUnknown()
  if (paper.state !== 'open' && paper.state !== 'overdue') throw OwedSettled()
  const extended = asked.outcome === 'extended'
  if (extended && (asked.until === undefined || asked.until <= who.today))
    throw OwedUntil({ today: who.today })
  const changed: OwedRow = {
    ...paper,
    state: asked.outcome === 'extended' ? 'open' : asked.outcome,
    dueOn: extended ? plainDate(asked.until!) : paper.dueOn,
    remindedOn: extended ? null : paper.remindedOn,
    settledBy: extended ? null : who.actor.name,
    reason: asked.reason,
  }
  await changeOwed(db, ref.regionCode, { ...changed, settledOn: extended ? null : who.today })
  await note(db, row, {
    act: `paper-${asked.outcome}`,
    actor: who.actor,
    at: who.at,
    detail: { text: paper.titleZh, textEn: paper.titleEn, reason: asked.reason, dueOn: changed.dueOn },
  })
  return paperView(ref.regionCode, changed, who.today, who.language)
}

function paperView(regionCode: string, row: OwedRow, today: PlainDate, language: Language): OwedPaper {
  const measure = measureNamed(measured().current(regionCode), row.measureId)?.measure
  return {
    caseId: row.caseId,
    regionCode,
    caseNumber: row.caseNumber,
    materialId: row.materialId,
    name: language === 'zh' ? row.titleZh : row.titleEn,
    measureTitle: measure?.title[language] ?? '',
    since: row.since,
    dueOn: row.dueOn,
    daysLeft: daysBetween(today, row.dueOn),
    state: row.state,
    remindedOn: row.remindedOn,
    settledBy: row.settledBy,
    reason: row.reason,
  }
}

function placeOf(cursor: string | undefined): readonly [string, string, string] {
  const [day = '', caseId = '', materialId = ''] = cursor?.split('~') ?? []
  const sound = /^\d{4}-\d{2}-\d{2}$/.test(day) && /^[0-9a-f-]{36}$/.test(caseId)
  return sound ? [day, caseId, materialId] : ['1900-01-01', '00000000-0000-0000-0000-000000000000', '']
}
