import type { Insurance, Payer, PersonClass } from '@yichuang/benefits'
import type { PersonInCare } from '../insured/index.ts'
import type { Hospital } from '../organisations/index.ts'

/** 险种类型 (insutype) of what this platform insures. */
export const INSUTYPE: Readonly<Record<Insurance, string>> = { employee: '310', resident: '390' }
const INSURANCE: Readonly<Record<string, Insurance>> = { 310: 'employee', 390: 'resident' }
export const insuranceOf = (insutype: string): Insurance | undefined => INSURANCE[insutype]
export const INSURANCE_NAME: Readonly<Record<Insurance, string>> = {
  employee: '职工基本医疗保险',
  resident: '城乡居民基本医疗保险',
}

/** 人员类别 (psn_type) */
export const PSN_TYPE: Readonly<Record<PersonClass, string>> = {
  active: '11',
  retired: '12',
  'resident-adult': '15',
  'resident-senior': '16',
  'resident-minor': '1405',
}

/** 医院等级 (hosp_lv): the level without the class, which the list of institutions does not have */
export const HOSP_LV: Readonly<Record<Hospital['level'], string>> = {
  tertiary: '12',
  secondary: '13',
  primary: '14',
}

/** 收费项目等级 (chrgitm_lv): 甲, 乙, 丙 */
export const CHRGITM_LV = { A: '01', B: '02', C: '03' } as const

/** 医疗收费项目类别 (med_chrgitm_type) as far as the kind of an entry tells */
export const CHRGITM_TYPE = { drug: '09', service: '05', supply: '08' } as const

/** 就诊凭证类型: e-voucher, identity card, social-security card */
export const VOUCHER = { token: '01', paper: '02', card: '03' } as const

/** 证件类型: identity card */
export const IDENTITY_CARD = '01'

export const gendOf = (sex: PersonInCare['sex']): string => (sex === 'male' ? '1' : '2')

/** 基金支付类型 (fund_pay_type) of each payer, and what it is called */
export const FUND_TYPE: Readonly<Record<Payer, Readonly<Record<Insurance, readonly [string, string]>>>> = {
  hifp_pay: {
    employee: ['310100', '城镇职工基本医疗保险统筹基金'],
    resident: ['390100', '城乡居民基本医疗保险基金'],
  },
  cvlserv_pay: both('320100', '公务员医疗补助基金'),
  hifes_pay: both('370100', '企业补充医疗保险基金'),
  hifmi_pay: { employee: ['310300', '职工大病补助基金'], resident: ['390200', '城乡居民大病医疗保险基金'] },
  hifob_pay: both('330100', '大额医疗费用补助基金'),
  maf_pay: both('610100', '医疗救助基金'),
  oth_pay: both('999997', '其他基金'),
}
export const ACCOUNT_TYPE = ['310200', '城镇职工基本医疗保险个人账户基金'] as const

function both(code: string, name: string) {
  return { employee: [code, name], resident: [code, name] } as const
}
