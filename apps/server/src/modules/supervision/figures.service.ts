import type { Figures } from '@yichuang/contracts'
import { formatYuan, plainDate, sumFen, yuan } from '@yichuang/kernel'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import {
  caseFigures,
  casesBehindFigure,
  casesByDay,
  casesByIds,
  countCases,
  workingDaysUsed,
  type CaseFigure,
  type CaseRow,
  type FigureScope,
} from '../cases/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { getOffice } from '../organisations/index.ts'
import { badGrades, countRatings, grades, ratedCases } from '../ratings/index.ts'
import { baselineOf } from './baseline.ts'
import { definitions, type Figure } from './definitions.ts'
import { histogramOf, percent, percentile } from './distribution.ts'

type Counted = Awaited<ReturnType<typeof countCases>>

/** The figures of a period, some offices and an item or all. Every number is the count of the cases behind it. */
export async function figuresOf(
  db: Db,
  packs: Packs,
  scope: FigureScope,
  language: Language,
): Promise<z.output<typeof Figures>> {
  const counted = new Map<CaseFigure, Counted>()
  for (const figure of caseFigures) counted.set(figure, await countCases(db, figure, scope))
  const ratings = await countRatings(db, { ...scope, grades: null })
  const days = await casesByDay(db, scope)
  const used = await workingDaysUsed(db, scope)

  const total = (figure: CaseFigure) => counted.get(figure)!.reduce((sum, { count }) => sum + count, 0)
  const rated = (wanted: (grade: string) => boolean) =>
    ratings.reduce((sum, { grade, count }) => sum + (wanted(grade) ? count : 0), 0)
  const isBad = (grade: string) => badGrades.some((bad) => bad === grade)
  const allRated = rated(() => true)
  const histogram = histogramOf(used)
  const place = packs.current(scope.regionCode)
  return {
    counts: {
      ...(Object.fromEntries(caseFigures.map((figure) => [figure, total(figure)])) as Record<
        CaseFigure,
        number
      >),
      rated: allRated,
      'bad-ratings': rated(isBad),
    },
    onTimeRate: percent(total('on-time'), total('on-time') + total('overdue')),
    duration: { p50: percentile(histogram, 0.5), p90: percentile(histogram, 0.9), histogram },
    baseline: baselineOf(place, packs.all().get('cn'), used, plainDate(scope.to), language),
    ratings: Object.fromEntries(
      grades.map(({ grade }) => [grade, rated((given) => given === grade)]),
    ) as z.output<typeof Figures>['ratings'],
    satisfaction: percent(allRated - rated(isBad), allRated),
    byDay: mergeDays(days),
    byOffice: await byOffice(db, counted),
    fundPaid: formatYuan(sumFen(counted.get('paid')!.map(({ fund }) => yuan(fund)))),
    definitions: Object.entries(definitions).map(([figure, text]) => ({ figure, text: text[language] })),
  }
}

/** The cases behind a figure, newest first, strictly before a case; as many as the figure says. */
export async function casesBehind(
  db: Db,
  figure: Figure,
  scope: FigureScope,
  before: string | null,
  limit: number,
): Promise<CaseRow[]> {
  if (figure !== 'rated' && figure !== 'bad-ratings')
    return casesBehindFigure(db, figure, scope, before, limit)
  const rated = { ...scope, grades: figure === 'rated' ? null : badGrades }
  return casesByIds(db, scope.regionCode, await ratedCases(db, rated, before, limit))
}

function mergeDays({ received, decided }: Awaited<ReturnType<typeof casesByDay>>) {
  const days = new Map<string, { day: string; received: number; decided: number }>()
  const at = (day: string) => {
    const entry = days.get(day) ?? { day, received: 0, decided: 0 }
    days.set(day, entry)
    return entry
  }
  for (const { day, count } of received) at(day).received = count
  for (const { day, count } of decided) at(day).decided = count
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

async function byOffice(db: Db, counted: ReadonlyMap<CaseFigure, Counted>) {
  const of = (figure: CaseFigure, officeId: string) =>
    counted.get(figure)!.find((entry) => entry.officeId === officeId)?.count ?? 0
  const officeIds = new Set(
    [...counted.values()].flatMap((entries) => entries.map(({ officeId }) => officeId)),
  )
  const offices = await Promise.all([...officeIds].map((id) => getOffice(db, id)))
  return offices
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ id, name }) => ({
      officeId: id,
      officeName: name,
      received: of('received', id),
      decided: of('decided', id),
      onTime: of('on-time', id),
      overdue: of('overdue', id),
      open: of('open', id),
    }))
}
