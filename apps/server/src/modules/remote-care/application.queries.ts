import type { ClaimContent } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'
import type { CaseRef } from '../cases/index.ts'

export interface ApplicationRow {
  readonly personId: string
  readonly content: ClaimContent
  readonly filingNumber: string | null
}

const begin = statement(
  'remote.begin',
  `insert into remote.application (region_code, case_id, person_id, content) values ($1, $2, $3, $4)`,
)
const read = statement<ApplicationRow>(
  'remote.read',
  `select person_id as "personId", content, filing_number as "filingNumber" from remote.application
   where region_code = $1 and case_id = $2`,
)
const save = statement(
  'remote.save',
  `update remote.application set content = $3 where region_code = $1 and case_id = $2`,
)
const filed = statement(
  'remote.filed',
  `update remote.application set filing_number = $3 where region_code = $1 and case_id = $2`,
)

export const insertApplication = (db: Db, ref: CaseRef, personId: string, content: ClaimContent) =>
  db.run(begin, [ref.regionCode, ref.caseId, personId, JSON.stringify(content)])
export const readApplication = (db: Db, ref: CaseRef) => db.one(read, [ref.regionCode, ref.caseId])
export const updateContent = (db: Db, ref: CaseRef, content: ClaimContent) =>
  db.run(save, [ref.regionCode, ref.caseId, JSON.stringify(content)])
export const noteFiling = (db: Db, ref: CaseRef, number: string) =>
  db.run(filed, [ref.regionCode, ref.caseId, number])
