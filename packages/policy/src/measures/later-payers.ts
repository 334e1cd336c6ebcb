import type { Cited, StageScheme } from '@yichuang/benefits'
import { ONE, ZERO_FEN, type PlainDate, type Ratio } from '@yichuang/kernel'
import type { Pack } from '../types.ts'
import { acting, type MeasureInForce } from './in-force.ts'

/**
 * A later payer as measures leave it on a day: another deductible, more points in every band, another cap. Each figure a
 * measure gives carries the measure's own words, so that what is paid by it can be told.
 */
export function stageUnderMeasures(pack: Pack, stage: StageScheme, on: PlainDate): StageScheme {
  if (pack.acting.length === 0) return stage
  const adjusting = acting(pack, 'adjust-payer', on).filter(({ effect }) => effect.table === stage.id)
  if (adjusting.length === 0) return stage
  const from = (field: 'deductible' | 'raiseShare' | 'yearlyCap') =>
    adjusting.find(({ effect }) => effect[field] !== undefined)
  const [deductible, raise, cap] = [from('deductible'), from('raiseShare'), from('yearlyCap')]
  return {
    ...stage,
    ...(deductible && { deductible: given(stage, 'deductible', deductible.effect.deductible!, deductible) }),
    ...(raise && {
      bands: stage.bands.map((band) => ({
        ...band,
        fundShare: given(stage, 'bands', raised(band.fundShare.value, raise.effect.raiseShare!), raise),
      })),
    }),
    ...(cap && { yearlyCap: given(stage, 'yearlyCap', cap.effect.yearlyCap!, cap) }),
  }
}

/** What the state takes over under measures of a day, after every other payer, in the order in which they began. */
export function stateStages(pack: Pack, groups: readonly string[], on: PlainDate): StageScheme[] {
  if (pack.acting.length === 0) return []
  return acting(pack, 'take-over-rest', on)
    .filter(({ effect }) => effect.entitled?.some((group) => groups.includes(group)) ?? true)
    .toReversed()
    .map(({ effect, acting: { measure }, measure: { title }, source }) => ({
      id: measure,
      title,
      payer: 'oth_pay',
      order: { value: 'true', parameter: `${measure}.order`, source },
      worksOn: effect.pays,
      ...(effect.only && { only: effect.only }),
      deductible: { value: ZERO_FEN, parameter: `${measure}.deductible`, source },
      bands: [{ fundShare: { value: ONE, parameter: `${measure}.bands`, source } }],
      bandBase: 'absolute',
      bandsYearToDate: false,
      rounding: 'total',
      capCounts: 'own',
    }))
}

function given<T>(
  { id }: StageScheme,
  part: string,
  value: T,
  { source }: Pick<MeasureInForce, 'source'>,
): Cited<T> {
  return { value, parameter: `${id}.${part}`, source }
}

/** Never more than all. */
function raised(share: Ratio, points: Ratio): Ratio {
  return Math.min(share + points, ONE) as Ratio
}
