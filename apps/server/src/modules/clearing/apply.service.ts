import { formatYuan, yearOf, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import type { Sentences } from '../../platform/problem.ts'
import { newId } from '../../platform/uuid.ts'
import { record } from '../audit/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { sumsByDay } from '../settlement/index.ts'
import type { ApplicationRow } from './application-row.ts'
import {
  insertApplication,
  lockApplication,
  nextNumber,
  readApplication,
  updateApplication,
} from './application.queries.ts'
import { differencesOf, moneyOf, rowsOf, type Claimed } from './differences.ts'
import { openClosings } from './open-closings.ts'
import { coverClosings, freeClosings, insertFunds, lockInstitution } from './part.queries.ts'
import { appliedFunds, totalsOf } from './sums.ts'
import type { ClearingWorld, Hand } from './world.ts'

/** Settlements of one kind of clearing from a day to a day, both in the month. */
export interface Asked {
  readonly institution: Pick<Hospital, 'hospitalCode' | 'name' | 'regionCode'>
  readonly clrType: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Why something cannot be applied for; says how to mend it. */
export interface NotPossible {
  readonly why: Sentences
}

/** Clearing way (清算方式) of what is settled here: by item. */
export const BY_ITEM = '1'

/**
 * Applies for the clearing of what is closed and in no other live application. Without `claimed` the
 * centre's sums are applied for as they are. In a transaction; nothing is written when it is not possible.
 */
export async function apply(
  db: Db,
  world: ClearingWorld,
  asked: Asked,
  by: Hand,
  claimed?: Claimed,
): Promise<ApplicationRow | NotPossible> {
  const { institution, clrType, from, to } = asked
  const { regionCode, hospitalCode: institutionCode } = institution
  if (to < from || from.slice(0, 7) !== to.slice(0, 7)) return RANGE
  await lockInstitution(db, regionCode, institutionCode)
  const range = { institutionCode, from, to }
  const unclosed = await world.books.unclosedDays(db, regionCode, range)
  if (unclosed[0]) return notClosed(unclosed)
  const { parts, covered } = await openClosings(db, world.books, regionCode, range, clrType)
  const [earlier] = covered
  const number = earlier && (await readApplication(db, regionCode, earlier.applicationId))!.number
  if (parts.length === 0) return earlier ? alreadyIn(number!, earlier.day) : nothing(clrType, from, to)
  const now = await sumsByDay(db, regionCode, { ...range, clrType })
  const days = new Set(parts.filter(({ seq }) => seq === 1).map(({ day }) => day))
  const cancellations = now.filter(({ day }) => days.has(day)).reduce((so, one) => so + one.cancellations, 0)
  const differences = claimed ? differencesOf(parts, cancellations, claimed) : []
  if (differences.length > 0) return differs(differences, earlier?.day, number)

  const id = newId()
  const funds = appliedFunds(parts)
  const sequence = await nextNumber(db, regionCode, 'QS', yearOf(by.today))
  await insertApplication(db, regionCode, {
    applicationId: id,
    number: `QS${regionCode}${yearOf(by.today)}${String(sequence).padStart(6, '0')}`,
    kind: 'settled',
    institutionCode,
    institutionName: institution.name,
    period: from.slice(0, 7),
    clrType,
    clrWay: BY_ITEM,
    from,
    to,
    count: rowsOf(parts),
    cancellations,
    medical: formatYuan(moneyOf(parts, 'medfee_sumamt')),
    cash: formatYuan(moneyOf(parts, 'psn_cash_pay')),
    applied: formatYuan(totalsOf(funds).applied),
    appliedOn: by.today,
    appliedAt: by.at,
    appliedBy: by.actor.name,
  })
  await insertFunds(db, regionCode, id, funds)
  const closings = new Map(parts.map(({ day, seq }) => [`${day} ${seq}`, { day, seq }]))
  await coverClosings(db, regionCode, { applicationId: id, institutionCode, clrType }, [...closings.values()])
  const row = (await readApplication(db, regionCode, id))!
  await note(db, regionCode, row, by, 'clearing-applied', { from, to, clrType, applied: row.applied })
  return row
}

/** Takes an application back that nobody has reviewed; its days can be applied for again. In a transaction. */
export async function withdraw(
  db: Db,
  regionCode: string,
  applicationId: string,
  by: Hand,
): Promise<ApplicationRow | NotPossible> {
  const row = await lockApplication(db, regionCode, applicationId)
  if (!row || row.state === 'withdrawn') return WITHDRAWN
  if (row.state !== 'applied') return reviewed(row.number)
  await freeClosings(db, regionCode, applicationId)
  await note(db, regionCode, row, by, 'clearing-withdrawn', {})
  return updateApplication(db, regionCode, { ...row, state: 'withdrawn' })
}

/** Records an act on an application in the trail of its institution. */
export async function note(
  db: Db,
  regionCode: string,
  { institutionCode, number }: Pick<ApplicationRow, 'institutionCode' | 'number'>,
  { actor, at }: Hand,
  act: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const stream = `institution:${institutionCode}` as const
  await record(db, { regionCode, stream, actor, at, act, detail: { number, ...detail } })
}

const RANGE: NotPossible = {
  why: {
    zh: '开始日期（begndate）和结束日期（enddate）应在同一清算年月之内，结束日期不能早于开始日期。',
    en: 'Both days must lie in the month that is cleared, the last not before the first.',
  },
}
const WITHDRAWN: NotPossible = {
  why: {
    zh: '没有可撤销的清算申请：编号不存在，或已经撤销。请核对机构清算申请事件ID（clr_appy_evt_id）。',
    en: 'There is no such application to withdraw, or it was withdrawn already.',
  },
}
const notClosed = (days: readonly PlainDate[]): NotPossible => ({
  why: {
    zh: `${days.slice(0, 3).join('、')}${days.length > 3 ? ` 等 ${days.length} 天` : ''} 还没有日结。请先完成对账，日结后再申请清算。`,
    en: `${days.slice(0, 3).join(', ')}${days.length > 3 ? ` and ${days.length - 3} more days` : ''} are not closed yet. Reconcile them first.`,
  },
})
const alreadyIn = (number: string, day: PlainDate): NotPossible => ({
  why: {
    zh: `${day} 的这类结算已在清算申请 ${number} 中。请改日期；要重新申请，请先撤销（3204）那一份。`,
    en: `${day} is in application ${number} already. Choose other days, or withdraw that one first.`,
  },
})
const nothing = (clrType: string, from: PlainDate, to: PlainDate): NotPossible => ({
  why: {
    zh: `${from} 至 ${to} 没有清算类别（clr_type）${clrType} 的结算，无需申请。请核对日期和清算类别。`,
    en: `From ${from} to ${to} nothing of kind ${clrType} was settled. Check days and kind.`,
  },
})
const differs = (differences: readonly string[], day?: PlainDate, number?: string): NotPossible => ({
  why: {
    zh: `申报金额与中心不一致：${differences.join('；')}。${number ? `其中 ${day} 等日期已在清算申请 ${number} 中，不能再报。` : ''}请先对账（3201、3202），一致后再申请。`,
    en: `The figures differ from the centre’s: ${differences.join('; ')}.${number ? ` ${day} and others are in application ${number} already.` : ''} Reconcile first.`,
  },
})
const reviewed = (number: string): NotPossible => ({
  why: {
    zh: `清算申请 ${number} 经办机构已开始审核，不能撤销。需要改动的，请联系医保经办机构退回。`,
    en: `Application ${number} is under review and cannot be withdrawn. Ask the agency to return it.`,
  },
})
