import { formatYuan, ONE, type Fault, type Fen } from '@yichuang/kernel'
import { LARGEST_CLAIM, QUANTITY_UNIT } from './arithmetic.ts'
import type { Accumulators, BenefitClaim, ClaimLine } from './scheme.ts'

/** What is wrong with a claim, and in which line, counted from 1, when it is a line. */
export interface ClaimFault extends Fault {
  readonly line?: number
}

type Report = (code: string, zh: string, en: string, values?: Readonly<Record<string, string>>) => void

/** Everything that keeps a claim from being calculated, line by line; empty when nothing does. */
export function checkClaim(claim: BenefitClaim): ClaimFault[] {
  const faults: ClaimFault[] = []
  const report: Report = (code, zh, en, values = {}) =>
    faults.push({ code, values, sentences: { 'zh-CN': zh, en } })

  const ids = new Map<string, number>()
  claim.lines.forEach((line, index) => {
    const number = index + 1
    const reportLine: Report = (code, zh, en, values = {}) =>
      faults.push({
        code,
        line: number,
        values: { line: String(number), ...values },
        sentences: { 'zh-CN': `第 ${number} 行：${zh}`, en: `Line ${number}: ${en}` },
      })
    const twin = ids.get(line.id)
    if (twin !== undefined)
      reportLine(
        'line-twice',
        `与第 ${twin} 行编号相同。请删去其中一行，或另给编号。`,
        `it has the same id as line ${twin}. Remove one of them or give it another id.`,
        { twin: String(twin) },
      )
    ids.set(line.id, number)
    checkAmounts(line, reportLine)
    checkClass(line, reportLine)
    checkCeiling(line, reportLine)
  })
  checkSums(claim, report)
  checkAccumulators(claim.accumulators, report)
  return faults
}

function checkAmounts({ amount, cut }: ClaimLine, report: Report): void {
  if (!isAmount(amount)) {
    report(
      'amount-invalid',
      '金额不能为负数，也不能有不足一分的零头。请按票据上的金额重新填写。',
      'the amount must not be negative or have a fraction of a fen. Enter it as it stands on the bill.',
    )
    return
  }
  if (cut === undefined) return
  if (!isAmount(cut.amount))
    report(
      'cut-invalid',
      '扣减金额不能为负数，也不能有不足一分的零头。请重新填写，不扣减就清空。',
      'the cut must not be negative or have a fraction of a fen. Enter it again, or clear it to cut nothing.',
    )
  else if (cut.amount > amount)
    report(
      'cut-above-amount',
      `扣减 ${formatYuan(cut.amount)} 元，超过了这一行的金额 ${formatYuan(amount)} 元。请改为不超过这一行的金额。`,
      `the cut of ${formatYuan(cut.amount)} yuan is more than the line's ${formatYuan(amount)} yuan. Cut no more than the line.`,
      { cut: formatYuan(cut.amount), amount: formatYuan(amount) },
    )
  if (cut.reason.trim() === '')
    report(
      'cut-without-reason',
      '扣减没有写原因。请写明原因，参保人会看到。',
      'the cut has no reason. Write one; the insured person will read it.',
    )
}

function checkClass({ class: class_, selfPayRatio }: ClaimLine, report: Report): void {
  if (class_ !== 'A' && class_ !== 'B' && class_ !== 'C')
    report(
      'class-unknown',
      '类别不是甲类（A）、乙类（B）、丙类（C）之一。请选择类别。',
      'the class is none of A (甲类), B (乙类) and C (丙类). Choose one.',
    )
  if (!Number.isInteger(selfPayRatio) || selfPayRatio < 0 || selfPayRatio > ONE)
    report(
      'ratio-invalid',
      '先行自付比例应在 0% 到 100% 之间，最多四位小数。请重新填写。',
      'the first self-pay share must lie between 0% and 100% with at most four decimals. Enter it again.',
    )
  else if (class_ === 'A' && selfPayRatio !== 0)
    report(
      'ratio-on-class-a',
      '甲类没有先行自付，比例应为 0。请把比例改为 0，或把类别改为乙类。',
      'class A (甲类) has no first self-pay. Set the share to 0, or the class to B (乙类).',
    )
}

