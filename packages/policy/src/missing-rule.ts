import type { PlainDate } from '@yichuang/kernel'
import type { Pack, Text } from './types.ts'

/** A rule that no loaded document gives for this place and day, and who can load it. The case goes to a person. */
export interface MissingRule {
  readonly missing: true
  /** id of the parameter, or of the table and its part: `employee-inpatient.bands` */
  readonly rule: string
  readonly key?: string
  readonly title: Text
  readonly place: { readonly pack: string; readonly regionCode: string; readonly title: Text }
  readonly on: PlainDate
  readonly whoCanLoad: Text
  /** the whole of it in one sentence, as people are told */
  readonly sentence: Text
}

/** Names a missing rule in the words people are told; `why` its document does not give it, where the table says so. */
export function missingRule(
  pack: Pack,
  rule: string,
  title: Text,
  on: PlainDate,
  key?: string,
  why?: Text,
): MissingRule {
  const which = key === undefined ? title : { zh: `${title.zh}（${key}）`, en: `${title.en} (${key})` }
  return {
    missing: true,
    rule,
    ...(key !== undefined && { key }),
    title,
    place: { pack: pack.id, regionCode: pack.regionCode, title: pack.title },
    on,
    whoCanLoad: pack.agency,
    sentence: {
      zh: `缺少规则：${pack.title.zh}在 ${on} 的“${which.zh}”${why ? `（${why.zh}）` : ''}，由${pack.agency.zh}加载后即可使用；在此之前由工作人员人工办理。`,
      en: `Rule missing: “${which.en}” of ${pack.title.en} on ${on}${why ? ` (${why.en})` : ''}. ${pack.agency.en} can load it; until then a member of staff handles the case.`,
    },
  }
}

export function isMissing(answer: unknown): answer is MissingRule {
  return typeof answer === 'object' && answer !== null && 'missing' in answer && answer.missing === true
}
