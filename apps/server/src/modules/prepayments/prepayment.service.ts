import { fen, formatYuan, lesser, yearOf, yuan, type Fen, type PlainDate } from '@yichuang/kernel'
import type { MeasureInForce } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import { agreementOn, InstitutionNotFound } from '../institutions/index.ts'
import { markDeed } from '../measures/index.ts'
import { findHospital } from '../organisations/index.ts'
import { booked, EMPTY, type EntryKind, type Sums } from './ledger.ts'
import {
  entries,
  insertEntry,
  insertGrant,
  insertOffsets,
  lockGrant,
  lockHeldGrants,
  nextNumber,
  updateGrant,
  type EntryRow,
  type GrantRow,
} from './prepayment.queries.ts'
import {
  PrepaymentAmount,
  PrepaymentChanged,
  PrepaymentNotFound,
  PrepaymentWithoutAgreement,
  PrepaymentWithoutAuthority,
} from './prepayments.problems.ts'

/** Who does it, when, and on which day. */
export interface Hand {
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
}

/** What an advance is granted by: a measure in force, or a document named by whoever grants it. */
export type Authority = { readonly measureId: string } | { readonly document: string }

export interface Asked {
  readonly hospitalCode: string
  readonly insurance: 'employee' | 'resident'
  readonly amount: string
  readonly authority: Authority
  readonly reason: string
}

/**
 * Grants an advance to a designated hospital. `measures` are those in force today that let hospitals be paid in advance,
 * by the place they are for. In a transaction.
 */
export async function grantPrepayment(
  db: Db,
  regionCode: string,
  asked: Asked,
  measures: (place: string) => readonly MeasureInForce[],
  by: Hand,
): Promise<GrantRow> {
  const hospital = await findHospital(db, asked.hospitalCode)
  if (hospital?.regionCode !== regionCode) throw InstitutionNotFound()
  if (!(await agreementOn(db, regionCode, asked.hospitalCode, by.today))) throw PrepaymentWithoutAgreement()
  const amount = yuan(asked.amount)
  if (amount <= 0)
    throw PrepaymentAmount({ zh: '金额应大于零。', en: 'The amount must be more than nothing.' })
  const { authority } = asked
  const measure =
    'measureId' in authority
      ? measures(hospital.territory).find(({ acting }) => acting.measure === authority.measureId)
      : undefined
  if ('measureId' in authority && !measure) throw PrepaymentWithoutAuthority()
  const sequence = await nextNumber(db, regionCode, yearOf(by.today))
  const row: GrantRow = {
    grantId: newId(),
    number: `YF${regionCode}${yearOf(by.today)}${String(sequence).padStart(4, '0')}`,
    hospitalCode: hospital.hospitalCode,
    hospitalName: hospital.name,
    insurance: asked.insurance,
    measureId: measure?.acting.measure ?? null,
    activationId: measure?.acting.activation ?? null,
    document: 'document' in authority ? authority.document : null,
    grantedOn: by.today,
    grantedBy: by.actor.name,
    reason: asked.reason,
    ...texts({ ...EMPTY, granted: amount }),
    entries: 1,
  }
  await insertGrant(db, regionCode, row)
  const first = { seq: 1, kind: 'granted', amount: row.granted, day: by.today, ...NOTHING_SAID } as const
  await insertEntry(db, regionCode, row.grantId, { ...first, byName: by.actor.name, at: by.at })
  const { hospitalName, number, granted, measureId, activationId } = row
  const about = { regionCode, subject: 'prepayment', id: row.grantId, number, act: 'granted' } as const
  if (measureId !== null && activationId !== null)
    await markDeed(db, { ...about, day: by.today, total: granted, fund: null }, [{ measureId, activationId }])
  await recordAct(db, regionCode, row, by, 'prepayment-granted', { number, hospitalName, amount: granted })
  return row
}

/** What is said of an entry beside its kind and amount. */
export type Said = Partial<
  Pick<EntryRow, 'patients' | 'medicalTotal' | 'reference' | 'note' | 'corrects'>
> & {
  readonly day: PlainDate
}

/** Books an entry on an advance; `version` is what finance has seen. In a transaction. */
export async function bookEntry(
  db: Db,
  regionCode: string,
  grantId: string,
  entry: { readonly kind: EntryKind; readonly amount: string; readonly version: number } & Said,
  by: Hand,
): Promise<GrantRow> {
  const row = await locked(db, regionCode, grantId, entry.version)
  const amount = yuan(entry.amount)
  if (amount <= 0)
    throw PrepaymentAmount({ zh: '金额应大于零。', en: 'The amount must be more than nothing.' })
  if (entry.day > by.today)
    throw PrepaymentAmount({ zh: '日期晚于今天。', en: 'The day lies in the future.' })
  return book(db, regionCode, row, entry.kind, amount, entry, by)
}

