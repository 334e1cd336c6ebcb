import {
  explainMaternityMedical,
  type MaternityBenefit,
  type MaternityKind,
  type MaternityMedicalExplanation,
  type MaternityMedicalScheme,
} from '@yichuang/benefits'
import { fen, formatYuan, sumFen, ZERO_FEN, type Fen, type PlainDate } from '@yichuang/kernel'
import { isMissing, maternityMedicalScheme, type ChainFacts, type Pack } from '@yichuang/policy'
import { HospitalFault } from '../hospital/index.ts'
import { claimLine, partsOf, type ClassedLine } from './fee-lines.ts'
import { named } from './med-type.ts'
import { AMOUNTS, type SettledAmounts } from './settlement.queries.ts'

/** 生育类别 and 计划生育手术类别 as 2203, 2401 or 2403 said. */
export interface MaternityCodes {
  readonly matn?: string | undefined
  readonly birctrl?: string | undefined
}

/** The rules of one maternity settlement: a sum or share by the kind of birth instead of a chain of payers. */
export interface MaternityRules {
  readonly pack: Pack
  readonly facts: ChainFacts
  readonly maternity: MaternityMedicalScheme
}

/** Which of the maternity benefits a settlement is for, as packs call it. */
export interface MaternityOf {
  readonly benefit: MaternityBenefit
  readonly kind: MaternityKind
}

const BIRTHS: Readonly<Record<string, MaternityKind>> = {
  1: 'normal',
  2: 'assisted',
  3: 'caesarean',
  4: 'difficult',
  5: 'miscarriage',
  6: 'induction',
}
const CHECK_UPS = '7'
const PLANNING: Readonly<Record<string, MaternityKind>> = {
  1: 'iud-insertion',
  2: 'iud-removal',
  3: 'abortion',
  4: 'induction',
  5: 'sterilisation',
  6: 'sterilisation-reversal',
  7: 'male-sterilisation',
  8: 'male-sterilisation-reversal',
}
/** Kinds of stays that name the birth themselves (生育平产, 生育剖宫产). */
const NAMED_BIRTHS: Readonly<Record<string, MaternityKind>> = { 2106: 'normal', 2107: 'caesarean' }
const OUTPATIENT = '51'

/** The benefit that a kind of care and its codes mean. Throws `HospitalFault` when they do not tell. */
export function maternityOf(medType: string, { matn, birctrl }: MaternityCodes): MaternityOf {
  const born = NAMED_BIRTHS[medType]
  if (born !== undefined) return { benefit: 'delivery', kind: born }
  const planned = birctrl === undefined ? undefined : PLANNING[birctrl]
  if (planned !== undefined) return { benefit: 'family-planning', kind: planned }
  const birth = matn === undefined ? undefined : BIRTHS[matn]
  if (birth !== undefined) return { benefit: 'delivery', kind: birth }
  if (matn === CHECK_UPS || (medType === OUTPATIENT && matn === undefined))
    return { benefit: 'check-ups', kind: 'check-ups' }
  throw new HospitalFault(
    `医疗类别（med_type）${named(medType)}需要生育类别（matn_type）或计划生育手术类别（birctrl_type），才能知道适用的支付标准。请用 2203（门诊）或 2403（住院）补传。`,
  )
}

/** The rule by which maternity care is paid on a day, or a refusal that names what the place has not loaded. */
export function maternityRules(
  pack: Pack,
  facts: ChainFacts,
  medType: string,
  codes: MaternityCodes,
): MaternityRules {
  const kind = `医疗类别（med_type）${named(medType)}`
  if (facts.insurance !== 'employee')
    throw new HospitalFault(
      `${kind}：本地没有加载城乡居民生育医疗费的支付标准，不能联网结算。请按自费处理，由本人凭收费票据、费用清单和病历到经办机构办理手工报销。`,
    )
  const { benefit, kind: of } = maternityOf(medType, codes)
  const maternity = maternityMedicalScheme(pack, { benefit, kind: of, on: facts.on })
  if (isMissing(maternity))
    throw new HospitalFault(
      `${kind}：不能联网结算，${maternity.sentence.zh.replace(/。$/, '')}。请按自费处理，由本人凭收费票据、费用清单和病历到经办机构申请生育医疗费支付。`,
    )
  return { pack, facts, maternity }
}

/** What is refused at the admission already: that a place pays for no birth at all by rules of its own. */
export function checkMaternityLoaded(pack: Pack, medType: string, on: PlainDate): void {
  const any = [...pack.maternity.values()].some(({ medical = [] }) => medical.some(({ from }) => from <= on))
  if (any) return
  throw new HospitalFault(
    `医疗类别（med_type）${named(medType)}：本地没有加载生育医疗费的支付标准，不能联网结算。请按自费处理，由本人凭收费票据、费用清单和病历到经办机构申请生育医疗费支付。`,
  )
}

/** Works a maternity settlement out; the year and the accounts are not touched. */
export function maternityAmounts(
  { maternity }: Pick<MaternityRules, 'maternity'>,
  lines: readonly ClassedLine[],
): SettledAmounts {
  const { result } = explainMaternity(maternity, lines)
  if (result.beyond > 0)
    throw new HospitalFault(
      `生育医疗费定额 ${formatYuan(result.fund)} 元高于本次费用，超出费用的 ${formatYuan(result.beyond)} 元要付给本人，不能在医院结算。请按自费处理，由本人到经办机构申请生育医疗费支付。`,
    )
  const parts = lines.map(partsOf)
  const sum = (part: keyof (typeof parts)[number]): Fen => sumFen(parts.map((one) => one[part]))
  const nothing = Object.fromEntries(AMOUNTS.map((name) => [name, ZERO_FEN])) as SettledAmounts
  return {
    ...nothing,
    medfee_sumamt: result.total,
    fulamt_ownpay_amt: sum('own'),
    overlmt_selfpay: sum('over'),
    preselfpay_amt: sum('first'),
    inscp_scp_amt: sum('inScope'),
    hifp_pay: result.fund,
    fund_pay_sumamt: result.fund,
    psn_part_amt: fen(result.total - result.fund),
    psn_cash_pay: fen(result.total - result.fund),
  }
}

/** The same with its trace. */
export const explainMaternity = (
  scheme: MaternityMedicalScheme,
  lines: readonly ClassedLine[],
  nameOf: (serial: string) => string = (serial) => serial,
): MaternityMedicalExplanation =>
  explainMaternityMedical(scheme, {
    lines: lines.map((line) => ({ ...claimLine(line), name: nameOf(line.sn) })),
  })
