import type { PlainDate } from '@yichuang/kernel'
import {
  concerns,
  groupsOf,
  measureNamed,
  packUnder,
  type ActingMeasure,
  type EffectKind,
  type Group,
  type Pack,
} from '@yichuang/policy'
import { sha256 } from '../../packs/index.ts'
import type { Database, Db } from '../../platform/db.ts'
import type { Packs } from '../catalogue/index.ts'
import { getOffice } from '../organisations/index.ts'
import { eventsOf } from './activation.queries.ts'
import { actingOf, activationsOf, type Activation } from './activations.ts'
import { recordedGroupsOf } from './people.ts'
import { findPackUnder, keepPackUnder } from './pack-under.queries.ts'

/** Who a case is of and which office has it: what decides which measures are for it. */
export interface CaseAbout {
  readonly regionCode: string
  readonly officeId: string
  readonly insurance: string | null
  readonly personClass: string | null
  /** who and on which day, for measures that are for a group of people; without them such measures are left out */
  readonly personId?: string
  readonly today?: PlainDate
}

/** Who is treated where on which day: what decides which measures act at the bedside. */
export interface CareAbout {
  readonly regionCode: string
  /** county of the institution */
  readonly territory: string
  readonly insurance: string
  readonly personClass: string
  readonly personId: string
  readonly on: PlainDate
}

/** Measures that change what is paid or taken at the bedside; the others are about how things are handed in. */
const PAYS: ReadonlySet<EffectKind> = new Set([
  'set-parameter',
  'waive-out-of-area-cut',
  'adjust-payer',
  'take-over-rest',
  'larger-prescription',
])

/** The packs as they are read under the measures that leaders have switched on. */
export interface MeasuredPacks extends Packs {
  /** the pack for a case: with the measures for its county and its person, kept so that its hash can be found again */
  currentFor(about: CaseAbout): Promise<Pack>
  /** the pack for care on a day: with the measures for the county of the institution and for the person, kept likewise */
  forCare(about: CareAbout): Promise<Pack>
  /** the pack of a city under the measures for everybody and for some groups of people, wherever in the city */
  under(regionCode: string, groups: readonly Group[]): Pack
  /** the pack without what leaders did, and their activations as last read */
  stateOf(regionCode: string): { readonly pack: Pack; readonly activations: readonly Activation[] }
  /** Reads the activations of a place anew: after a leader's act, and now and then for acts of other processes. */
  reload(regionCode: string): Promise<void>
}

