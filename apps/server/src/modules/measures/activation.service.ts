import { plainDate } from '@yichuang/kernel'
import type { Group, Pack } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { newId } from '../../platform/uuid.ts'
import { record } from '../audit/index.ts'
import type { Requester } from '../cases/index.ts'
import { getOffice, listOffices } from '../organisations/index.ts'
import { addEvent, eventsOf, lockMeasures, type ActivationEvent } from './activation.queries.ts'
import { activationsOf, type Activation } from './activations.ts'
import { checkActivation, checkEnd, type Wanted } from './check-activation.ts'
import {
  ActivationOver,
  ActivationUnknown,
  EndsBeforeStart,
  GroupOutside,
  PlaceOutside,
} from './measures.problems.ts'
import { measured } from './measures-world.ts'
import { groupNames } from './words.ts'

/** Where a leader may switch measures on: the whole city from its office, otherwise their own county. */
export interface Reach {
  readonly wholeCity: boolean
  readonly places: readonly { readonly id: string; readonly name: string }[]
}

export async function reachOf(db: Db, caller: Caller, regionCode: string): Promise<Reach> {
  if (caller.kind !== 'staff') return { wholeCity: false, places: [] }
  const held = caller.roles.filter((at) => at.role === 'leader' && at.regionCode === regionCode)
  const own = await Promise.all(held.map(({ officeId }) => getOffice(db, officeId)))
  const counties = (await listOffices(db, regionCode)).filter(
    ({ level, active }) => level === 'county' && active,
  )
  const wholeCity = own.some(({ level }) => level === 'city')
  const mine = new Set(own.map(({ territory }) => territory))
  return {
    wholeCity,
    places: counties
      .filter(({ territory }) => wholeCity || mine.has(territory))
      .map(({ territory, name }) => ({ id: territory, name })),
  }
}

/** Switches measures on, in one act. In a transaction; the packs are read anew once it is committed. */
export async function switchOn(
  db: Db,
  who: Requester,
  regionCode: string,
  asked: Omit<Wanted, 'from' | 'until' | 'groups'> & {
    readonly from: string
    readonly until: string
    readonly groups: readonly string[]
    readonly reason: string
  },
): Promise<Activation> {
  const { pack } = measured().stateOf(regionCode)
  await lockMeasures(db, regionCode)
  const existing = activationsOf(pack, await eventsOf(db, regionCode))
  mustReach(await reachOf(db, who.caller, regionCode), asked.places)
  const wanted: Wanted = {
    ...asked,
    groups: asked.groups.map(knownGroup),
    from: plainDate(asked.from),
    until: plainDate(asked.until),
  }
  const setId = checkActivation(pack, existing, wanted)
  const event: ActivationEvent = {
    activationId: newId(),
    seq: 1,
    kind: 'switched-on',
    setId,
    measures: [...new Set(asked.measures)],
    places: asked.places,
    groups: wanted.groups,
    startsOn: wanted.from,
    endsOn: wanted.until,
    papersWithin: asked.papersWithin ?? null,
    perDay: asked.perDay ?? null,
    reason: asked.reason,
    ...signed(who),
  }
  return added(db, regionCode, pack, event, who)
}

/** Moves the end of what runs or is to come: later extends it, earlier ends it early, yesterday ends it now. */
export async function changeEnd(
  db: Db,
  who: Requester,
  regionCode: string,
  asked: { readonly activationId: string; readonly until: string; readonly reason: string },
): Promise<Activation> {
  const { pack } = measured().stateOf(regionCode)
  await lockMeasures(db, regionCode)
  const existing = activationsOf(pack, await eventsOf(db, regionCode))
  const of = existing.find(({ activationId }) => activationId === asked.activationId)
  if (!of) throw ActivationUnknown()
  mustReach(await reachOf(db, who.caller, regionCode), of.places)
  if (of.until !== undefined && of.until < who.today) throw ActivationOver({ until: of.until })
  const until = plainDate(asked.until)
  if (until < of.from) throw EndsBeforeStart({ from: of.from, until })
  checkEnd(pack, existing, of, until)
  const event: ActivationEvent = {
    activationId: of.activationId,
    seq: of.history.length + 1,
    kind: of.until !== undefined && until > of.until ? 'extended' : 'ended',
    setId: of.setId,
    measures: of.measures,
    places: of.places,
    groups: of.groups,
    startsOn: of.from,
    endsOn: until,
    papersWithin: of.papersWithin,
    perDay: of.perDay,
    reason: asked.reason,
    ...signed(who),
  }
  return added(db, regionCode, pack, event, who)
}

async function added(
  db: Db,
  regionCode: string,
  pack: Pack,
  event: ActivationEvent,
  who: Requester,
): Promise<Activation> {
  await addEvent(db, regionCode, event)
  const { activationId, kind, measures, places, groups, startsOn, endsOn, reason } = event
  await record(db, {
    regionCode,
    stream: `measures:${regionCode}`,
    actor: who.actor,
    at: who.at,
    act: `measures-${kind}`,
    detail: { activationId, measures, places, groups, from: startsOn, until: endsOn, reason },
  })
  const all = activationsOf(pack, await eventsOf(db, regionCode))
  return all.find((activation) => activation.activationId === activationId)!
}

function signed({ actor, today, at }: Requester) {
  return { byId: actor.id!, byName: actor.name, day: today, at }
}

function mustReach(reach: Reach, places: readonly string[]): void {
  const names = [
    ...(reach.wholeCity ? ['全市'] : []),
    ...reach.places.map(({ id, name }) => `${name}（${id}）`),
  ]
  if (places.length === 0 && !reach.wholeCity) throw PlaceOutside({ place: '全市', places: names })
  const outside = places.find((place) => !reach.places.some(({ id }) => id === place))
  if (outside !== undefined) throw PlaceOutside({ place: outside, places: names })
}

function knownGroup(group: string): Group {
  if (group in groupNames) return group as Group
  throw GroupOutside({
    title: { zh: '措施', en: 'the measure' },
    group: { zh: `“${group}”`, en: `“${group}”` },
  })
}
