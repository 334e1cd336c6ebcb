import { LARGEST_CLAIM } from '@yichuang/benefits'
import { formatYuan, yearOf, yuan, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { newId } from '../../platform/uuid.ts'
import { record, type Actor } from '../audit/index.ts'
import type { Packs } from '../catalogue/index.ts'
import { enrolmentOn, findKnown } from '../insured/index.ts'
import { markDeed } from '../measures/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { addEvent, insertEntry, lockPersonOf, nextNumber, openEntryOf } from './entry.queries.ts'
import type { EntryRow } from './entry-row.ts'
import { clauseOf, inForceHere, knownIn, onlyElsewhere } from './measure.ts'
import { idNumberIndexed, isResident, sealIdNumber } from './person.ts'
import { remindOn } from './working-age.ts'
import {
  TreatFirstEntered,
  TreatFirstFaulty,
  TreatFirstInsuredHere,
  TreatFirstNotInForce,
} from './treat-first.problems.ts'

/** What the module is given. */
export type TreatFirstWorld = Pick<Deps, 'cipher' | 'blindIndex'> & { readonly packs: Packs }

/** Who does something, when, and from which side. */
export interface Hand {
  readonly actor: Actor
  readonly at: Date
  readonly today: PlainDate
  readonly side: 'hospital' | 'agency'
}

/** What is said of somebody who is treated first. */
export interface Opened {
  readonly personName: string
  readonly idNumber?: string | undefined
  readonly insuredPlace?: string | undefined
  readonly situation: EntryRow['situation']
  readonly amount: string
  readonly payer: EntryRow['payer']
  readonly payerName?: string | undefined
  readonly reference?: string | undefined
  readonly careKind: EntryRow['careKind']
  readonly beganOn: PlainDate
  readonly reason: string
}

/**
 * Enters somebody who is treated first and settled later, at the place of care (就医地), under a measure in force there
 * today, which marks it. In a transaction. Throws `treat-first-not-in-force`, `treat-first-insured-here`,
 * `treat-first-entered`, `treat-first-faulty`.
 */
export async function openEntry(
  db: Db,
  world: TreatFirstWorld,
  institution: Hospital,
  said: Opened,
  by: Hand,
): Promise<EntryRow> {
  const { regionCode, hospitalCode } = institution
  const pack = world.packs.current(regionCode)
  const found = inForceHere(regionCode, by.today, institution.territory)
  const measure = found.find((one) => !onlyElsewhere(one)) ?? found[0]
  if (!measure) throw TreatFirstNotInForce({ known: knownIn(pack).map(clauseOf) })
  checkSaid(said, by.today)
  const sealed = sealIdNumber(said.idNumber, by.today, world)
  if (onlyElsewhere(measure) && (await isInsuredHere(db, regionCode, said, by.today)))
    throw TreatFirstInsuredHere({
      clause: clauseOf({ title: measure.measure.title, source: measure.source }),
    })
  if (sealed.idNumberIndex) {
    await lockPersonOf(db, regionCode, sealed.idNumberIndex)
    const other = await openEntryOf(db, regionCode, sealed.idNumberIndex, hospitalCode, said.beganOn)
    if (other) throw TreatFirstEntered(other)
  }
  const sequence = await nextNumber(db, regionCode, yearOf(by.today))
  const row: EntryRow = {
    regionCode,
    entryId: newId(),
    number: `XJ${regionCode}${yearOf(by.today)}${String(sequence).padStart(5, '0')}`,
    hospitalCode,
    hospitalName: institution.name,
    personName: said.personName,
    ...sealed,
    insuredPlace: said.insuredPlace ?? null,
    situation: said.situation,
    reason: said.reason,
    careKind: said.careKind,
    reference: said.reference ?? null,
    beganOn: said.beganOn,
    amount: said.amount,
    payer: said.payer,
    payerName: said.payerName ?? null,
    measureId: measure.acting.measure,
    activationId: measure.acting.activation,
    openedOn: by.today,
    openedBy: by.actor.name,
    state: 'open',
    // Whoever treats knows first who it is and what it has come to.
    nextSide: 'hospital',
    nextName: by.side === 'hospital' ? by.actor.name : null,
    remindOn: remindOn(pack, by.today),
    remindedOn: null,
    ...NOT_PROPOSED,
    ...NOT_CLOSED,
    version: 1,
  }
  await insertEntry(db, row)
  const { situation, amount, payer, measureId, number } = row
  const detail = { situation, amount, payer, measureId, reason: said.reason }
  await addEvent(db, regionCode, row.entryId, {
    seq: 1,
    act: 'opened',
    detail,
    byName: by.actor.name,
    day: by.today,
    at: by.at,
  })
  const mark = { measureId, activationId: row.activationId }
  const about = { regionCode, subject: 'treat-first', id: row.entryId, number, act: 'opened' } as const
  await markDeed(db, { ...about, day: by.today, total: amount, fund: null }, [mark])
  await record(db, {
    regionCode,
    stream: `institution:${hospitalCode}`,
    actor: by.actor,
    at: by.at,
    act: 'treat-first-opened',
    detail: { number, situation, amount, measureId },
  })
  return row
}

export const NOT_PROPOSED = { proposedBy: null, proposedById: null, proposedOn: null, proposal: null }
export const NOT_CLOSED = {
  closedHow: null,
  closedOn: null,
  closedBy: null,
  closedReason: null,
  closedReference: null,
  closedRegion: null,
  settledTotal: null,
  settledFund: null,
}

/** What must fit together in what is said. */
export function checkSaid(
  {
    beganOn,
    payer,
    payerName,
    amount,
  }: Pick<Opened, 'payer' | 'payerName' | 'amount'> & { readonly beganOn: PlainDate },
  today: PlainDate,
): void {
  checkAmounts({ total: amount })
  if (beganOn > today)
    throw TreatFirstFaulty({ zh: '就医日期晚于今天。', en: 'The care would begin in the future.' })
  if (payer === 'other' && !payerName)
    throw TreatFirstFaulty({ zh: '由其他方支付的，请写明是谁。', en: 'Say who the other payer is.' })
}

/** That figures can be added up with those of the whole city, and that no fund pays more than there was. */
export function checkAmounts({
  total,
  fund = '0.00',
}: {
  readonly total: string
  readonly fund?: string | undefined
}): void {
  if (yuan(total) > LARGEST_CLAIM)
    throw TreatFirstFaulty({
      zh: `金额 ${total} 元超过 ${formatYuan(LARGEST_CLAIM)} 元，请核对小数点。`,
      en: `${total} yuan are more than ${formatYuan(LARGEST_CLAIM)}; look at the decimal point.`,
    })
  if (yuan(fund) > yuan(total))
    throw TreatFirstFaulty({
      zh: `报销费用 ${fund} 元超过医疗费用 ${total} 元。`,
      en: `The fund would pay ${fund} yuan of ${total} yuan.`,
    })
}

/** By the place that is named, or by the ID number: insured in the city of the institution today. */
async function isInsuredHere(
  db: Db,
  regionCode: string,
  { insuredPlace, idNumber }: Opened,
  today: PlainDate,
): Promise<boolean> {
  if (insuredPlace?.slice(0, 4) === regionCode.slice(0, 4)) return true
  if (idNumber === undefined) return false
  const number = idNumberIndexed(idNumber)
  const known = isResident(number) ? await findKnown(db, number, today) : undefined
  if (!known?.regionCodes.includes(regionCode)) return false
  return (await enrolmentOn(db, regionCode, known.personId, today)) !== undefined
}