/** Puts the activations of every place between the packs and whoever reads them. */
export async function openMeasuredPacks(packs: Packs, database: Database): Promise<MeasuredPacks> {
  const acting = new Map<string, { pack: Pack; activations: Activation[]; acting: ActingMeasure[] }>()
  const events = new Map<string, Awaited<ReturnType<typeof eventsOf>>>()
  const shelf = new WeakMap<Pack, Map<string, Pack>>()
  const byHash = new Map<string, Promise<Pack>>()
  const kept = new Map<string, Promise<unknown>>()

  const stateOf = (regionCode: string) => {
    const pack = packs.current(regionCode)
    const known = acting.get(regionCode)
    if (known?.pack === pack) return known
    const activations = activationsOf(pack, events.get(regionCode) ?? [])
    const state = { pack, activations, acting: actingOf(pack, activations) }
    acting.set(regionCode, state)
    return state
  }
  const under = (pack: Pack, list: readonly ActingMeasure[]): Pack => {
    const key = JSON.stringify(list)
    const ofPack = shelf.get(pack) ?? new Map<string, Pack>()
    shelf.set(pack, ofPack)
    const derived = ofPack.get(key) ?? packUnder(pack, list, sha256)
    ofPack.set(key, derived)
    if (derived.hash !== pack.hash) byHash.set(`${derived.id}@${derived.hash}`, Promise.resolve(derived))
    return derived
  }
  const underFor = (regionCode: string, groups: readonly Group[] = []) => {
    const state = stateOf(regionCode)
    return under(
      state.pack,
      state.acting.filter((entry) => concerns(entry, { groups })),
    )
  }
  const current = (regionCode: string) => underFor(regionCode)
  const keep = (base: Pack, derived: Pack): Promise<unknown> => {
    if (base.hash === derived.hash) return Promise.resolve()
    const key = `${derived.id}@${derived.hash}`
    const writing =
      kept.get(key) ?? keepPackUnder(database.db, derived.id, derived.hash, base.hash, derived.acting)
    kept.set(key, writing)
    writing.catch(() => kept.delete(key))
    return writing
  }
  const reload = async (regionCode: string) => {
    events.set(regionCode, await eventsOf(database.forRegion(regionCode), regionCode))
    acting.delete(regionCode)
    const state = stateOf(regionCode)
    await keep(state.pack, current(regionCode))
  }
  for (const { regionCode } of packs.served()) await reload(regionCode)

  return {
    ...packs,
    current,
    under: underFor,
    stateOf,
    reload,
    async currentFor({ regionCode, officeId, insurance, personClass, personId, today }) {
      const state = stateOf(regionCode)
      const somewhere = state.acting.some(({ places }) => places.length > 0)
      const place = somewhere ? (await getOffice(database.db, officeId)).territory : undefined
      const wanted = state.acting.flatMap(({ groups }) => groups)
      const recorded =
        wanted.length === 0 || personId === undefined || today === undefined
          ? []
          : await recordedGroupsOf(database.forRegion(regionCode), { regionCode, personId }, today, wanted)
      const scope = { place, groups: [...groupsOf(insurance, personClass), ...recorded] }
      const derived = under(
        state.pack,
        state.acting.filter((entry) => concerns(withOpenGroups(entry), scope)),
      )
      await keep(state.pack, derived)
      return derived
    },
    async forCare({ regionCode, territory, insurance, personClass, personId, on }) {
      const state = stateOf(regionCode)
      const paying = state.acting.filter(({ measure }) => {
        const kind = measureNamed(state.pack, measure)?.measure.effect.kind
        return kind !== undefined && PAYS.has(kind)
      })
      if (paying.every(({ places, groups }) => places.length === 0 && groups.length === 0))
        return current(regionCode)
      const wanted = paying.flatMap(({ groups }) => groups)
      const db = database.forRegion(regionCode)
      const recorded = await recordedGroupsOf(db, { regionCode, personId }, on, wanted)
      const scope = { place: territory, groups: [...groupsOf(insurance, personClass), ...recorded] }
      const derived = under(
        state.pack,
        state.acting.filter((entry) => concerns(entry, scope)),
      )
      await keep(state.pack, derived)
      return derived
    },
    all() {
      const served = new Map(packs.served().map(({ regionCode, id }) => [id, regionCode]))
      return new Map(
        [...packs.all()].map(([id, pack]) => [id, served.has(id) ? current(served.get(id)!) : pack]),
      )
    },
    byHash(packId, hash) {
      const key = `${packId}@${hash}`
      const known = byHash.get(key)
      if (known) return known
      const loading = load(packs, database.db, packId, hash)
      byHash.set(key, loading)
      loading.catch(() => byHash.delete(key))
      return loading
    },
    async known(packId, day) {
      const pack = await packs.known(packId, day)
      const place = packs.served().find(({ id }) => id === packId)
      if (!pack || !place) return pack
      const list = stateOf(place.regionCode).acting.filter((entry) => concerns(entry, {}))
      const named = new Set(
        [...pack.measures.values()].flatMap((set) => set.measures.map(({ id }) => `${set.id}.${id}`)),
      )
      return under(
        pack,
        list.filter(({ measure, known }) => named.has(measure) && (known === undefined || known <= day)),
      )
    },
  }
}

/** Whether somebody works for a public institution is asked at the hand-in, not known from the enrolment's class. */
function withOpenGroups(entry: ActingMeasure): ActingMeasure {
  return entry.groups.includes('public-institution') ? { ...entry, groups: [] } : entry
}

async function load(packs: Packs, db: Db, packId: string, hash: string): Promise<Pack> {
  const row = await findPackUnder(db, packId, hash)
  if (!row) return packs.byHash(packId, hash)
  const pack = packUnder(await packs.byHash(packId, row.baseHash), row.acting, sha256)
  if (pack.hash !== hash) throw new Error(`The measures kept with pack ${packId} ${hash} give another hash`)
  return pack
}