function checkCeiling({ quantity, ceilingPrice }: ClaimLine, report: Report): void {
  if (quantity === undefined && ceilingPrice === undefined) return
  if (ceilingPrice === undefined)
    report(
      'quantity-without-ceiling',
      '填了数量，没有填限价。请补填限价，没有限价就清空数量。',
      'there is a quantity but no ceiling price. Enter the ceiling price, or clear the quantity if there is none.',
    )
  else if (quantity === undefined)
    report(
      'ceiling-without-quantity',
      '填了限价，没有填数量。请补填数量。',
      'there is a ceiling price but no quantity. Enter the quantity.',
    )
  else if (!isAmount(ceilingPrice))
    report(
      'ceiling-invalid',
      '限价不能为负数，也不能有不足一分的零头。请重新填写。',
      'the ceiling price must not be negative or have a fraction of a fen. Enter it again.',
    )
  else if (!(quantity > 0) || Math.round(quantity * QUANTITY_UNIT) / QUANTITY_UNIT !== quantity)
    report(
      'quantity-invalid',
      '数量应大于 0，最多四位小数。请重新填写。',
      'the quantity must be more than 0 with at most four decimals. Enter it again.',
    )
  else if (quantity * QUANTITY_UNIT * ceilingPrice > Number.MAX_SAFE_INTEGER)
    report(
      'ceiling-too-large',
      '数量乘以限价的结果太大，不能计算。请核对数量和限价。',
      'quantity times ceiling price is too large to work with. Check both.',
    )
}

function checkSums({ lines, otherPaid }: BenefitClaim, report: Report): void {
  if (lines.length === 0) {
    report('no-lines', '没有费用明细。请至少填写一行费用。', 'there are no fee lines. Enter at least one.')
    return
  }
  const total = lines.reduce((sum, line) => sum + (isAmount(line.amount) ? line.amount : 0), 0)
  const most = { limit: formatYuan(LARGEST_CLAIM) }
  if (total > LARGEST_CLAIM)
    report(
      'total-too-large',
      `费用合计超过 ${most.limit} 元，不能计算。请核对各行金额的小数点。`,
      `the lines add up to more than ${most.limit} yuan, too much to work with. Check the decimal points.`,
      most,
    )
  if (otherPaid === undefined) return
  if (!isAmount(otherPaid))
    report(
      'other-paid-invalid',
      '其他渠道已支付的金额不能为负数，也不能有不足一分的零头。请重新填写。',
      'what other payers gave must not be negative or have a fraction of a fen. Enter it again.',
    )
  else if (otherPaid > total) {
    const values = { otherPaid: formatYuan(otherPaid), total: formatYuan(total as Fen) }
    report(
      'other-paid-above-total',
      `其他渠道已支付 ${values.otherPaid} 元，超过了费用合计 ${values.total} 元。请核对赔付单和费用明细。`,
      `other payers gave ${values.otherPaid} yuan, more than the ${values.total} yuan of the lines. Check both.`,
      values,
    )
  }
}

function checkAccumulators(used: Accumulators, report: Report): void {
  const amounts = [used.deductibleUsed, used.inScopeUsed, used.fundPaid]
  if (!amounts.every(isAmount) || !Number.isInteger(used.admissions) || used.admissions < 0)
    report(
      'accumulators-invalid',
      `${used.year} 年度的累计金额或住院次数为负数，或不是整数。请更正年度累计后再算。`,
      `the amounts or admissions used in ${used.year} are negative or not whole. Correct them first.`,
      { year: String(used.year) },
    )
  else if (used.deductibleUsed > used.inScopeUsed)
    report(
      'accumulators-contradict',
      `${used.year} 年度累计的起付线 ${formatYuan(used.deductibleUsed)} 元，超过了累计的政策范围内费用 ${formatYuan(used.inScopeUsed)} 元。请更正年度累计后再算。`,
      `in ${used.year} the deductible used, ${formatYuan(used.deductibleUsed)} yuan, is more than the in-scope sum used, ${formatYuan(used.inScopeUsed)} yuan. Correct them first.`,
      { year: String(used.year) },
    )
}

function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0
}
