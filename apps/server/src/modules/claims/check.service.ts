import type { HospitalLevel } from '@yichuang/benefits'
import type { ClaimContent } from '@yichuang/contracts'
import { formatYuan, yearOf } from '@yichuang/kernel'
import { billAcceptedUntil, isMissing } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { missingOf } from '../catalogue/index.ts'
import {
  ContentFaulty,
  type CaseFacts,
  type HandInFacts,
  type HandlerCheck,
  type MarkedBy,
} from '../cases/index.ts'
import { hospitalByCode } from '../organisations/index.ts'
import { calculate, calculationView } from './calculate.ts'
import { readClaim } from './claim.queries.ts'
import type { ClaimRow, RegisteredBill } from './claim-row.ts'
import type { CheckedBill } from './checked.ts'
import { around } from './claims-world.ts'
import { Findings } from './findings.ts'
import { kindOf, plainContent } from './open-content.ts'
import { readContent, type ReadContent } from './read-content.ts'
import { claimedOnOf, findTaken, register } from './register.service.ts'
import { isBlank } from './typed.ts'

/** A claim that was read and checked, with the level of its hospital where that is known. */
export interface CheckedContent extends ReadContent {
  readonly level: HospitalLevel | undefined
}

/** The same, with the row it was read from. */
export interface CheckedClaim extends CheckedContent {
  readonly row: ClaimRow
}

/** Checks a claim whole: what was typed, the hospital, the year of each bill. Two statements. */
export async function checkedClaim(db: Db, found: Findings, at: CaseFacts): Promise<CheckedClaim> {
  const row = await readClaim(db, at)
  return { ...(await checkedContent(db, found, at, plainContent(row, around().cipher), row.bills)), row }
}

/** The same for a content in plain; `held` are the bills registered for the case already. */
async function checkedContent(
  db: Db,
  found: Findings,
  at: CaseFacts,
  content: ClaimContent,
  held: readonly RegisteredBill[],
): Promise<CheckedContent> {
  const read = readContent(found, content, kindOf(at), {
    today: at.today,
    taken: { pack: at.pack, claimedOn: claimedOnOf(held) },
  })
  return { ...read, level: await hospitalLevel(db, found, content.visit, at.regionCode) }
}

/** What the person is told before they hand in: every fault, every warning, and what the answer would be. */
export async function checkClaim(db: Db, at: CaseFacts): Promise<HandlerCheck> {
  const found = new Findings(at.language)
  const { bills, costs, level } = await checkedClaim(db, found, at)
  await findTaken(db, found, at, bills)
  const worked = costs && (await calculate(db, found, at, costs, level, new Map()))
  for (const rule of worked?.stored.missing ?? []) found.lacks('', rule)
  return {
    faults: found.faults,
    warnings: found.warnings,
    estimate: worked ? calculationView(worked.stored, worked.worked, at.language) : null,
    missing: found.missing.map((rule) => missingOf(rule, at.language)),
  }
}

/** Hands a claim in: registers its bills, or says everything that keeps it from being handed in. Three statements. */
export async function handInClaim(
  db: Db,
  at: CaseFacts & HandInFacts,
): Promise<{ total: string | null; measures: MarkedBy[] }> {
  const found = new Findings(at.language)
  const { row, bills, total } = at.content
    ? { row: undefined, ...(await checkedContent(db, found, at, at.content, [])) }
    : await checkedClaim(db, found, at)
  const faults = [...at.faults, ...found.faults]
  if (faults.length > 0) throw ContentFaulty({ faults })
  await register(db, at, bills, row?.bills ?? [], { today: at.today, caseNumber: at.number })
  return { total: formatYuan(total), measures: billMeasures(at, bills) }
}

/** The relief measures by which bills of their year are still taken. */
function billMeasures({ pack, today }: CaseFacts, bills: readonly CheckedBill[]): MarkedBy[] {
  const years = new Set(bills.map(({ issuedOn }) => yearOf(issuedOn)))
  return [...years].flatMap((year) => {
    const until = billAcceptedUntil(pack, year, today)
    return isMissing(until) || !until.source.measure ? [] : until.source.measure
  })
}

/** The level of the hospital by the list; a hospital that is not on it is taken by its name, and a person decides. */
async function hospitalLevel(
  db: Db,
  found: Findings,
  { hospitalCode, hospitalName, carePlace }: ClaimContent['visit'],
  insuredIn: string,
): Promise<HospitalLevel | undefined> {
  if (isBlank(hospitalCode) && isBlank(hospitalName)) return undefined
  const hospital = isBlank(hospitalCode) ? undefined : await hospitalByCode(db, hospitalCode)
  if (hospital) {
    if (carePlace === 'local' && hospital.regionCode !== insuredIn)
      found.warn('visit.carePlace', 'care-place-not-local', {
        zh: `“${hospital.name}”不在参保地，但就医地填的是“本地就医”。请改为备案、转诊或未备案的异地就医；确在本地就医的，请改正医院。`,
        en: `“${hospital.name}” is outside the insured place, but the place of care says local. Choose filed, referred or unfiled care elsewhere; if the care was local, correct the hospital.`,
      })
    return hospital.level
  }
  if (isBlank(hospitalName))
    found.fault('visit.hospitalCode', 'hospital-unknown', {
      zh: `没有编码为 ${hospitalCode} 的定点医疗机构。请重新查找并选择；查不到的，请清空编码，填写票据上的医院全称。`,
      en: `There is no designated hospital with the code ${hospitalCode}. Look it up again, or clear the code and enter the full name as on the bill.`,
    })
  else
    found.warn('visit.hospitalName', 'hospital-unknown', {
      zh: `“${hospitalName}”不在定点医疗机构名录中，级别未知，无法预估待遇；可以提交，由工作人员核定。`,
      en: `“${hospitalName}” is not on the list of designated hospitals. Its level is unknown, so there is no estimate; you may hand in, and a person will decide.`,
    })
  return undefined
}
