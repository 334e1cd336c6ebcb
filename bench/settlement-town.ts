import { makeResidentId, plainDate } from '@yichuang/kernel'
import type pg from 'pg'
import { createBlindIndex, createFieldCipher } from '../apps/server/src/platform/crypto.ts'
import { demoKeys } from '../apps/server/src/platform/demo-keys.ts'
import { newId } from '../apps/server/src/platform/uuid.ts'
import { SECRETS } from '../apps/server/src/modules/hospital/front/access.queries.ts'
import { personId, regionOf, REGIONS } from './city.ts'

/** Institutions of each city; all sign with HMAC-SM3 (profile x-ca). */
export const HOSPITALS = 10
const LEVELS = ['primary', 'secondary', 'tertiary'] as const
export const codeOf = (region: number, number: number) =>
  `H${REGIONS[region]}${String(99_100 + number).padStart(5, '0')}`
export const secretOf = (code: string) => `bench-secret-${code}`
export const ITEMS = 40
export const itemCode = (number: number) => `BENCH-${String(number).padStart(3, '0')}`

const TOGETHER = 2000

/** Adds institutions that can sign, a catalogue, and insured people whose ID numbers can be deciphered. */
export async function addTown(sql: pg.Client, dataDir: string, people: number): Promise<void> {
  const { fieldKeys, indexKey } = demoKeys(dataDir)
  const cipher = createFieldCipher(fieldKeys)
  const blindIndex = createBlindIndex(indexKey)
  for (const [region, regionCode] of REGIONS.entries()) {
    for (let number = 0; number < HOSPITALS; number += 1) {
      const code = codeOf(region, number)
      await sql.query(
        `insert into organisations.hospital (hospital_code, region_code, territory, name, level, active)
         values ($1, $2, $2, $3, $4, true)`,
        [code, regionCode, `量测医院${number}`, LEVELS[number % 3]],
      )
      await sql.query(
        `insert into institutions.agreement (region_code, agreement_id, hospital_code, number, starts_on, ends_on, services,
           network, networked_from, deposit_share, ended_reason, version, concluded_by)
         values ($1, $2, $3, '量测协议', '2015-01-01', '2029-12-31', '{outpatient,inpatient}', 'city', '2015-01-01', 0.05,
           null, 0, 'bench')`,
        [regionCode, newId(), code],
      )
      await sql.query(
        `insert into front.access (region_code, access_id, institution_code, profile, access_key, secrets_enc, addresses,
           infcode, success_word, valid_from, made_by)
         values ($1, $2, $3, 'x-ca', $3, $4, '{}', 'number', null, '2020-01-01', 'bench')`,
        [regionCode, newId(), code, cipher.encrypt(JSON.stringify({ secret: secretOf(code) }), SECRETS)],
      )
    }
    await sql.query(
      `insert into catalogue.fee_item (region_code, code, valid_from, name, kind, class, self_pay_ratio, unit, ceiling_price, source)
       select $1, 'BENCH-' || lpad(n::text, 3, '0'), '2020-01-01', '量测项目' || n, 'drug',
         case n % 4 when 0 then 'B' when 3 then 'C' else 'A' end, case n % 4 when 0 then 0.1 when 3 then 1 else 0 end, '盒',
         case n % 2 when 0 then 20 else null end, 'bench'
       from generate_series(0, ${ITEMS - 1}) as n`,
      [regionCode],
    )
  }
  const birth = plainDate('1970-01-01')
  for (let from = 0; from < people; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, people - from) }, (_, at) => from + at)
    const ids = numbers.map((number) => idNumberOf(number))
    await sql.query(
      `insert into insured.person (region_code, person_id, name, id_number_enc, id_number_index, id_number_masked, sex,
         birth, version)
       select region_code, person_id, '量测人', sealed, index, '3306**********1234', 'male', $5, 1
       from unnest($1::text[], $2::uuid[], $3::bytea[], $4::bytea[]) as p (region_code, person_id, sealed, index)`,
      [
        numbers.map(regionOf),
        numbers.map(personId),
        ids.map((id) => cipher.encrypt(id, 'person.resident-id')),
        ids.map((id) => blindIndex(id, 'person.resident-id')),
        birth,
      ],
    )
  }
  await sql.query(
    `insert into insured.enrolment (region_code, person_id, insurance, valid_from, person_class)
     select region_code, person_id, 'employee', date '2015-01-01', 'active' from insured.person`,
  )
  await sql.query('vacuum analyze')
}

/** Sequences have three digits, so people of a birthday differ by it as well. */
export function idNumberOf(number: number): string {
  const year = 1940 + (Math.floor(number / 999) % 70)
  const day = 1 + (Math.floor(number / 69_930) % 28)
  const birth = plainDate(`${year}-01-${String(day).padStart(2, '0')}`)
  return makeResidentId({ region: '330602', birth, sequence: 1 + (number % 999) })
}
