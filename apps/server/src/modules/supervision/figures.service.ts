import { figures, type Figures } from '@yichuang/contracts'
import { formatYuan, plainDate, sumFen, yuan } from '@yichuang/kernel'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import {
  casesBehindFigure,
  casesByDay,
  casesByIds,
  countCases,
  workingDaysUsed,
  type CaseRow,
  type FigureScope,
} from '../cases/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { correctionFigures } from '../corrections/index.ts'
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
  const [counted, ratings, days, used, corrections] = await Promise.all([
    countCases(db, scope),
    countRatings(db, { ...scope, grades: null }),
    casesByDay(db, scope),
    workingDaysUsed(db, scope),
    correctionFigures(db, scope),
  ])
  const of = (figure: Figure) => counted.filter((entry) => entry.figure === figure)
  const total = (figure: Figure) => of(figure).reduce((sum, { count }) => sum + count, 0)
  const rated = (wanted: (grade: string) => boolean) =>
    ratings.reduce((sum, { grade, count }) => sum + (wanted(grade) ? count : 0), 0)
  const isBad = (grade: string) => badGrades.some((bad) => bad === grade)
  const allRated = rated(() => true)
  const histogram = histogramOf(used)
  const place = packs.current(scope.regionCode)
  return {
    counts: {
      ...(Object.fromEntries(figures.map((figure) => [figure, total(figure)])) as Record<Figure, number>),
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
    fundPaid: formatYuan(sumFen(of('paid').map(({ fund }) => yuan(fund)))),
    corrections,
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

async function byOffice(db: Db, counted: Counted) {
  const found = new Map<string, Map<Figure, number>>()
  for (const { officeId, figure, count } of counted)
    found.set(officeId, (found.get(officeId) ?? new Map<Figure, number>()).set(figure, count))
  const offices = await Promise.all([...found.keys()].map((id) => getOffice(db, id)))
  return offices
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ id, name }) => {
      const of = (figure: Figure) => found.get(id)!.get(figure) ?? 0
      return {
        officeId: id,
        officeName: name,
        received: of('received'),
        decided: of('decided'),
        onTime: of('on-time'),
        overdue: of('overdue'),
        open: of('open'),
      }
    })
}