/** Takes an entry back: the same amount with its sign turned, once each. In a transaction. */
export async function takeBack(
  db: Db,
  regionCode: string,
  grantId: string,
  asked: { readonly seq: number; readonly version: number; readonly reason: string },
  by: Hand,
): Promise<GrantRow> {
  const row = await locked(db, regionCode, grantId, asked.version)
  const all = await entries(db, regionCode, grantId)
  const entry = all.find(({ seq }) => seq === asked.seq)
  if (
    !entry ||
    entry.kind === 'granted' ||
    entry.corrects !== null ||
    all.some(({ corrects }) => corrects === asked.seq)
  )
    throw PrepaymentAmount({
      zh: '这一笔不能撤回：它是拨付决定、本身是撤回，或已经撤回。',
      en: 'This entry cannot be taken back: it is the grant, takes another back, or was taken back.',
    })
  const { kind, medicalTotal, patients } = entry
  const said = {
    day: by.today,
    corrects: entry.seq,
    note: asked.reason,
    patients: patients === null ? null : -patients,
    medicalTotal: medicalTotal === null ? null : formatYuan(fen(0 - yuan(medicalTotal))),
  }
  return book(db, regionCode, row, kind, fen(0 - yuan(entry.amount)), said, by)
}

/**
 * Offsets what a hospital holds against what it is to be paid, the oldest advance first, at most `upTo`; how much of each.
 * In the transaction of the clearing it is part of, whose number is the `reference`.
 */
export async function offsetHeld(
  db: Db,
  regionCode: string,
  about: { readonly hospitalCode: string; readonly insurance: 'employee' | 'resident'; readonly upTo: Fen },
  reference: string,
  by: Hand,
): Promise<readonly { readonly grantId: string; readonly number: string; readonly amount: Fen }[]> {
  let left = about.upTo
  const taken: { grantId: string; number: string; amount: Fen }[] = []
  for (const row of await lockHeldGrants(db, regionCode, about.hospitalCode, about.insurance)) {
    if (left <= 0) break
    const amount = lesser(left, fen(yuan(row.arrived) - yuan(row.offset) - yuan(row.returned)))
    taken.push({ grantId: row.grantId, number: row.number, amount })
    left = fen(left - amount)
  }
  if (taken.length === 0) return taken
  const amounts = taken.map((one) => ({ ...one, amount: formatYuan(one.amount) }))
  const said = { day: by.today, reference, byName: by.actor.name, at: by.at }
  await insertOffsets(db, regionCode, amounts, said)
  const offsets = amounts.map(({ number, amount }) => ({ number, amount }))
  await recordAct(db, regionCode, about, by, 'prepayment-offset', { reference, offsets })
  return taken
}

async function book(
  db: Db,
  regionCode: string,
  row: GrantRow,
  kind: EntryKind,
  amount: Fen,
  { day, patients, medicalTotal, reference, note, corrects }: Said,
  by: Hand,
): Promise<GrantRow> {
  const after = booked(sumsOf(row), kind, amount)
  if ('why' in after) throw PrepaymentAmount(after.why)
  const changed = { ...row, ...texts(after), entries: row.entries + 1 }
  await insertEntry(db, regionCode, row.grantId, {
    seq: changed.entries,
    kind,
    amount: formatYuan(amount),
    day,
    patients: patients ?? null,
    medicalTotal: medicalTotal ?? null,
    reference: reference ?? null,
    note: note ?? null,
    corrects: corrects ?? null,
    byName: by.actor.name,
    at: by.at,
  })
  await updateGrant(db, regionCode, changed)
  const detail = { number: row.number, kind, amount: formatYuan(amount), reference, note }
  await recordAct(db, regionCode, row, by, 'prepayment-booked', detail)
  return changed
}

async function locked(db: Db, regionCode: string, grantId: string, version: number): Promise<GrantRow> {
  const row = await lockGrant(db, regionCode, grantId)
  if (!row) throw PrepaymentNotFound()
  if (row.entries !== version) throw PrepaymentChanged()
  return row
}

const NOTHING_SAID = { patients: null, medicalTotal: null, reference: null, note: null, corrects: null }

/** The sums of an advance in fen. */
export function sumsOf({ granted, cancelled, arrived, used, offset, returned }: GrantRow): Sums {
  return {
    granted: yuan(granted),
    cancelled: yuan(cancelled),
    arrived: yuan(arrived),
    used: yuan(used),
    offset: yuan(offset),
    returned: yuan(returned),
  }
}

function texts({ granted, cancelled, arrived, used, offset, returned }: Sums) {
  return {
    granted: formatYuan(granted),
    cancelled: formatYuan(cancelled),
    arrived: formatYuan(arrived),
    used: formatYuan(used),
    offset: formatYuan(offset),
    returned: formatYuan(returned),
  }
}

function recordAct(
  db: Db,
  regionCode: string,
  { hospitalCode }: Pick<GrantRow, 'hospitalCode'>,
  { actor, at }: Hand,
  act: string,
  detail: Record<string, unknown>,
) {
  return record(db, { regionCode, stream: `institution:${hospitalCode}`, actor, at, act, detail })
}
