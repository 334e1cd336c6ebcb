import { formatYuan, plainDate, yearOf, yuan } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/uuid.ts'
import { findHospital } from '../organisations/index.ts'
import type { ApplicationRow } from './application-row.ts'
import { insertApplication, nextNumber, readApplication } from './application.queries.ts'
import { note } from './apply.service.ts'
import { ClearingReviewFaulty, NothingHeld } from './clearing.problems.ts'
import { insertFunds, lockInstitution } from './part.queries.ts'
import { depositsByFund, depositsOfYear, lockDeposits, markReleased } from './release.queries.ts'
import { nothingTaken, totalsOf } from './sums.ts'
import type { Hand } from './world.ts'

/** What is held of each institution in a year. */
export const heldDeposits = (db: Db, regionCode: string, year: number) => depositsOfYear(db, regionCode, year)

/**
 * Begins to give back what was held of an institution in a year (年终质量保证金清算). It is an application like any other:
 * what the assessment keeps is a deduction with reason and clause, another person approves, finance pays. In a transaction.
 */
export async function releaseDeposits(
  db: Db,
  regionCode: string,
  asked: { readonly institutionCode: string; readonly year: number },
  by: Hand,
): Promise<ApplicationRow> {
  const { institutionCode, year } = asked
  if (year >= yearOf(by.today))
    throw ClearingReviewFaulty({
      zh: `${year} 年还没有结束，保证金在年度考核后返还。`,
      en: `The year ${year} is not over; deposits are given back after its assessment.`,
    })
  const institution = await findHospital(db, institutionCode)
  if (institution?.regionCode !== regionCode) throw NothingHeld()
  await lockInstitution(db, regionCode, institutionCode)
  const ids = (await lockDeposits(db, regionCode, institutionCode, year)).map((one) => one.applicationId)
  if (ids.length === 0) throw NothingHeld()
  const funds = (await depositsByFund(db, regionCode, ids)).map(({ amount, ...fund }) =>
    nothingTaken(fund, yuan(amount)),
  )
  const id = newId()
  const sequence = await nextNumber(db, regionCode, 'QS', yearOf(by.today))
  const applied = formatYuan(totalsOf(funds).applied)
  await insertApplication(db, regionCode, {
    applicationId: id,
    number: `QS${regionCode}${yearOf(by.today)}${String(sequence).padStart(6, '0')}`,
    kind: 'deposit',
    institutionCode,
    institutionName: institution.name,
    period: String(year),
    clrType: '',
    clrWay: '',
    from: plainDate(`${year}-01-01`),
    to: plainDate(`${year}-12-31`),
    count: ids.length,
    cancellations: 0,
    medical: '0.00',
    cash: '0.00',
    applied,
    appliedOn: by.today,
    appliedAt: by.at,
    appliedBy: by.actor.name,
  })
  await insertFunds(db, regionCode, id, funds)
  await markReleased(db, regionCode, ids, id)
  const row = (await readApplication(db, regionCode, id))!
  await note(db, regionCode, row, by, 'clearing-deposit-release', { year, applied })
  return row
}
