import { codeLists } from '@yichuang/hsa'
import type { CarePlace } from '@yichuang/benefits'
import { HospitalFault } from '../hospital/index.ts'

/** 门诊慢特病 */
export const CHRONIC = '14'
/** Ordinary out-patient care and purchases at pharmacies: what the tables of out-patient care are for. */
const AMBULATORY = new Set(['11', '12', '13', '41', CHRONIC])
/** Ordinary stays: what the tables of in-patient care are for (21 and its places' own 2101, 24 from the emergency room). */
const ORDINARY_STAY = new Set(['21', '2101', '24'])
/** Stays outside the insured place: referred (转外诊治), in another place (异地), of one's own accord (自主就医). */
const REFERRED_STAY = '23'
const STAY_ELSEWHERE = new Set([REFERRED_STAY, '25', '27'])

/** Care for an accident (意外伤害): of the tables of ordinary care, once it is filed who is liable. */
const INJURY_VISIT = new Set(['19', '9903', '81'])
const INJURY_STAY = new Set(['22'])
/** Maternity: check-ups and family planning out of the ward, and births. */
const MATERNITY_VISIT = new Set(['51', '53'])
const MATERNITY_STAY = new Set(['52', '2106', '2107'])
/** 单病种: a sum for the whole treatment of a disease instead of bands. */
const SINGLE_DISEASE = new Set(['26', '2102', '990101'])
/** what the printed list of the interface leaves out, by the names clients use */
const NAMES: Readonly<Record<string, string>> = {
  15: '特药',
  16: '中医特色门诊',
  19: '意外伤害门诊',
  26: '单病种住院',
  29: '起付线治疗',
  53: '计划生育手术',
  61: '照护保险',
  81: '意外伤害门诊',
}

export const isInjury = (medType: string) => INJURY_VISIT.has(medType) || INJURY_STAY.has(medType)
export const isMaternity = (medType: string) => MATERNITY_VISIT.has(medType) || MATERNITY_STAY.has(medType)

/** That care of a kind is settled as out-patient care. Throws `HospitalFault` when no rule for it can be loaded. */
export function checkMedType(medType: string): void {
  if (AMBULATORY.has(medType) || INJURY_VISIT.has(medType) || MATERNITY_VISIT.has(medType)) return
  throw refusal(medType, '普通门诊（11）、急诊（13）或药店购药（41）')
}

/** That a stay of a kind is settled here, on where the person lies. Throws `HospitalFault` else. */
export function checkStayType(medType: string, carePlace: CarePlace): void {
  if (ORDINARY_STAY.has(medType) || INJURY_STAY.has(medType) || MATERNITY_STAY.has(medType)) return
  if (!STAY_ELSEWHERE.has(medType)) throw refusal(medType, '普通住院（21）、急诊转住院（24）')
  if (carePlace === 'local')
    throw new HospitalFault(
      `医疗类别（med_type）${named(medType)}只用于统筹区外的住院，本机构在参保地。请按普通住院（21）办理。`,
    )
  if (medType === REFERRED_STAY && carePlace === 'out-unreferred')
    throw new HospitalFault(
      `医疗类别（med_type）${named(medType)}需要有效的转诊备案，该人员没有到本地的转诊。请先办理转诊（2501），或按异地住院（25）办理。`,
    )
}

/** One sentence: what is not loaded, and what to do instead. */
function refusal(medType: string, instead: string): HospitalFault {
  const kind = `医疗类别（med_type）${named(medType)}`
  if (SINGLE_DISEASE.has(medType))
    return new HospitalFault(
      `${kind}：本地没有加载单病种的病种目录、定额和个人负担规则，不能按单病种联网结算。请按${instead}办理，或按自费处理后由本人到经办机构手工报销。`,
    )
  return new HospitalFault(
    `${kind}的待遇规则尚未加载，不能联网结算。请按${instead}办理，或到经办机构手工报销。`,
  )
}

/** `22 外伤住院` */
export function named(medType: string): string {
  const name = codeLists['med_type']?.values[medType] ?? NAMES[medType]
  return name === undefined ? medType.slice(0, 6) : `${medType} ${name}`
}
