import type { Sentences } from './fault.ts'
import type { PlainDate } from './plain-date.ts'

/** The clock stops at the end of `from` and runs again after `to`; without `to` it still stands. */
export interface Pause {
  readonly from: PlainDate
  readonly to?: PlainDate
  /** a key of `pauseReasons`, or the reason in words */
  readonly reason: string
}

/**
 * Reasons that have a name of their own. All but `supplement` are the ones 行政许可法第四十五条 takes out of the term;
 * the person has to be told of them in writing.
 */
export const pauseReasons = {
  supplement: { 'zh-CN': '等待补正材料', en: 'waiting for missing materials' },
  hearing: { 'zh-CN': '听证', en: 'hearing' },
  inspection: { 'zh-CN': '检验', en: 'inspection' },
  testing: { 'zh-CN': '检测', en: 'testing' },
  quarantine: { 'zh-CN': '检疫', en: 'quarantine' },
  appraisal: { 'zh-CN': '鉴定', en: 'expert appraisal' },
  'expert-review': { 'zh-CN': '专家评审', en: 'review by experts' },
} as const satisfies Record<string, Sentences>
export type PauseReason = keyof typeof pauseReasons

/** The reason of a pause in a person's language; a reason given in words is shown as it is. */
export function describePauseReason(reason: string): Sentences {
  return Object.hasOwn(pauseReasons, reason)
    ? pauseReasons[reason as PauseReason]
    : { 'zh-CN': reason, en: reason }
}

/** Pauses by the day they begin; they may overlap. Throws a RangeError on one that ends before it begins. */
export function pausesInOrder(pauses: readonly Pause[] = []): readonly Pause[] {
  for (const { from, to } of pauses)
    if (to !== undefined && to < from)
      throw new RangeError(`A pause cannot end on ${to}, before it begins on ${from}`)
  return pauses.length < 2
    ? pauses
    : [...pauses].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
