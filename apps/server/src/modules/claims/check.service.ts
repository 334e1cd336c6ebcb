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
import { hospitalByCode, type Hospital } from '../organisations/index.ts'
import { remoteInForce } from '../person-filings/index.ts'
import { referralInForce } from '../referral/index.ts'
import { calculate, calculationView } from './calculate.ts'
import { readClaim } from './claim.queries.ts'
import type { ClaimRow, RegisteredBill } from './claim-row.ts'
import type { CheckedBill, Costs } from './checked.ts'
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
  const hospital = await hospitalOf(db, found, content.visit, at.regionCode)
  const costs = read.costs && hospital ? await asReferred(db, found, at, read.costs, hospital) : read.costs
  return { ...read, costs, level: hospital?.level }
}

/**
 * Care elsewhere that somebody calls unreferred is referred when a referral to the place was in force on its first day: the
 * cut follows the referral, or else a filing of care elsewhere. What only paper knows is for the reviewer. One or two
 * statements for such care.
 */
async function asReferred(
  db: Db,
  found: Findings,
  { regionCode, personId }: CaseFacts,
  costs: Costs,
  hospital: Hospital,
): Promise<Costs> {
  const { carePlace, from, on } = costs
  if (hospital.regionCode === regionCode) return costs
  const day = from ?? on
  const referral = await referralInForce(db, regionCode, personId, day, hospital.regionCode)
  if (referral && carePlace === 'out-unreferred') {
    found.warn('visit.carePlace', 'referral-found', {
      zh: `就医地填的是“未备案”，但 ${day} 有到${referral.targetName}的有效转诊（${referral.number}），按转诊计算。`,
      en: `The care is called unreferred, but on ${day} a referral to ${referral.targetName} (${referral.number}) was in force; it is worked out as referred.`,
    })
    return { ...costs, carePlace: 'out-referred' }
  }
  const filing = referral
    ? undefined
    : await remoteInForce(db, regionCode, personId, day, hospital.regionCode)
  if (filing && carePlace === 'out-unreferred') {
    found.warn('visit.carePlace', 'filing-found', {
      zh: `就医地填的是“未备案”，但 ${day} 有有效的异地就医备案（${filing.number}），按已备案计算。`,
      en: `The care is called unfiled, but on ${day} the filing ${filing.number} was in force; it is worked out as filed.`,
    })
    return { ...costs, carePlace: 'out-filed' }
  }
  if (!filing && carePlace === 'out-filed')
    found.warn('visit.carePlace', 'filing-not-found', {
      zh: `系统中没有 ${day} 到“${hospital.name}”所在地的有效异地就医备案。请交备案证明，由审核人员核定；没有备案的，请改为未备案的异地就医。`,
      en: `No filing for the place of “${hospital.name}” was in force on ${day} by our records. Hand in the paper for the reviewer; if there was none, choose unfiled care elsewhere.`,
    })
  if (!referral && carePlace === 'out-referred')
    found.warn('visit.carePlace', 'referral-not-found', {
      zh: `系统中没有 ${day} 到“${hospital.name}”所在地的有效转诊。请交转诊证明，由审核人员核定；没有转诊的，请改为未备案的异地就医。`,
      en: `No referral to the place of “${hospital.name}” was in force on ${day} by our records. Hand in the paper for the reviewer; if there was none, choose unfiled care elsewhere.`,
    })
  return costs
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

/** The hospital by the list; one that is not on it is taken by its name, and a person decides. */
async function hospitalOf(
  db: Db,
  found: Findings,
  { hospitalCode, hospitalName, carePlace }: ClaimContent['visit'],
  insuredIn: string,
): Promise<Hospital | undefined> {
  if (isBlank(hospitalCode) && isBlank(hospitalName)) return undefined
  const hospital = isBlank(hospitalCode) ? undefined : await hospitalByCode(db, hospitalCode)
  if (hospital) {
    if (carePlace === 'local' && hospital.regionCode !== insuredIn)
      found.warn('visit.carePlace', 'care-place-not-local', {
        zh: `“${hospital.name}”不在参保地，但就医地填的是“本地就医”。请改为备案、转诊或未备案的异地就医；确在本地就医的，请改正医院。`,
        en: `“${hospital.name}” is outside the insured place, but the place of care says local. Choose filed, referred or unfiled care elsewhere; if the care was local, correct the hospital.`,
      })
    return hospital
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
