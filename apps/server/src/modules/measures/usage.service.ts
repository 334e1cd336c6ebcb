import type { MeasureUse } from '@yichuang/contracts'
import { plainDate, type PlainDate } from '@yichuang/kernel'
import { measureNamed } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { casesByIds, summaryOf, type Requester } from '../cases/index.ts'
import { casesMarked, deedsUnder, useOf } from './mark.queries.ts'
import { measured } from './measures-world.ts'
import { owedCounts, type OwedState } from './owed.queries.ts'

const ALWAYS = { from: plainDate('1900-01-01'), to: plainDate('2199-12-31') }

/** Everything done under the measures of a place, one line for each measure that could act; all of it from the marks. */
export async function usageOf(
  db: Db,
  regionCode: string,
  { from = ALWAYS.from, to = ALWAYS.to }: { readonly from?: PlainDate; readonly to?: PlainDate },
  language: Language,
): Promise<MeasureUse[]> {
  const pack = measured().current(regionCode)
  const [rows, owed] = [await useOf(db, regionCode, from, to), await owedCounts(db, regionCode)]
  const names = [...pack.measures.values()].flatMap((set) => set.measures.map(({ id }) => `${set.id}.${id}`))
  const all = [...new Set([...names, ...rows.map(({ measureId }) => measureId)])]
  return all.map((measureId) => {
    const row = rows.find((entry) => entry.measureId === measureId)
    const count = (...states: OwedState[]) =>
      owed
        .filter((entry) => entry.measureId === measureId && states.includes(entry.state))
        .reduce((sum, entry) => sum + entry.count, 0)
    return {
      measureId,
      title: measureNamed(pack, measureId)?.measure.title[language] ?? measureId,
      cases: row?.cases ?? 0,
      others: row?.others ?? 0,
      total: row?.total ?? '0.00',
      fund: row?.fund ?? '0.00',
      extra: row?.extra ?? '0.00',
      extraKnown: row?.extraKnown ?? 0,
      firstDay: row?.firstDay ?? null,
      lastDay: row?.lastDay ?? null,
      owedOpen: count('open'),
      owedOverdue: count('overdue'),
      owedReceived: count('received'),
    }
  })
}

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The cases a measure acted on, newest first. */
export async function casesUnder(
  db: Db,
  who: Requester,
  regionCode: string,
  {
    measureId,
    cursor,
    limit,
  }: { readonly measureId: string; readonly cursor?: string | undefined; readonly limit: number },
) {
  const before = cursor !== undefined && /^[0-9a-f-]{36}$/.test(cursor) ? cursor : NEWEST
  const marked = await casesMarked(db, regionCode, measureId, before, limit + 1)
  const ids = marked.slice(0, limit).map(({ caseId }) => caseId)
  const rows = new Map((await casesByIds(db, regionCode, ids)).map((row) => [row.caseId, row]))
  const found = ids.flatMap((id) => rows.get(id) ?? [])
  return {
    items: await Promise.all(found.map((row) => summaryOf(db, row, who))),
    next: marked.length > limit ? (ids.at(-1) ?? null) : null,
  }
}

/** Everything a measure acted on, newest first: cases, people treated first, advances to hospitals. */
export async function doneUnder(
  db: Db,
  regionCode: string,
  asked: { readonly measureId: string; readonly cursor?: string | undefined; readonly limit: number },
) {
  const { measureId, cursor, limit } = asked
  const before = cursor !== undefined && /^[0-9a-f-]{36}$/.test(cursor) ? cursor : NEWEST
  const rows = await deedsUnder(db, regionCode, measureId, before, limit + 1)
  const shown = rows.slice(0, limit)
  const cases = await casesByIds(
    db,
    regionCode,
    shown.filter(({ subject }) => subject === 'case').map(({ subjectId }) => subjectId),
  )
  const numbers = new Map(cases.map(({ caseId, number }) => [caseId, number]))
  return {
    items: shown.map((row) => ({ ...row, number: row.number ?? numbers.get(row.subjectId) ?? '' })),
    next: rows.length > limit ? (shown.at(-1)?.subjectId ?? null) : null,
  }
}
