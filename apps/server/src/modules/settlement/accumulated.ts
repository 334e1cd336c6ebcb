import type { Insurance } from '@yichuang/benefits'
import type { Messages } from '@yichuang/hsa'
import { fen, sumFen, yearOf, type Fen, type PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { usedByMany, type YearKind } from '../claims/index.ts'
import { HospitalFault, query } from '../hospital/index.ts'
import type { PersonInCare } from '../insured/index.ts'
import { INSUTYPE } from './codes.ts'
import { known, peopleOf, personIdOf } from './people.ts'
import { settledByMedType } from './year-told.queries.ts'

type Row = Messages['5206']['output']['cuminfo'][number]

const INSURANCES: readonly Insurance[] = ['employee', 'resident']
const KINDS: readonly YearKind[] = ['inpatient', 'outpatient', 'chronic']
const MONTH = /^(\d{4})(0[1-9]|1[0-2])$/

/**
 * 5206 人员累计信息查询: what a year of the person has used, of each insurance, up to today or the end of that year. Only
 * codes whose meaning is published: Q0000 deductible used (this visit not included), C0000 admissions, and C0000_BIZ…,
 * F0000_BIZ… times and costs settled under a 医疗类别.
 */
export const accumulated = query('5206', async (db, { regionCode, today, input }) => {
  const { psn_no, cum_ym } = input.data
  const personId = personIdOf(regionCode, psn_no)
  const person = known(await peopleOf(db, regionCode, [personId]), personId)
  const { year, month } = yearAsked(cum_ym, today)
  const told = (insurance: Insurance, cum_type_code: string, cum: Fen): Row => ({
    insutype: INSUTYPE[insurance],
    year: String(year),
    cum_ym: month,
    cum_type_code,
    cum,
  })
  const used = await usedOf(db, regionCode, personId, year)
  const settled = await settledByMedType(db, regionCode, personId, year)
  const cuminfo = INSURANCES.flatMap((insurance) => {
    const { deductible, admissions } = used(insurance)
    const kinds = settled.filter((one) => one.insurance === insurance)
    const nothing = deductible === 0 && admissions === 0 && kinds.length === 0
    if (nothing && !enrolledIn(person, insurance, year)) return []
    return [
      told(insurance, 'Q0000', deductible),
      told(insurance, 'C0000', times(admissions)),
      ...kinds.flatMap(({ medType, visits, total }) => [
        told(insurance, `C0000_BIZ${medType}`, times(visits)),
        told(insurance, `F0000_BIZ${medType}`, total),
      ]),
    ]
  })
  return { cuminfo }
})

/** Times go through the field of amounts: three times is 3.00. */
const times = (count: number): Fen => fen(count * 100)

/** The year a month asked for lies in, and the month up to which that year is known; without one, this year. */
function yearAsked(asked: string | undefined, today: PlainDate): { year: number; month: string } {
  const now = yearOf(today)
  const thisMonth = today.slice(0, 7).replace('-', '')
  if (asked === undefined) return { year: now, month: thisMonth }
  if (!MONTH.test(asked) || asked > thisMonth)
    throw new HospitalFault(
      `累计年月（cum_ym）${asked.slice(0, 10)} 不是已到来的年月。请按 yyyyMM 填写，如 ${thisMonth}，或不填以查询本年度。`,
    )
  const year = Number(asked.slice(0, 4))
  return { year, month: year === now ? thisMonth : `${year}12` }
}

async function usedOf(db: Db, regionCode: string, personId: string, year: number) {
  const keys = INSURANCES.flatMap((insurance) =>
    KINDS.map((kind) => ({ regionCode, personId, insurance, kind, year })),
  )
  const years = await usedByMany(db, regionCode, keys)
  return (insurance: Insurance) => {
    const own = years.filter((_, at) => keys[at]!.insurance === insurance).map(({ used }) => used)
    return {
      deductible: sumFen(own.map(({ deductibleUsed }) => deductibleUsed)),
      admissions: own.reduce((sum, { admissions }) => sum + admissions, 0),
    }
  }
}

function enrolledIn({ enrolments }: PersonInCare, insurance: Insurance, year: number): boolean {
  return enrolments.some(
    (one) =>
      one.insurance === insurance && yearOf(one.from) <= year && (one.to === null || yearOf(one.to) >= year),
  )
}
