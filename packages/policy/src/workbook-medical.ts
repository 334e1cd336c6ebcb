import {
  MATERNITY_BENEFITS,
  MATERNITY_KINDS,
  type MaternityBenefit,
  type MaternityKind,
} from '@yichuang/benefits'
import type { Pack } from './types.ts'
import type { BenefitLine } from './workbook-in.ts'
import { designOf, type PartName } from './workbook-parts.ts'
import type { WorkbookFault } from './workbook-cells.ts'
import { ofSheet, type Row } from './workbook-rows.ts'

const BENEFITS: Readonly<Record<MaternityBenefit, string>> = {
  delivery: '生育医疗费',
  'check-ups': '产前检查费',
  'family-planning': '计划生育医疗费',
}
/** As the interface's lists of 生育类别 and 计划生育手术类别 have them. */
const BIRTHS: Readonly<Record<MaternityKind, string>> = {
  normal: '正常产',
  assisted: '助娩产',
  caesarean: '剖宫产',
  difficult: '难产',
  miscarriage: '流产',
  induction: '引产',
  'check-ups': '产前检查',
  'iud-insertion': '放置宫内节育器',
  'iud-removal': '取出宫内节育器',
  abortion: '流产术',
  sterilisation: '绝育手术',
  'sterilisation-reversal': '绝育复通手术',
  'male-sterilisation': '绝育手术（输精管）',
  'male-sterilisation-reversal': '绝育复通手术（输精管）',
}

/** The words of the column 生育待遇. */
export const BENEFIT_WORDS = Object.values(BENEFITS)
/** The words of the column 类别, of all benefits. */
export const KIND_WORDS = Object.values(BIRTHS)
/** Which words of 类别 go with each of 生育待遇. */
export const KINDS_BY_BENEFIT = MATERNITY_BENEFITS.map(
  (benefit) => [BENEFITS[benefit], MATERNITY_KINDS[benefit].map((kind) => BIRTHS[kind])] as const,
)

/** A benefit in the workbook's word; one that has none keeps its own name. */
export const benefitWord = (benefit: string) =>
  (BENEFITS as Readonly<Record<string, string>>)[benefit] ?? benefit
/** A kind of care in the workbook's word; one that has none keeps its own name. */
export const kindWord = (kind: string) => (BIRTHS as Readonly<Record<string, string>>)[kind] ?? kind

/** What a row of medical costs is about, nothing of a row of another part; complains where it does not say it. */
export function medicalCare(
  pack: Pack,
  part: PartName,
  row: Row,
): { readonly benefit?: string; readonly kind?: string } | undefined {
  const [benefit, kind] = ['生育待遇', '类别'].map((heading) => row.cell(heading).text) as [string, string]
  if (designOf(part) === undefined) return {}
  const cares = caresOf(pack)
  const ofBenefit = cares.filter((care) => [care.benefit, benefitWord(care.benefit)].includes(benefit))
  if (ofBenefit.length === 0) {
    notOffered(row, '生育待遇', 'maternity benefit', BENEFIT_WORDS)
    return undefined
  }
  const care = ofBenefit.find((one) => [one.kind, kindWord(one.kind)].includes(kind))
  if (!care)
    notOffered(
      row,
      '类别',
      'kind of care',
      ofBenefit.map((one) => kindWord(one.kind)),
    )
  return care
}

/** Every kind of care that can be settled, and those the tables in force already speak of. */
function caresOf(pack: Pack): { readonly benefit: string; readonly kind: string }[] {
  const known = MATERNITY_BENEFITS.flatMap((benefit) =>
    MATERNITY_KINDS[benefit].map((kind) => ({ benefit, kind: kind as string })),
  )
  const inForce = [...pack.maternity.values()].flatMap(({ medical }) => medical ?? [])
  const more = inForce.filter(
    (row) => !known.some((one) => one.benefit === row.benefit && one.kind === row.kind),
  )
  return [...known, ...more.map(({ benefit, kind }) => ({ benefit, kind }))]
}

function notOffered(row: Row, heading: string, en: string, words: readonly string[]): void {
  const text = row.cell(heading).text
  row.complain(
    text === '' ? 'needed' : 'unknown',
    row.column(heading),
    text === ''
      ? { zh: `缺少${heading}`, en: `The ${en} (${heading}) is missing` }
      : { zh: `没有名为“${text}”的${heading}`, en: `There is no ${en} “${text}”` },
    { zh: `请写其中一个：${words.join('、')}`, en: `Write one of: ${words.join(', ')}` },
  )
}

/** Complains where one kind of care is paid in two ways from one day: an amount and a share, or a fixed sum and a limit. */
export function oneDesignEach(lines: readonly BenefitLine[], sheet: string, faults: WorkbookFault[]): void {
  const seen = new Map<string, BenefitLine>()
  for (const line of lines) {
    const { benefit, kind, table, from, part } = line
    if (benefit === undefined || kind === undefined) continue
    const key = `${table} ${benefit} ${kind} ${from}`
    const earlier = seen.get(key)
    if (!earlier) seen.set(key, line)
    else if (earlier.part !== part)
      faults.push({
        ...ofSheet(
          'two-designs',
          sheet,
          {
            zh: `“${kindWord(kind)}”自 ${from} 起在第 ${earlier.row} 行是“${earlier.part}”，这里又是“${part}”`,
            en: `“${kindWord(kind)}” from ${from} on is paid by “${earlier.part}” in row ${earlier.row}, and here by “${part}”`,
          },
          {
            zh: '一种类别只写金额或比例之一，请删去其中一行，或改正施行日',
            en: 'Write an amount or a share, not both: delete one of the rows, or correct the day',
          },
        ),
        row: line.row,
        column: 'C',
      })
  }
}
