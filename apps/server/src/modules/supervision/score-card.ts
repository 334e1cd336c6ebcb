import type { getTargets, ReplyOf } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import {
  countsAsMaterial,
  formatCut,
  itemOn,
  ownLists,
  type Compared,
  type Pack,
  type TargetKind,
} from '@yichuang/policy'
import type { Language } from '../../platform/problem.ts'
import { badGrades } from '../ratings/index.ts'
import { histogramOf, percent, percentile, type Histogram } from './distribution.ts'

type Card = Omit<
  ReplyOf<typeof getTargets>['cards'][number],
  'standards' | 'history' | 'successors' | 'differs'
>
export type Ratings = readonly { readonly grade: string; readonly count: number }[]

export interface CardFacts {
  readonly place: Pack
  readonly country: Pack
  readonly on: PlainDate
  readonly language: Language
  readonly itemId: string
  /** the item as one of the targets compares it; none when the target is not about it */
  readonly compared: (kind: TargetKind) => Compared | undefined
  readonly used: Histogram
  /** none for an item that cannot be applied for here */
  readonly ratings: { readonly now: Ratings; readonly before: Ratings } | undefined
}

/** 四个更: whether an item's materials, process, time limit and quality are better, each for itself; no sum of points. */
export function scoreCard(facts: CardFacts): Card {
  const { place, country, on, language, itemId, used } = facts
  const item = itemOn(place, itemId, on)!
  const national = itemOn(country, itemId, on)
  const own = ownLists(place, itemId, on)
  const limits = facts.compared('limits')!
  const histogram = histogramOf(used)
  const titles = (entries: readonly { zh: string; en: string }[] | undefined) =>
    (entries ?? []).map((entry) => entry[language])
  const materialsHere = titles(item.materials.filter(countsAsMaterial))
  return {
    itemId,
    itemName: item.title[language],
    live: item.status === 'live',
    materials: {
      ...judged(facts.compared('materials')),
      list: listed(
        titles(national?.materials.filter(countsAsMaterial)),
        own.materials ? materialsHere : null,
      ),
    },
    process: {
      ...judged(facts.compared('process')),
      // Also for items that the target is not about.
      direction: direction(national?.steps.length ?? null, own.steps ? item.steps.length : null),
      list: listed(titles(national?.steps), own.steps ? titles(item.steps) : null),
    },
    limit: {
      ...judged(limits),
      statutoryDays: limits.baseline.count,
      promisedDays: limits.here.count,
      actualP50: percentile(histogram, 0.5),
      decided: histogram.reduce((sum, { count }) => sum + count, 0),
    },
    quality: quality(facts.ratings),
  }
}

function judged(compared: Compared | undefined) {
  return {
    direction: direction(compared?.baseline.count ?? null, compared?.here.count ?? null),
    cut: compared?.cut ? formatCut(compared.cut) : null,
  }
}

/** Less is better. */
function direction(before: number | null, now: number | null): Card['limit']['direction'] {
  if (before === null || now === null) return 'unknown'
  if (now === before) return 'same'
  return now < before ? 'better' : 'worse'
}

/** The entries of both lists in order, told apart by their words. */
function listed(national: readonly string[], here: readonly string[] | null): Card['materials']['list'] {
  return [...new Set([...national, ...(here ?? [])])].map((title) => ({
    title,
    national: national.includes(title),
    here: here && here.includes(title),
  }))
}

function quality(ratings: CardFacts['ratings']): Card['quality'] {
  const [now, before] = [satisfied(ratings?.now ?? []), satisfied(ratings?.before ?? [])]
  return {
    // Shares are compared as fractions; a smaller share of bad ratings is better.
    direction:
      now.rated === 0 || before.rated === 0
        ? 'unknown'
        : direction(before.bad * now.rated, now.bad * before.rated),
    satisfaction: percent(now.rated - now.bad, now.rated),
    satisfactionBefore: percent(before.rated - before.bad, before.rated),
    rated: now.rated,
    badRatings: now.bad,
  }
}

function satisfied(ratings: Ratings): { rated: number; bad: number } {
  const sum = (of: Ratings) => of.reduce((total, { count }) => total + count, 0)
  return {
    rated: sum(ratings),
    bad: sum(ratings.filter(({ grade }) => badGrades.some((bad) => bad === grade))),
  }
}
