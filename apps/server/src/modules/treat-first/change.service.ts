import { violatedConstraint, type Db } from '../../platform/db.ts'
import { record } from '../audit/index.ts'
import { addEvent, lockEntry, writeEntry } from './entry.queries.ts'
import type { EntryRow } from './entry-row.ts'
import { after, mayDecide, type Act } from './life.ts'
import {
  checkSaid,
  NOT_CLOSED,
  NOT_PROPOSED,
  type Hand,
  type Opened,
  type TreatFirstWorld,
} from './open.service.ts'
import { sealIdNumber } from './person.ts'
import {
  TreatFirstChanged,
  TreatFirstNotSettled,
  TreatFirstSamePerson,
  TreatFirstState,
  TreatFirstUnknown,
} from './treat-first.problems.ts'
import { remindOn } from './working-age.ts'

/** Which entry, as somebody has seen it; `hospitalCode`: only if it is that institution's. */
export interface Seen {
  readonly regionCode: string
  readonly entryId: string
  readonly version: number
  readonly hospitalCode?: string | undefined
}

/** What a closing rests on. */
export interface Settled {
  readonly how: 'settlement' | 'claim' | 'settled-elsewhere' | 'other-payer'
  readonly reference: string
  /** where the settlement or the case lies */
  readonly region: string | null
  readonly total: string
  readonly fund: string | null
}

/** Notes who it is, what it has come to, and who is next. In a transaction, as all below. */
export async function changeEntry(
  db: Db,
  world: TreatFirstWorld,
  seen: Seen,
  said: Omit<Opened, 'careKind' | 'beganOn' | 'reason'> & {
    readonly next: 'hospital' | 'agency'
    readonly note: string
  },
  by: Hand,
): Promise<EntryRow> {
  const row = await locked(db, seen)
  checkSaid({ ...said, beganOn: row.beganOn }, by.today)
  const { personName, situation, amount, payer, next, note } = said
  const changed: EntryRow = {
    ...row,
    personName,
    ...(said.idNumber !== undefined && sealIdNumber(said.idNumber, by.today, world)),
    insuredPlace: said.insuredPlace ?? row.insuredPlace,
    situation,
    amount,
    payer,
    payerName: said.payerName ?? null,
    reference: said.reference ?? row.reference,
    nextSide: next,
    // Whoever hands it over does not choose the person on the other side.
    nextName: next === by.side ? by.actor.name : null,
  }
  const news = Object.fromEntries(
    (
      [
        'personName',
        'idNumberMasked',
        'insuredPlace',
        'situation',
        'amount',
        'payer',
        'payerName',
        'nextSide',
      ] as const
    )
      .filter((field) => changed[field] !== row[field])
      .map((field) => [field, changed[field] ?? '']),
  )
  return done(db, world, changed, 'change', by, { ...news, note })
}

/** Closes an entry by what settled it. */
export async function closeEntry(
  db: Db,
  world: TreatFirstWorld,
  seen: Seen,
  settled: Settled,
  reason: string,
  by: Hand,
): Promise<EntryRow> {
  const row = await locked(db, seen)
  const { how, reference, region, total, fund } = settled
  const closed: EntryRow = {
    ...row,
    ...NOT_PROPOSED,
    closedHow: how,
    closedOn: by.today,
    closedBy: by.actor.name,
    closedReason: reason,
    closedReference: reference,
    closedRegion: region,
    settledTotal: total,
    settledFund: fund,
  }
  const detail = { how, reference, total, ...(fund !== null && { fund }), reason }
  return done(db, world, closed, 'close', by, detail).catch((error: unknown) => {
    if (violatedConstraint(error) !== 'entry_settled_once') throw error
    throw TreatFirstNotSettled(
      {
        zh: `${reference} 已经了结了另一笔。同一次就医重复登记的，请提出核销，写明重复。`,
        en: `${reference} has settled another entry. Where the same visit was entered twice, propose to write this one off.`,
      },
      { cause: error },
    )
  })
}

/** Proposes to write an entry off; another person decides. */
export async function proposeWriteOff(
  db: Db,
  world: TreatFirstWorld,
  seen: Seen,
  reason: string,
  by: Hand,
): Promise<EntryRow> {
  const row = await locked(db, seen)
  const { actor, today } = by
  const proposal = { proposedBy: actor.name, proposedById: actor.id, proposedOn: today, proposal: reason }
  return done(db, world, { ...row, ...proposal, nextSide: 'agency', nextName: null }, 'propose', by, {
    reason,
  })
}

/** Writes an entry off, or declines; never by whoever proposed it. */
export async function decideWriteOff(
  db: Db,
  world: TreatFirstWorld,
  seen: Seen,
  { outcome, reason }: { readonly outcome: 'written-off' | 'declined'; readonly reason: string },
  by: Hand,
): Promise<EntryRow> {
  const row = await locked(db, seen)
  const act = outcome === 'declined' ? 'decline' : 'write-off'
  if (after(row.state, act) === undefined) throw TreatFirstState()
  if (!mayDecide(row.proposedById, by.actor.id)) throw TreatFirstSamePerson()
  const { actor, today } = by
  const proposedBy = row.proposedBy ?? ''
  const changed: EntryRow =
    outcome === 'declined'
      ? { ...row, ...NOT_PROPOSED, nextSide: 'agency', nextName: proposedBy }
      : {
          ...row,
          closedHow: 'written-off',
          closedOn: today,
          closedBy: actor.name,
          closedReason: reason,
        }
  return done(db, world, changed, act, by, { reason, proposedBy, proposal: row.proposal ?? '' })
}

/** Opens a closed entry again: in error, or because its settlement was taken back. */
export async function reopenEntry(
  db: Db,
  world: TreatFirstWorld,
  seen: Seen,
  reason: string,
  by: Hand,
): Promise<EntryRow> {
  const row = await locked(db, seen)
  const { closedHow, closedReference } = row
  const opened = { ...row, ...NOT_PROPOSED, ...NOT_CLOSED, nextSide: 'agency' as const, nextName: null }
  const was = { how: closedHow ?? '', ...(closedReference !== null && { reference: closedReference }) }
  return done(db, world, opened, 'reopen', by, { reason, ...was })
}

async function locked(db: Db, { regionCode, entryId, version, hospitalCode }: Seen): Promise<EntryRow> {
  const row = await lockEntry(db, regionCode, entryId)
  if (!row || (hospitalCode !== undefined && row.hospitalCode !== hospitalCode)) throw TreatFirstUnknown()
  if (row.version !== version) throw TreatFirstChanged()
  return row
}

async function done(
  db: Db,
  { packs }: TreatFirstWorld,
  changed: EntryRow,
  act: Act,
  { actor, at, today }: Hand,
  detail: Readonly<Record<string, string>>,
): Promise<EntryRow> {
  const state = after(changed.state, act)
  if (state === undefined) throw TreatFirstState()
  const { regionCode, entryId, hospitalCode, number } = changed
  const row: EntryRow = {
    ...changed,
    state,
    // News: whoever is next gets the whole time again.
    remindOn: remindOn(packs.current(regionCode), today),
    version: changed.version + 1,
  }
  await writeEntry(db, row)
  await addEvent(db, regionCode, entryId, {
    seq: row.version,
    act,
    detail,
    byName: actor.name,
    day: today,
    at,
  })
  await record(db, {
    regionCode,
    stream: `institution:${hospitalCode}`,
    actor,
    at,
    act: `treat-first-${act}`,
    detail: { number, ...detail },
  })
  return row
}
