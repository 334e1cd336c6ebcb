import type { PlainDate } from '@yichuang/kernel'
import { calendarVersions, itemOn, processOn } from '@yichuang/policy'
import type { Pack, ProcessVersion, ServiceItem } from '@yichuang/policy'
import { knownOn, type KnownCalendar } from './case-clock.ts'
import type { CaseRow } from './case-row.ts'
import { ItemNotLive } from './cases.problems.ts'
import type { CaseHandler } from './handler.ts'
import { around } from './world.ts'

/** The rules a case runs on: those in force when it was handed in, of the pack version it was handed in under. */
export interface CaseRules {
  readonly pack: Pack
  readonly item: ServiceItem
  readonly process: ProcessVersion
  readonly handler: CaseHandler
}

/** The rules of a case. A draft has none of its own yet and follows today's. */
export async function rulesOf(
  row: Pick<
    CaseRow,
    | 'regionCode'
    | 'itemId'
    | 'packId'
    | 'packHash'
    | 'handedInOn'
    | 'officeId'
    | 'insurance'
    | 'personClass'
    | 'personId'
  >,
  today: PlainDate,
): Promise<CaseRules> {
  const { packs } = around()
  if (row.handedInOn === null) return rulesFor(await packFor({ ...row, today }), row.itemId, today)
  return rulesFor(await packs.byHash(row.packId, row.packHash), row.itemId, row.handedInOn)
}

/** The pack a case would be handed in under now, with the relief measures that are for it. */
export function packFor(
  about: Pick<CaseRow, 'regionCode' | 'officeId' | 'insurance' | 'personClass' | 'personId'> & {
    readonly today: PlainDate
  },
): Promise<Pack> {
  const { packs } = around()
  return packs.currentFor?.(about) ?? Promise.resolve(packs.current(about.regionCode))
}

/** The rules of an item on a day, or the problem that it cannot be applied for. */
export function rulesFor(pack: Pack, itemId: string, on: PlainDate): CaseRules {
  const key = `${itemId} ${on}`
  const ofPack = compiled.get(pack) ?? new Map<string, CaseRules>()
  const known = ofPack.get(key)
  if (known) return known
  const rules = compile(pack, itemId, on)
  ofPack.set(key, rules)
  compiled.set(pack, ofPack)
  return rules
}

// Merging the layers of an item on every act would cost more than the act.
const compiled = new WeakMap<Pack, Map<string, CaseRules>>()

function compile(pack: Pack, itemId: string, on: PlainDate): CaseRules {
  const item = itemOn(pack, itemId, on)
  if (item?.status !== 'live' || item.process === null || item.handler === null) throw ItemNotLive()
  const definition = pack.processes.get(item.process)
  const process = definition && processOn(definition, on)
  const handler = around().handlers[item.handler]
  if (!process || !handler) throw ItemNotLive()
  return { pack, item, process, handler }
}

/** The working days of a place as known on a day, from the newest pack: a calendar holds for running cases too. */
export async function calendarOf(regionCode: string, today: PlainDate): Promise<KnownCalendar> {
  return knownOn(calendarVersions(around().packs.current(regionCode)), today)
}
