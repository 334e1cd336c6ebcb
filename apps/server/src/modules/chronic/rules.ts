import type { Source } from '@yichuang/benefits'
import {
  addDays,
  CalendarMissing,
  dayOfNextMonth,
  plainDate,
  type PlainDate,
  type WorkingCalendar,
} from '@yichuang/kernel'
import { isMissing, parameterOn, type MissingRule, type Pack } from '@yichuang/policy'

/** A class of diseases as the place's document names it. */
export interface ClassRule {
  readonly id: string
  readonly name: string
  readonly source: Source
}

/** The class that has two causes, only one of which is for children: 0至17周岁. */
export const CHILDREN_OR_VACCINATION = 'child-rehabilitation-or-vaccination'
export const OLDEST_CHILD = 17
/** What is in no list: recognised once a month. */
export const OTHER = 'other'

/** The classes a place names in a parameter, in the order of its document. */
function classesOf(pack: Pack, parameter: string, on: PlainDate): ClassRule[] {
  const keys = new Set(pack.parameters.get(parameter)?.values.map(({ key }) => key) ?? [])
  return [...keys].flatMap((id) => {
    if (id === undefined) return []
    const found = parameterOn(pack, parameter, id, on)
    return isMissing(found) ? [] : [{ id, name: found.value, source: found.source }]
  })
}

/** Diseases recognised at any time by designated hospitals; empty where no document is loaded. */
export function anytimeClasses(pack: Pack, on: PlainDate): ClassRule[] {
  return classesOf(pack, 'chronic.anytime', on)
}

/** Diseases settled at once across the province, as far as the document names them. */
export function networkedClasses(pack: Pack, on: PlainDate): ClassRule[] {
  return classesOf(pack, 'chronic.networked', on)
}

export function networkedCount(pack: Pack, on: PlainDate): number | null {
  const found = parameterOn(pack, 'chronic.networked-count', undefined, on)
  return isMissing(found) ? null : Number(found.value)
}

/** By which day of the next month papers go, or that no rule says so. */
export function handOverRule(pack: Pack, on: PlainDate): { day: number; source: Source } | MissingRule {
  const found = parameterOn(pack, 'chronic.hand-over-day', undefined, on)
  return isMissing(found) ? found : { day: Number(found.value), source: found.source }
}

/** When the papers of a month are due at the agency. */
export interface HandOverDue {
  /** as the document says it, not moved */
  readonly ruleDay: PlainDate
  /** moved to the next working day where it is a day of rest; undefined: the calendar of that year is not published */
  readonly dueOn: PlainDate | undefined
  /** the clauses it rests on: of the day, and of the move */
  readonly sources: readonly Source[]
}

/**
 * The day by which a hospital hands over the papers it collected in a month, that day included. Undefined where no rule is
 * loaded. A day of rest moves it as the law says of every period, unless the place's own rule says otherwise.
 */
export function handOverDue(pack: Pack, calendar: WorkingCalendar, month: string): HandOverDue | undefined {
  const first = plainDate(`${month}-01`)
  const rule = handOverRule(pack, addDays(dayOfNextMonth(first, 1), -1))
  if ('missing' in rule) return undefined
  const ruleDay = dayOfNextMonth(first, rule.day)
  const moves = parameterOn(pack, 'periods.rest-day-moves', undefined, ruleDay)
  if (isMissing(moves) || moves.value !== 'true') return { ruleDay, dueOn: ruleDay, sources: [rule.source] }
  return { ruleDay, dueOn: workingDayFrom(calendar, ruleDay), sources: [rule.source, moves.source] }
}

function workingDayFrom(calendar: WorkingCalendar, day: PlainDate): PlainDate | undefined {
  try {
    return calendar.nth(addDays(day, -1), 1)
  } catch (error) {
    if (error instanceof CalendarMissing) return undefined
    throw error
  }
}

/** The month a day lies in, `2020-10`. */
export function monthOf(day: PlainDate): string {
  return day.slice(0, 7)
}

/** The class that a national code of outpatient chronic diseases (门慢门特病种目录代码) stands for, where that is beyond doubt. */
// As the codes are used in lists of several provinces; not compared with the national list itself. 冠心病 (M04600) is left
// out: only its operated form is in the list.
export const CLASS_OF_CODE: Readonly<Record<string, string>> = {
  M00503: 'malignant-tumour',
  M00504: 'malignant-tumour',
  M07803: 'uraemia',
  M07804: 'uraemia',
  M08300: 'organ-transplant',
  M01200: 'haemophilia',
  M01102: 'aplastic-anaemia',
  M02101: 'severe-mental-disorder',
  M02102: 'severe-mental-disorder',
  M02103: 'severe-mental-disorder',
  M02104: 'severe-mental-disorder',
  M02105: 'severe-mental-disorder',
  M02106: 'severe-mental-disorder',
}

/** National codes of the diseases the document names as settled across the province. */
export const NETWORKED_OF_CODE: Readonly<Record<string, string>> = {
  M03900: 'hypertension',
  M01600: 'diabetes',
}

/** Whether a disease is one that the document names as settled across the province. */
export function isNetworked(
  classes: readonly ClassRule[],
  disease: { readonly name: string; readonly code: string | null },
): boolean {
  const byCode = disease.code === null ? undefined : NETWORKED_OF_CODE[disease.code.slice(0, 6)]
  return classes.some(({ id, name }) => id === byCode || name === disease.name)
}
