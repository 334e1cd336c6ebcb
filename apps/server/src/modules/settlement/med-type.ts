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

const MATERNITY = new Set(['51', '52', '2106', '2107'])
const INJURY = new Set(['22', '9903', '81'])
/** what the printed list of the interface leaves out, by the names clients use */
const NAMES: Readonly<Record<string, string>> = {
  15: '特药',
  16: '中医特色门诊',
  26: '单病种住院',
  29: '起付线治疗',
  61: '照护保险',
  81: '意外伤害门诊',
}

/** That care of a kind is settled as out-patient care. Throws `HospitalFault` when no rule for it can be loaded. */
export function checkMedType(medType: string): void {
  if (!AMBULATORY.has(medType)) throw refusal(medType, '普通门诊（11）、急诊（13）或药店购药（41）')
}

/** That a stay of a kind is settled here, on where the person lies. Throws `HospitalFault` else. */
export function checkStayType(medType: string, carePlace: CarePlace): void {
  if (ORDINARY_STAY.has(medType)) return
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
  if (MATERNITY.has(medType))
    return new HospitalFault(
      `${kind}：本地没有加载生育医疗费的支付标准，不能联网结算。请按自费处理后到经办机构办理生育医疗费支付。`,
    )
  if (INJURY.has(medType))
    return new HospitalFault(
      `${kind}：本地没有加载意外伤害的待遇规则，须先由经办机构核定第三人责任。请按自费处理后到经办机构手工报销。`,
    )
  return new HospitalFault(
    `${kind}的待遇规则尚未加载，不能联网结算。请按${instead}办理，或到经办机构手工报销。`,
  )
}

/** `22 外伤住院` */
function named(medType: string): string {
  const name = codeLists['med_type']?.values[medType] ?? NAMES[medType]
  return name === undefined ? medType.slice(0, 6) : `${medType} ${name}`
}
