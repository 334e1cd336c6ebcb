import type { PlainDate } from '@yichuang/kernel'
import type { MeasureInForce, Pack } from '@yichuang/policy'
import type { Sentences } from '../../platform/problem.ts'
import { measuresOfKind } from '../measures/index.ts'

/** The measures of this kind in force on a day, in a county when `place` is given. */
export function inForceHere(regionCode: string, on: PlainDate, place?: string): readonly MeasureInForce[] {
  return measuresOfKind(regionCode, 'settle-later', on, place)
}

/** Every measure of this kind a place has loaded, in force or not. */
export function knownIn(pack: Pack) {
  return [...pack.measures.values()].flatMap(({ measures }) =>
    measures.filter(({ effect }) => effect.kind === 'settle-later'),
  )
}

/** A clause in one line: 绍市医保〔2020〕9号 二（三）. */
export function clauseOf({
  title,
  source,
}: {
  title: Sentences
  source: { citation: string; clause: string }
}) {
  const { citation, clause } = source
  const words = clause === '' || citation.includes(clause) ? citation : `${citation} ${clause}`
  return { zh: `“${title.zh}”（${words}）`, en: `“${title.en}” (${words})` }
}

/** Whether a measure is only for people insured elsewhere. */
export function onlyElsewhere({ effect }: Pick<MeasureInForce, 'effect'>): boolean {
  return effect.kind === 'settle-later' && effect.patients === 'elsewhere'
}
