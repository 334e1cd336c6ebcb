import { parseResidentId, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { HospitalFault } from '../hospital/index.ts'
import { ownersOfVouchers, type PersonInCare } from '../insured/index.ts'
import { VOUCHER } from './codes.ts'

/** What a message says of the person beside their number (psn_no), as far as it says it. */
export interface SaidOfPerson {
  readonly mdtrt_cert_type?: string | undefined
  readonly mdtrt_cert_no?: string | undefined
  readonly certno?: string | undefined
  readonly psn_name?: string | undefined
}

const READ_AGAIN = '请核对证件，用 1101 重新读取人员信息。'
const ANY_DAY = '2199-12-31' as PlainDate

/**
 * That everything a message says of a person is of this person: identity number, name, and the e-voucher's code where it
 * is still known whose it was. Nothing is demanded, since many systems send nothing but psn_no; the number of a
 * social-security card (03) is not kept here and not compared. Throws `HospitalFault`.
 */
export function mustBeThem(
  person: PersonInCare,
  said: SaidOfPerson,
  owners: ReadonlyMap<string, string> = NOBODY,
): void {
  const { mdtrt_cert_type, mdtrt_cert_no, certno, psn_name } = said
  if (mdtrt_cert_type === VOUCHER.paper && differs(person, mdtrt_cert_no))
    throw new HospitalFault(`身份证号（mdtrt_cert_no）不是该人员（psn_no）的。${READ_AGAIN}`)
  if (differs(person, certno))
    throw new HospitalFault(`证件号码（certno）不是该人员（psn_no）的居民身份证号。${READ_AGAIN}`)
  if (psn_name !== undefined && psn_name !== person.name)
    throw new HospitalFault(`人员姓名（psn_name）与该人员登记的姓名不一致。${READ_AGAIN}`)
  const owner = mdtrt_cert_type === VOUCHER.token ? owners.get(mdtrt_cert_no ?? '') : undefined
  if (owner !== undefined && owner !== person.personId)
    throw new HospitalFault(`医保电子凭证（mdtrt_cert_no）不是该人员（psn_no）的。${READ_AGAIN}`)
}

const NOBODY: ReadonlyMap<string, string> = new Map()

/** Whose e-vouchers messages name, where that is still known. No statement when they name none. */
export async function ownersOf(db: Db, said: readonly SaidOfPerson[]): Promise<ReadonlyMap<string, string>> {
  const codes = said.flatMap(({ mdtrt_cert_type, mdtrt_cert_no }) =>
    mdtrt_cert_type === VOUCHER.token && mdtrt_cert_no !== undefined ? [mdtrt_cert_no] : [],
  )
  return codes.length === 0 ? NOBODY : ownersOfVouchers(db, codes)
}

function differs(person: PersonInCare, number: string | undefined): boolean {
  if (number === undefined) return false
  const read = parseResidentId(number, { notAfter: ANY_DAY })
  return (read.ok ? read.value.id : number.toUpperCase()) !== person.idNumber()
}
