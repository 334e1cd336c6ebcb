import type { ActivationView, MeasureInForce, MeasureSetView } from '@yichuang/contracts'
import { daysBetween, type PlainDate } from '@yichuang/kernel'
import { measureNamed, type EffectKind, type Measure, type MeasureSet, type Pack } from '@yichuang/policy'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { citationOf } from '../catalogue/index.ts'
import type { Requester } from '../cases/index.ts'
import { listOffices } from '../organisations/index.ts'
import { reachOf } from './activation.service.ts'
import type { Activation } from './activations.ts'
import { earliestOf } from './check-activation.ts'
import { measured } from './measures-world.ts'
import { owedCounts } from './owed.queries.ts'
import { effectWords, groupNames, groupsInWords, isConnected } from './words.ts'

/** Everything the leader's page shows: what could be switched on, what is in force, what ends soon, what is owed. */
export async function panelOf(db: Db, who: Requester, regionCode: string) {
  const { pack, activations } = measured().stateOf(regionCode)
  const { today, language } = who
  const reach = await reachOf(db, who.caller, regionCode)
  const names = await countyNames(db, regionCode)
  const views = activations.map((activation) => activationView(pack, activation, names, who))
  const owed = await owedCounts(db, regionCode)
  const count = (state: string) =>
    owed.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0)
  return {
    today,
    sets: [...pack.measures.values()].map((set) => setView(pack, set, language)),
    activations: views.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    places: [...reach.places],
    wholeCity: reach.wholeCity,
    maySwitch: reach.wholeCity || reach.places.length > 0,
    warnings: views
      .filter(({ state }) => state === 'ending-soon')
      .map((view) => ({ activationId: view.activationId, text: warning(view, language) })),
    owed: { open: count('open'), overdue: count('overdue') },
  }
}

/** An activation as the panel shows it. */
export async function viewOfActivation(db: Db, who: Requester, regionCode: string, activation: Activation) {
  const { pack } = measured().stateOf(regionCode)
  return activationView(pack, activation, await countyNames(db, regionCode), who)
}

/** What people are told of the measures in force in a place on a day, for one item or all. */
export async function measuresFor(
  db: Db,
  regionCode: string,
  on: PlainDate,
  itemId: string | undefined,
  language: Language,
): Promise<MeasureInForce[]> {
  const { pack, activations } = measured().stateOf(regionCode)
  const names = await countyNames(db, regionCode)
  return activations
    .filter(({ from, until }) => from <= on && (until === undefined || on <= until))
    .flatMap(({ measures, from, until, places, groups, papersWithin, perDay }) =>
      measures.flatMap((measureId) => {
        const named = measureNamed(pack, measureId)
        if (!named || (itemId !== undefined && !concernsItem(pack, named.measure, itemId))) return []
        const { set, measure } = named
        const said = { ...(papersWithin !== null && { papersWithin }), ...(perDay !== null && { perDay }) }
        return {
          measureId,
          title: measure.title[language],
          occasion: set.occasion[language],
          effect: effectWords(pack, measure, said)[language],
          from,
          until: until ?? null,
          places: places.map((code) => names.get(code) ?? code),
          groups: groupsInWords(groups.length > 0 ? groups : (measure.groups ?? []), language),
          source: citationOf({ ...measure.source, from }, language),
        }
      }),
    )
}

// What is paid is of claims; how things are handed in is of every item; care and its money are of none.
const OF_CLAIMS: ReadonlySet<EffectKind> = new Set([
  'set-parameter',
  'waive-out-of-area-cut',
  'adjust-payer',
  'take-over-rest',
])
const OF_EVERY_ITEM: ReadonlySet<EffectKind> = new Set([
  'papers-later',
  'open-channel',
  'set-limit',
  'limit-numbers',
])

/** Whether a measure helps whoever applies for an item; one that names its items says so itself. */
function concernsItem(pack: Pack, { items, effect }: Measure, itemId: string): boolean {
  if (items) return items.includes(itemId)
  if (OF_EVERY_ITEM.has(effect.kind)) return true
  const isClaim = () =>
    pack.items.get(itemId)?.base.versions.some(({ handler }) => handler === 'claim') === true
  return OF_CLAIMS.has(effect.kind) && isClaim()
}

function setView(pack: Pack, set: MeasureSet, language: Language): z.output<typeof MeasureSetView> {
  return {
    setId: set.id,
    title: set.title[language],
    occasion: set.occasion[language],
    warnDays: set.warnDays,
    permanence: set.permanence ? citationOf(set.permanence.source, language) : null,
    measures: set.measures.map((measure) => ({
      measureId: `${set.id}.${measure.id}`,
      title: measure.title[language],
      kind: measure.effect.kind,
      effect: effectWords(pack, measure)[language],
      connected: isConnected(measure, pack),
      items: [...(measure.items ?? [])],
      groups: (measure.groups ?? []).map((id) => ({ id, name: groupNames[id][language] })),
      byDocumentFrom: measure.from ?? null,
      longest: measure.longest ?? null,
      earliest: earliestOf(pack, measure),
      needsPapersWithin: measure.effect.kind === 'papers-later' && measure.effect.days === undefined,
      needsPerDay: measure.effect.kind === 'limit-numbers' && measure.effect.perDay === undefined,
      note: measure.note ?? null,
      source: citationOf(
        { ...measure.source, from: measure.from ?? earliestOf(pack, measure) ?? measure.source.from },
        language,
      ),
    })),
  }
}

function activationView(
  pack: Pack,
  activation: Activation,
  names: ReadonlyMap<string, string>,
  { today, language, caller }: Requester,
): ActivationView {
  const { from, until, setId } = activation
  const warnDays = pack.measures.get(setId)?.warnDays ?? 0
  const left = until === undefined ? null : daysBetween(today, until)
  const over = until !== undefined && (until < today || until < from)
  const state = over
    ? 'ended'
    : from > today
      ? 'coming'
      : left !== null && left <= warnDays
        ? 'ending-soon'
        : 'in-force'
  return {
    activationId: activation.activationId,
    setId,
    byDocument: activation.byDocument,
    measures: activation.measures.map((id) => ({
      id,
      name: measureNamed(pack, id)?.measure.title[language] ?? id,
    })),
    places: activation.places.map((id) => ({ id, name: names.get(id) ?? id })),
    groups: activation.groups.map((id) => ({ id, name: groupNames[id][language] })),
    from,
    until: until ?? null,
    papersWithin: activation.papersWithin,
    perDay: activation.perDay,
    state,
    daysLeft: over ? null : left,
    mayChange: !over && caller.kind === 'staff' && caller.roles.some(({ role }) => role === 'leader'),
    history: activation.history.map(({ at, day, kind, endsOn, byName, reason }) => ({
      at: at.toISOString(),
      day,
      kind,
      until: endsOn,
      by: byName,
      reason,
    })),
  }
}

function warning({ measures, until, daysLeft }: ActivationView, language: Language): string {
  const names = measures.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')
  return language === 'zh'
    ? `“${names}”将于 ${until} 终止，还有 ${daysLeft} 天。需要继续的，请延长；值得保留的，请提出固化。`
    : `“${names}” ends on ${until}, in ${daysLeft} days. Extend it if it is still needed, or propose to make it permanent.`
}

async function countyNames(db: Db, regionCode: string): Promise<ReadonlyMap<string, string>> {
  const offices = await listOffices(db, regionCode)
  return new Map(
    offices.filter(({ level }) => level === 'county').map(({ territory, name }) => [territory, name]),
  )
}
