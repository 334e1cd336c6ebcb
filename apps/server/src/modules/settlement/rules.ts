import type { CareKind, ChainScheme } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import {
  asksEnrolment,
  chainOn,
  groupsOfPerson,
  isBasicOnly,
  personGroups,
  unbrokenYears,
  type ChainFacts,
  type Pack,
} from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { isScheme, readYear, schemeFor, type YearKind } from '../claims/index.ts'
import { HospitalFault } from '../hospital/index.ts'
import { enrolmentHistory, groupFacts } from '../insured/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { checkAccident } from './accident.ts'
import { mustServe } from './agreement.ts'
import { carePlaceOf } from './care-place.ts'
import { diseaseFacts } from './disease.ts'
import { maternityRules, type MaternityCodes, type MaternityRules } from './maternity.ts'
import { CHRONIC, isMaternity } from './med-type.ts'
import type { LaterUsed } from './settlement.queries.ts'
import type { VisitRow } from './visit.queries.ts'
import { around, type SettlementWorld } from './world.ts'
import { yearKeyOn } from './year.ts'

/** The rules of one visit: of the chain of payers, or of maternity care. */
export type Rules = ChainRules | MaternityRules

/** The rules on the day that counts, and what the person has used under them. */
export interface ChainRules {
  readonly pack: Pack
  readonly facts: ChainFacts
  readonly chain: ChainScheme
  /** undefined where the basic fund is all there is */
  readonly later: LaterUsed | undefined
}

/** Which care of whom on which day. */
export interface Care {
  readonly visit: Pick<VisitRow, 'personId' | 'insurance' | 'personClass' | 'beganOn'>
  readonly kind: CareKind
  readonly on: PlainDate
  /** 医疗类别 as sent */
  readonly medType: string
  /** 病种编码, asked for only where care is for a chronic disease */
  readonly diseaseCode?: () => Promise<string | undefined>
  /** asked for only where care is maternity care */
  readonly maternityCodes?: () => Promise<MaternityCodes | undefined>
}

/** The year that care counts in. */
export const yearKindOf = ({ kind, medType }: Pick<Care, 'kind' | 'medType'>): YearKind =>
  medType === CHRONIC ? 'chronic' : kind

/**
 * The rules for a visit, or a refusal that names what the place has not loaded. No statement for visits in a place whose
 * basic fund pays alone; one each for a referral, an accident, groups of people and the year of later payers.
 */
export async function rulesFor(
  db: Db,
  regionCode: string,
  institution: Hospital,
  care: Care,
): Promise<Rules> {
  const { visit, kind, on, medType } = care
  const { insurance, personClass, personId } = visit
  const pack = await packFor({
    regionCode,
    territory: institution.territory,
    insurance,
    personClass,
    personId,
    on,
  })
  const carePlace = await carePlaceOf(db, regionCode, institution, visit)
  const plain: ChainFacts = { insurance, personClass, level: institution.level, kind, carePlace, on }
  await checkAccident(db, pack, regionCode, institution, { ...visit, kind, medType })
  if (isMaternity(medType)) {
    await mustServe(db, regionCode, institution, 'maternity', on)
    return maternityRules(pack, plain, medType, (await care.maternityCodes?.()) ?? {})
  }
  const groups = await groupsFor(db, pack, regionCode, personId, plain)
  if (medType === CHRONIC) await mustServe(db, regionCode, institution, 'chronic', on)
  const code = medType === CHRONIC ? await care.diseaseCode?.() : undefined
  const facts: ChainFacts = {
    ...plain,
    ...(groups.length > 0 && { groups }),
    ...(asksEnrolment(pack, plain) && {
      enrolledYears: unbrokenYears(await enrolmentHistory(db, regionCode, personId), insurance, on),
    }),
    ...(medType === CHRONIC && (await diseaseFacts(db, pack, regionCode, { personId, insurance, code, on }))),
  }
  const chain = schemeFor(pack, facts)
  if (!isScheme(chain)) {
    const missing = chain.map(({ sentence }) => sentence.zh).join('；')
    throw new HospitalFault(
      `本地${CARE[yearKindOf(care)]}待遇规则没有加载，不能联网结算，请按自费处理后到经办机构报销。缺少：${missing}`,
    )
  }
  if (isBasicOnly(chain)) return { pack, facts, chain, later: undefined }
  const { stages, diseases } = await readYear(db, yearKeyOn(regionCode, visit, yearKindOf(care), on), chain)
  return { pack, facts, chain, later: { stages, diseases } }
}
const CARE = { outpatient: '门诊', inpatient: '住院', chronic: '门诊慢特病' } as const

async function packFor(
  about: Parameters<NonNullable<SettlementWorld['packs']['forCare']>>[0],
): Promise<Pack> {
  const { packs } = around()
  return (await packs.forCare?.(about)) ?? packs.current(about.regionCode)
}

/** Nobody's groups are asked for where nothing turns on them. */
async function groupsFor(
  db: Db,
  pack: Pack,
  regionCode: string,
  personId: string,
  facts: ChainFacts,
): Promise<readonly string[]> {
  if (personGroups(pack).length === 0 || !chainOn(pack, facts)) return []
  return groupsOfPerson(pack, await groupFacts(db, regionCode, personId, facts.on), facts.on)
}
