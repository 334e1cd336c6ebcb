import { parseCreditCode } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { InvalidInput } from '../../platform/http/problems.ts'
import { newId } from '../../platform/uuid.ts'
import { insertEmployer } from './enrolment.queries.ts'

/** Records an employer of a place; gives its id. A faulty credit code throws `InvalidInput`. Inside a transaction. */
export async function registerEmployer(
  db: Db,
  employer: { readonly regionCode: string; readonly name: string; readonly creditCode: string },
): Promise<string> {
  const read = parseCreditCode(employer.creditCode)
  if (!read.ok) {
    const { code, sentences } = read.fault
    const message = { zh: sentences['zh-CN'], en: sentences.en }
    throw InvalidInput({ faults: [{ path: 'creditCode', code: `credit-code-${code}`, message }] })
  }
  const employerId = newId()
  const { regionCode, name } = employer
  await insertEmployer(db, { regionCode, employerId, creditCode: read.value.code, name })
  return employerId
}
