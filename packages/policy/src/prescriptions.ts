import type { Source } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import { acting } from './measures/in-force.ts'
import { isMissing } from './missing-rule.ts'
import { parameterOn } from './parameter.ts'
import type { Pack } from './types.ts'

/** 普通门诊, 急诊, 门诊慢特病. */
export type PrescriptionKind = 'ordinary' | 'emergency' | 'chronic'

/** A prescription for more days than ordinarily allowed, and what that means. */
export interface LongerPrescription {
  /** days it is ordinarily for at most, and where that stands; under a measure with days of its own, those */
  readonly normal: number
  readonly source: Source
  /** the measure that allows it */
  readonly allowedBy?: { readonly id: string; readonly activation: string; readonly source: Source }
  /** the place does not take it, unless a measure allows it */
  readonly refused: boolean
}

/** What the rules of a day say of a prescription for so many days; undefined when it is not longer, or none are loaded. */
export function longerPrescription(
  pack: Pack,
  { kind, days, on }: { readonly kind: PrescriptionKind; readonly days: number; readonly on: PlainDate },
): LongerPrescription | undefined {
  const limit = parameterOn(pack, LIMIT, kind, on)
  if (isMissing(limit) || days <= Number(limit.value)) return undefined
  const measures = acting(pack, 'larger-prescription', on)
  const allowing = measures.find(({ effect }) => effect.days === undefined || days <= effect.days)
  const widest = measures.toSorted((a, b) => (b.effect.days ?? 0) - (a.effect.days ?? 0))[0]
  const refusing = parameterOn(pack, 'prescriptions.longer-refused', undefined, on)
  return {
    normal: (!allowing && widest?.effect.days) || Number(limit.value),
    source: (!allowing && widest?.source) || limit.source,
    ...(allowing && {
      allowedBy: {
        id: allowing.acting.measure,
        activation: allowing.acting.activation,
        source: allowing.source,
      },
    }),
    refused: !allowing && !isMissing(refusing) && refusing.value === 'true',
  }
}

/** Whether a place has loaded for how many days a prescription ordinarily is, so that more can be told. */
export function knowsPrescriptions(pack: Pack): boolean {
  return (pack.parameters.get(LIMIT)?.values.length ?? 0) > 0
}
const LIMIT = 'prescriptions.longest-days'
