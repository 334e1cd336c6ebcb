import type { Figures } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import { itemOn, itemsOn, type Pack, type ServiceItem } from '@yichuang/policy'
import type { z } from 'zod'
import type { Language } from '../../platform/problem.ts'
import { histogramOf, percent, percentile, type Histogram } from './distribution.ts'

type Baseline = z.output<typeof Figures>['baseline']

/** Each live item of a place beside the national baseline: limits, days really used, and materials. */
export function baselineOf(
  place: Pack,
  country: Pack | undefined,
  used: readonly (Histogram[number] & { readonly itemId: string })[],
  on: PlainDate,
  language: Language,
): Baseline {
  return itemsOn(place, on)
    .filter(({ status }) => status === 'live')
    .map((item) => {
      const statutory = daysOf(item.limits.statutory)
      const promised = daysOf(item.limits.promised)
      const national = country && itemOn(country, item.id, on)
      return {
        itemId: item.id,
        itemName: item.title[language],
        statutoryDays: statutory,
        promisedDays: promised,
        actualP50: percentile(histogramOf(used.filter(({ itemId }) => itemId === item.id)), 0.5),
        cutPercent: statutory && promised !== null ? percent(statutory - promised, statutory) : null,
        materialsNational: requiredMaterials(national ?? item),
        materialsHere: requiredMaterials(item),
      }
    })
}

/** Working days; what is done at once (即时办结) takes none. */
function daysOf(limit: ServiceItem['limits']['statutory']): number | null {
  return limit?.instant ? 0 : (limit?.workingDays ?? null)
}

function requiredMaterials(item: ServiceItem): number {
  return item.materials.filter(({ required }) => required).length
}
