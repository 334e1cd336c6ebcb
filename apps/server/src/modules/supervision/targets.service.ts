import type { getTargets, ReplyOf } from '@yichuang/contracts'
import { addDays, daysBetween, formatPercent, plainDate } from '@yichuang/kernel'
import { formatCut, mostAllowed, targetsOn, type Compared, type Target } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { workingDaysUsed, type FigureScope } from '../cases/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { countRatings } from '../ratings/index.ts'
import { itemFacts, samenessOf } from './item-facts.ts'
import { scoreCard, type Ratings } from './score-card.ts'
import { targetDefinitions } from './targets-words.ts'

type Reply = ReplyOf<typeof getTargets>

/** The targets of a place computed from its rules on the last day, and each item's score card over the period. */
export async function targetFiguresOf(
  db: Db,
  packs: Packs,
  scope: FigureScope,
  language: Language,
): Promise<Reply> {
  const on = plainDate(scope.to)
  const place = packs.current(scope.regionCode)
  const country = packs.all().get('cn')!
  const targets = targetsOn(place, country, on)
  const before = periodBefore(scope)
  const live = [...new Set(targets[0]!.items.map(({ itemId }) => itemId))]
  const used = await workingDaysUsed(db, scope)
  const rated = new Map<string, { now: Ratings; before: Ratings }>()
  // Only items that can be applied for have ratings: two questions each, for the few there are.
  for (const itemId of live.filter((id) => place.items.get(id)?.base.versions.some(({ handler }) => handler)))
    rated.set(itemId, {
      now: await countRatings(db, { ...scope, itemId, grades: null }),
      before: await countRatings(db, { ...before, itemId, grades: null }),
    })
  return {
    on,
    targets: targets.map((target) => shownTarget(target, language)),
    cards: live.map((itemId) => ({
      ...itemFacts(place, itemId, on, language),
      ...scoreCard({
        place,
        country,
        on,
        language,
        compared: (kind) =>
          targets.find((target) => target.kind === kind)!.items.find((item) => item.itemId === itemId),
        itemId,
        used: used.filter((entry) => entry.itemId === itemId),
        ratings: rated.get(itemId),
      }),
    })),
    sameness: samenessOf(packs.all(), place, on, language),
    definitions: targetDefinitions.map((definition) => ({
      id: definition.id,
      version: definition.version,
      text: definition[language],
    })),
  }
}

function periodBefore(scope: FigureScope): FigureScope {
  const from = plainDate(scope.from)
  const length = daysBetween(from, plainDate(scope.to)) + 1
  return { ...scope, from: addDays(from, -length), to: addDays(from, -1) }
}

function shownTarget(target: Target, language: Language): Reply['targets'][number] {
  const { aim, compared, inScope } = target
  const reading = ({ cut, reached }: Target['pooled']) => ({ cut: cut && formatCut(cut), reached })
  return {
    kind: target.kind,
    aim: aim && {
      percent: formatPercent(aim.ratio),
      citation: aim.source.citation,
      clause: aim.source.clause,
      quote: aim.source.quote,
    },
    missing: aim ? null : canLoad([target.whoCanLoad], language),
    pooled: reading(target.pooled),
    mean: reading(target.mean),
    compared,
    inScope,
    items: target.items.map((item) => shownItem(item, target, language)),
  }
}

function shownItem(item: Compared, { aim, kind }: Target, language: Language) {
  const { itemId, title, baseline, here, instant, cut, reached } = item
  return {
    itemId,
    itemName: title[language],
    baseline,
    here,
    instant,
    cut: cut && formatCut(cut),
    reached,
    mostAllowed:
      aim && kind === 'non-instant' && !instant && baseline.count !== null
        ? mostAllowed(baseline.count, aim.ratio)
        : null,
    missing: item.whoCanLoad.length === 0 ? null : canLoad(item.whoCanLoad, language),
  }
}

function canLoad(who: readonly { zh: string; en: string }[], language: Language): string {
  const names = who.map((agency) => agency[language])
  return language === 'zh'
    ? `还没有录入；由${names.join('、')}公布或录入后即可计算。`
    : `Not loaded yet; ${names.join(' and ')} can publish or load it.`
}
