import type { Language, Sentences } from '../../platform/problem.ts'

const FUNDS: Readonly<Record<string, Sentences>> = {
  hifp_pay: { zh: '基本医疗保险统筹基金', en: 'Basic insurance fund' },
  cvlserv_pay: { zh: '公务员医疗补助', en: 'Civil servants’ supplement' },
  hifes_pay: { zh: '企业补充医疗保险', en: 'Employers’ supplement' },
  hifmi_pay: { zh: '居民大病保险', en: 'Critical-illness insurance' },
  hifob_pay: { zh: '职工大额医疗费用补助', en: 'Large-amount fund of employees' },
  maf_pay: { zh: '医疗救助基金', en: 'Medical aid' },
  acct_pay: { zh: '个人账户', en: 'Personal accounts' },
  oth_pay: { zh: '其他支出', en: 'Other' },
}

/** A fund as people call it, by its name in the national interface. */
export function payerTitle(payer: string, language: Language): string {
  return FUNDS[payer]?.[language] ?? payer
}
