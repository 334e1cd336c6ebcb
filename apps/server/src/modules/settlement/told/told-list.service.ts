import type { SettlementSummary } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../../platform/db.ts'
import type { PersonCaller } from '../../../platform/http/caller.ts'
import { CursorUnreadable } from '../../cases/index.ts'
import { getPerson, principalsOf } from '../../insured/index.ts'
import { hospitalByCode } from '../../organisations/index.ts'
import { settlementsOfPerson, type ToldPlace, type ToldRow } from './told.queries.ts'

type Whose = { readonly regionCode: string; readonly personId: string }
type Page = { items: SettlementSummary[]; next: string | null }
type Asked = { readonly cursor?: string | undefined; readonly limit: number }

/** What the institutions of other centres are called, as those centres said; undefined for one that never was asked about. */
export type NameElsewhere = (db: Db, hospitalCode: string) => Promise<string | undefined>

/**
 * Settlements of everybody in `whose`, newest visit first, whatever the city. One statement for each of them, and what it
 * takes to name each person and institution once.
 */
export async function listSettlements(
  databaseOf: (regionCode: string) => Db,
  whose: readonly Whose[],
  { cursor, limit }: Asked,
  elsewhere: NameElsewhere,
): Promise<Page> {
  const before = placeOf(cursor)
  const found = await Promise.all(
    whose.map(async (one) => {
      const db = databaseOf(one.regionCode)
      const rows = await settlementsOfPerson(db, one.regionCode, one.personId, inCity(before, one), limit + 1)
      return rows.map((row) => ({ ...row, regionCode: one.regionCode }))
    }),
  )
  const all = found.flat().sort((a, b) => (order(a) < order(b) ? 1 : -1))
  const rows = all.slice(0, limit)
  const nameOf = once((regionCode: string, personId: string) =>
    getPerson(databaseOf(regionCode), regionCode, personId).then(({ name }) => name),
  )
  const hospitalOf = once((regionCode: string, code: string) =>
    institutionName(databaseOf(regionCode), code, elsewhere),
  )
  const items = await Promise.all(
    rows.map(async (row) => {
      const { regionCode, personId, institutionCode } = row
      const [name, hospital] = await Promise.all([
        nameOf(regionCode, personId),
        hospitalOf(regionCode, institutionCode),
      ])
      return told(row, { regionCode, name, hospital })
    }),
  )
  const last = all.length > limit ? rows.at(-1) : undefined
  return { items, next: last ? order(last) : null }
}

/** A person in every place where they are insured, and everybody who lets them act. */
export async function oneAndPrincipals(
  db: Db,
  { personId, regionCodes }: PersonCaller,
  today: PlainDate,
): Promise<Whose[]> {
  const own = regionCodes.map((regionCode) => ({ regionCode, personId }))
  const others = await principalsOf(db, personId, today)
  return [...own, ...others.map(({ regionCode, personId }) => ({ regionCode, personId }))]
}

/** A settlement as lists show it. */
export function told(
  row: ToldRow,
  {
    regionCode,
    name,
    hospital,
  }: { readonly regionCode: string; readonly name: string; readonly hospital: string },
): SettlementSummary {
  const { cancelledBy, cancelledOn } = row
  return {
    settlementId: row.settlementId,
    regionCode,
    personId: row.personId,
    personName: name,
    kind: row.kind,
    institution: { code: row.institutionCode, name: hospital },
    careFrom: row.careFrom,
    settledOn: row.settledOn,
    settledAt: row.settledAt.toISOString(),
    midway: row.midway,
    total: row.total,
    fund: row.fund,
    account: row.account,
    cash: row.cash,
    cancelled:
      cancelledBy !== null && cancelledOn !== null ? { settlementId: cancelledBy, on: cancelledOn } : null,
  }
}

/** An institution of another centre is known by what that centre said of it; one that nobody knows, by its code. */
export async function institutionName(db: Db, code: string, elsewhere: NameElsewhere): Promise<string> {
  return (await hospitalByCode(db, code))?.name ?? (await elsewhere(db, code)) ?? code
}

/** Asks for each pair only once. */
function once(ask: (regionCode: string, key: string) => Promise<string>) {
  const asked = new Map<string, Promise<string>>()
  return (regionCode: string, key: string) => {
    const known = asked.get(regionCode + key)
    if (known) return known
    const answer = ask(regionCode, key)
    asked.set(regionCode + key, answer)
    return answer
  }
}

// Ids of visits and settlements begin with the city and go on with the instant, so that what is left orders all cities.
const CITY = 6
const LAST = '9'.repeat(24)

function order({ visitId, settlementId }: ToldPlace): string {
  return `${visitId.slice(CITY)}${settlementId.slice(CITY)}`
}

function placeOf(cursor: string | undefined): ToldPlace {
  if (cursor === undefined) return { visitId: LAST, settlementId: LAST }
  const [, visitId, settlementId] = /^(\d{24})(\d{24})$/.exec(cursor) ?? []
  if (visitId === undefined || settlementId === undefined) throw CursorUnreadable()
  return { visitId, settlementId }
}

const inCity = ({ visitId, settlementId }: ToldPlace, { regionCode }: Whose): ToldPlace => ({
  visitId: regionCode + visitId,
  settlementId: regionCode + settlementId,
})
