import type { Patient } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { InvalidInput } from '../../platform/http/problems.ts'
import { record, type Actor } from '../audit/index.ts'
import { enrolmentOn, findByIdNumber, getPerson, redeemVoucher } from '../insured/index.ts'
import type { Hospital } from '../organisations/index.ts'

/**
 * Finds a patient of a hospital's city by the whole ID number or by the e-voucher they show, and records who looked. Inside
 * a transaction. Undefined when nobody of this city has the number.
 */
export async function findPatient(
  db: Db,
  by: { readonly institution: Hospital; readonly actor: Actor; readonly at: Date; readonly today: PlainDate },
  asked: { readonly idNumber?: string | undefined; readonly voucher?: string | undefined },
): Promise<Patient | undefined> {
  const { regionCode, hospitalCode } = by.institution
  if ([asked.idNumber, asked.voucher].filter(Boolean).length !== 1) throw oneWayOnly()
  const person = asked.voucher
    ? await getPerson(db, regionCode, await redeemVoucher(db, asked.voucher, new Date()))
    : await findByIdNumber(db, regionCode, asked.idNumber!, by.today)
  if (!person) return undefined
  const { personId, name, idNumberMasked, sex, birth } = person
  await record(db, {
    regionCode,
    stream: `person:${personId}`,
    actor: by.actor,
    at: by.at,
    act: 'patient-found',
    personId,
    detail: { hospital: hospitalCode },
  })
  const insured = (await enrolmentOn(db, regionCode, personId, by.today)) !== undefined
  return { personId, name, idNumberMasked, sex, birth, insured }
}

function oneWayOnly() {
  const message = { zh: '请填写身份证号码，或扫描医保码', en: 'give the ID number, or scan the e-voucher' }
  return InvalidInput({ faults: [{ path: 'idNumber', code: 'one-way-only', message }] })
}
