import type { Insurance } from '@yichuang/benefits'
import type { PlainDate } from '@yichuang/kernel'
import type { ChainFacts, Pack } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { chronicBenefits, type ChronicBenefit } from '../chronic/index.ts'
import { HospitalFault } from '../hospital/index.ts'

/** Length of a national code of out-patient chronic diseases; what follows names a form of the disease. */
const CODE = 6

/** Chronic and special disease care (门诊慢特病): of whom, for which disease on which day. */
export interface ChronicCare {
  readonly personId: string
  readonly insurance: Insurance
  /** 病种编码 as 2203 or 2102 said; undefined when it did not */
  readonly code: string | undefined
  readonly on: PlainDate
}

/**
 * The disease as the place's tables name it, with the person's other recognised ones, which may share its cap. Refusals say
 * whether the code, the recognition or the rules are missing. One statement.
 */
export async function diseaseFacts(
  db: Db,
  pack: Pack,
  regionCode: string,
  { personId, insurance, code, on }: ChronicCare,
): Promise<Required<Pick<ChainFacts, 'disease' | 'recognised'>>> {
  if (code === undefined)
    throw new HospitalFault(
      '门诊慢特病（med_type 14）需要病种编码（dise_codg）。请先用 2203 上传该次就诊的病种。',
    )
  const benefits = await chronicBenefits(db, regionCode, personId, on)
  const asked = tableDiseases(pack, insurance).find((one) => one.id === code || sameCode(one.code, code))?.id
  const benefit = benefits.find(
    (one) => means(one, code) || (asked !== undefined && tableId(pack, insurance, one) === asked),
  )
  if (!benefit)
    throw new HospitalFault(
      `该人员 ${on} 没有病种 ${code.slice(0, 30)} 的门诊慢特病待遇。请用 5301 查询已认定的病种，或先办理认定（2503）。`,
    )
  const disease = tableId(pack, insurance, benefit)
  if (disease === undefined)
    throw new HospitalFault(
      `本地没有加载“${benefit.diseaseName}”的门诊慢特病待遇规则，不能联网结算。请按自费处理后到经办机构报销。`,
    )
  const recognised = benefits.flatMap((one) => tableId(pack, insurance, one) ?? [])
  return { disease, recognised: [...new Set(recognised)] }
}

/** Whether a code sent, or answered by 5301, is that of a recognised disease. */
function means({ diseaseCode, classId, diseaseName }: ChronicBenefit, code: string): boolean {
  return [diseaseCode, classId, diseaseName].includes(code) || sameCode(diseaseCode, code)
}

const sameCode = (one: string | null | undefined, other: string) =>
  typeof one === 'string' && one.length >= CODE && one.slice(0, CODE) === other.slice(0, CODE)

function tableDiseases(pack: Pack, insurance: Insurance) {
  return [...pack.benefits.values(), ...(pack.borrowed?.tables.values() ?? [])]
    .filter((tables) => tables.insurance === insurance && tables.kind === 'outpatient')
    .flatMap(({ chronic }) => chronic?.diseases ?? [])
}

/** The id under which a place's tables, its own or borrowed ones, have a recognised disease. */
function tableId(pack: Pack, insurance: Insurance, benefit: ChronicBenefit): string | undefined {
  const { diseaseCode, classId, diseaseName } = benefit
  return tableDiseases(pack, insurance).find(
    ({ id, code, title }) =>
      (diseaseCode !== null && sameCode(code, diseaseCode)) || id === classId || title.zh === diseaseName,
  )?.id
}
