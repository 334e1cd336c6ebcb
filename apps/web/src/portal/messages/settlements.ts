import type { SettledLine } from '@yichuang/contracts'
import { useLanguage } from '../../shared/language.ts'

type Prescription = NonNullable<SettledLine['prescription']>

const zh = {
  title: '我的结算',
  lead: '在医院、药店直接结算的每一笔都在这里，刷码付完就能看到。点开看每一行费用、每一步怎么算、依据哪一条。',
  none: '还没有结算记录',
  noneText: '看病买药时出示医保码或身份证直接结算，结算单会马上出现在这里。自己先付了钱的，请申请手工报销。',
  showCode: '出示医保码',
  kinds: { outpatient: '门诊', pharmacy: '药店购药', inpatient: '住院' },
  midway: '住院中途结算',
  of: (name: string) => `${name} 的结算`,
  total: '费用总额',
  fund: '医保基金付',
  account: '个人账户付',
  relative: (holder: string) => `其中家庭共济：${holder} 的账户`,
  cash: '自己付现金',
  cancelled: '已撤销',
  cancelledLine: (day: string) => `${day} 由医院撤销，各项金额已全部退回，年度累计也已退回。`,
  settledAgain: '看重新结算的那一笔',
  one: '结算明细',
  paid: '这笔钱谁付的',
  payer: '支付方',
  amount: '金额',
  person: '参保人',
  place: '医院（药店）',
  careFrom: '就诊日期',
  settledAt: '结算时间',
  department: '科室、医生',
  diagnosis: '诊断',
  visitNo: '门诊（住院）号',
  invoice: '票据号',
  number: '结算编号',
  lines: (count: number) => `费用明细（${count} 行）`,
  classes: { A: '甲类', B: '乙类', C: '丙类，自费' },
  line: (quantity: string, price: string) => `${quantity} × ${price}`,
  parts: {
    outOfCatalogue: '目录外自费',
    overCeiling: '超限价自费',
    firstSelfPay: '先自付',
    inScope: '可报销范围内',
  },
  notListed: (code: string) => `${code}（目录中没有，按自费）`,
  refund: '退费',
  prescription: ({ days, normal, relieved }: Prescription) =>
    relieved
      ? `处方用药 ${days} 天，按应急措施允许超过 ${normal} 天`
      : `处方用药 ${days} 天，超过一般的 ${normal} 天`,
  noLines: '这笔结算撤销后，医院改动了费用明细，当时的明细和计算过程已不能完整复现，所以不显示。',
  steps: '怎么算出来的',
  stepsLead: '按结算时的政策、您当年已用的额度和上面的每一行费用重新算了一遍，结果和结算单一分不差。',
  print: '打印',
  pack: (id: string, version: string) => `依据的政策版本：${id} ${version}`,
  hash: '计算记录摘要',
  justPaid: '付过了？看刚才的结算',
}
const en: typeof zh = {
  title: 'My settlements',
  lead: 'Everything settled at hospitals and pharmacies, as soon as it is paid. Open one for every line, every step and the clause behind it.',
  none: 'Nothing settled yet',
  noneText:
    'Show your e-voucher or identity card when you are treated; the settlement appears here at once. If you paid yourself, apply for reimbursement.',
  showCode: 'Show my code',
  kinds: { outpatient: 'Out-patient', pharmacy: 'Pharmacy', inpatient: 'In-patient' },
  midway: 'settled during the stay',
  of: (name: string) => `For ${name}`,
  total: 'Total',
  fund: 'Paid by the funds',
  account: 'From personal accounts',
  relative: (holder: string) => `of this from the family account of ${holder}`,
  cash: 'Paid in cash',
  cancelled: 'Taken back',
  cancelledLine: (day: string) =>
    `Taken back by the institution on ${day}: every amount was returned, and the year’s sums with it.`,
  settledAgain: 'See how it was settled again',
  one: 'Settlement',
  paid: 'Who paid',
  payer: 'Payer',
  amount: 'Amount',
  person: 'Insured person',
  place: 'Institution',
  careFrom: 'Day of care',
  settledAt: 'Settled',
  department: 'Department, doctor',
  diagnosis: 'Diagnosis',
  visitNo: 'Number of the visit',
  invoice: 'Invoice',
  number: 'Number of the settlement',
  lines: (count: number) => `Fee lines (${count})`,
  classes: { A: 'class A', B: 'class B', C: 'class C, own expense' },
  line: (quantity: string, price: string) => `${quantity} × ${price}`,
  parts: {
    outOfCatalogue: 'outside the catalogue',
    overCeiling: 'over the ceiling price',
    firstSelfPay: 'paid by yourself first',
    inScope: 'in scope',
  },
  notListed: (code: string) => `${code} (not in the catalogue: own expense)`,
  refund: 'refund',
  prescription: ({ days, normal, relieved }) =>
    relieved
      ? `Prescribed for ${days} days; a relief measure allows more than ${normal}`
      : `Prescribed for ${days} days, more than the usual ${normal}`,
  noLines:
    'After this was taken back the institution changed its fee lines, so the lines and steps of then cannot be shown whole.',
  steps: 'How it was worked out',
  stepsLead:
    'Worked out again from the policy of that moment, what the year had used, and the lines above: the same to the fen.',
  print: 'Print',
  pack: (id: string, version: string) => `Policy version: ${id} ${version}`,
  hash: 'Digest of the calculation',
  justPaid: 'Paid already? See the settlement',
}

/** The texts about settlements, in the reader's language. */
export function useSettlementTexts(): typeof zh {
  return useLanguage() === 'en' ? en : zh
}
