import type { FilingView, ListedFiling } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { record, type Actor } from '../audit/index.ts'
import { getPerson } from '../insured/index.ts'
import { targetName } from '../referral/index.ts'
import { revokeFiling, type Filer } from './file.service.ts'
import { filingsOfPerson, lockFiling, pageOfFilings, readFiling } from './filing.queries.ts'
import { holdsOn, type FilingKind, type FilingRow } from './filing-row.ts'
import { FilingUnknown } from './filings.problems.ts'

/** What a view depends on beside the filing: the day, and the names of the cities known here, by code. */
interface Reader {
  readonly today: PlainDate
  readonly cities: ReadonlyMap<string, string>
}

const LAST = { filedOn: '2199-12-31', filingId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** What is filed of a person in a city, the latest begin first. */
export async function ofPerson(db: Db, regionCode: string, personId: string, reader: Reader) {
  return (await filingsOfPerson(db, regionCode, personId)).map((row) => filingView(row, regionCode, reader))
}

/** One page of the filings of a city, newest first, with whom they are of. */
export async function listed(
  db: Db,
  regionCode: string,
  asked: {
    readonly kind?: FilingKind | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  },
  reader: Reader,
) {
  const { kind, cursor, limit } = asked
  const [filedOn = '', filingId = ''] = cursor?.split('~') ?? []
  const sound = /^\d{4}-\d{2}-\d{2}$/.test(filedOn) && /^[0-9a-f-]{36}$/.test(filingId)
  const rows = await pageOfFilings(db, regionCode, kind, sound ? { filedOn, filingId } : LAST, limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = await Promise.all(
    shown.map(async (row) => {
      const { name, idNumberMasked } = await getPerson(db, regionCode, row.personId)
      return { ...listedFiling(row, regionCode, reader), personName: name, idNumberMasked }
    }),
  )
  return { items, next: rows.length > limit && last ? `${last.filedOn}~${last.filingId}` : null }
}

/** A whole filing for staff; the reading stands in the person's trail. In a transaction; throws `filing-unknown`. */
export async function openFiling(
  db: Db,
  regionCode: string,
  filingId: string,
  reader: Reader,
  { actor, at }: { readonly actor: Actor; readonly at: Date },
): Promise<FilingView> {
  const row = await readFiling(db, regionCode, filingId)
  if (!row) throw FilingUnknown()
  const { personId, number } = row
  const stream = `person:${personId}` as const
  await record(db, {
    regionCode,
    stream,
    actor,
    at,
    act: 'filing-read',
    personId,
    detail: { filing: number },
  })
  return filingView(row, regionCode, reader)
}

/** Revokes a filing by its id. In a transaction. Throws `filing-unknown`, `filing-revoked`. */
export async function revokeById(
  db: Db,
  regionCode: string,
  filingId: string,
  reason: string,
  by: Pick<Filer, 'actor' | 'at' | 'today'>,
): Promise<FilingRow> {
  const row = await lockFiling(db, regionCode, filingId)
  if (!row) throw FilingUnknown()
  return revokeFiling(db, regionCode, row, reason, by)
}

/** A filing without what happened in an accident. */
export function listedFiling(row: FilingRow, regionCode: string, reader: Reader): ListedFiling {
  const { accident: _accident, ...view } = filingView(row, regionCode, reader)
  return view
}

/** A whole filing: for the person, and for staff whose reading is recorded. */
function filingView(row: FilingRow, regionCode: string, { today, cities }: Reader): FilingView {
  const { revokedOn, place, accident, validFrom } = row
  const passed = validFrom > today ? ('coming' as const) : ('over' as const)
  return {
    filingId: row.filingId,
    regionCode,
    number: row.number,
    kind: row.kind,
    from: validFrom,
    until: row.validUntil,
    institution: row.institutionName,
    place: place === null ? null : { code: place, name: targetName(place, cities) },
    why: row.why,
    accident: accident && {
      injuredOn: accident.injuredOn ?? null,
      site: accident.site ?? null,
      cause: accident.cause ?? null,
      mayPay: accident.mayPay,
    },
    source: row.source,
    filedBy: row.filedByName,
    filedOn: row.filedOn,
    state: revokedOn !== null ? 'revoked' : holdsOn(row, today) ? 'in-force' : passed,
    revoked:
      revokedOn === null ? null : { on: revokedOn, by: row.revokedBy ?? '', reason: row.revokeReason ?? '' },
  }
}
