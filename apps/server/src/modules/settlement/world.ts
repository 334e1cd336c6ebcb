import type { Insurance, PersonClass } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { Pack } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { feeItemsExactly, type FeeItemRow } from '../catalogue/index.ts'

/** What this module is given by the application around it. */
export interface SettlementWorld {
  readonly packs: {
    /** the pack in force of a place, with the measures that act for everybody */
    current(regionCode: string): Pack
    /** the same for one person's care, where measures are for some people or counties only; without it `current` is for all */
    forCare?(about: {
      readonly regionCode: string
      readonly territory: string
      readonly insurance: Insurance
      readonly personClass: PersonClass
      readonly personId: string
      readonly on: PlainDate
    }): Promise<Pack>
    byHash(packId: string, hash: string): Promise<Pack>
  }
}

let world: SettlementWorld | undefined

/** Gives the module its packs; `app.ts` calls it once, tests once per file. */
export function openSettlement(around: SettlementWorld): void {
  world = around
  items.clear()
}

export function around(): SettlementWorld {
  if (!world) throw new Error('openSettlement was not called before the first visit')
  return world
}

type Items = ReadonlyMap<string, FeeItemRow>

// The catalogue changes by the month and is asked at every line. Another process sees a change within seconds.
const FRESH_MS = 5000
const MOST_KEPT = 50_000
const items = new Map<string, { readonly item: FeeItemRow | undefined; readonly readAt: number }>()

/** Entries of a place's fee catalogue in force on a day, by their codes; at most five seconds old. */
export async function itemsByCode(
  db: Db,
  regionCode: string,
  codes: readonly string[],
  on: string,
): Promise<Items> {
  const found = new Map<string, FeeItemRow>()
  const asked: string[] = []
  const now = performance.now()
  for (const code of new Set(codes)) {
    const known = items.get(`${regionCode} ${on} ${code}`)
    if (!known || now - known.readAt >= FRESH_MS) asked.push(code)
    else if (known.item) found.set(code, known.item)
  }
  if (asked.length === 0) return found
  const rows = await feeItemsExactly(db, regionCode, asked, on)
  if (items.size >= MOST_KEPT) items.clear()
  const byCode = new Map(rows.map((row) => [row.code, row]))
  for (const code of asked) {
    const item = byCode.get(code)
    items.set(`${regionCode} ${on} ${code}`, { item, readAt: now })
    if (item) found.set(code, item)
  }
  return found
}
