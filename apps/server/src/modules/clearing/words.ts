import type { Insurance } from '@yichuang/benefits'
import { codeLists } from '@yichuang/hsa'
import type { Sentences } from '../../platform/problem.ts'
import { ACCOUNT_TYPE, FUND_TYPE } from '../settlement/index.ts'
import type { ApplicationState } from './application-row.ts'
import { ACCOUNT, type FundKey, type Source } from './sums.ts'

export const STATE_NAMES: Readonly<Record<ApplicationState, Sentences>> = {
  applied: { zh: '已申报', en: 'applied for' },
  proposed: { zh: '正在审核', en: 'under review' },
  approved: { zh: '审核完成', en: 'approved' },
  'in-run': { zh: '已清算', en: 'in a payment run' },
  paid: { zh: '已拨付', en: 'paid' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  returned: { zh: '已驳回', en: 'returned' },
}

const INSURANCES: Readonly<Record<Insurance, string>> = { employee: 'employees', resident: 'residents' }
const FUNDS: Readonly<Record<Source, string>> = {
  hifp_pay: 'Basic fund',
  cvlserv_pay: 'Civil servants’ supplement',
  hifes_pay: 'Employers’ supplement',
  hifmi_pay: 'Critical-illness fund',
  hifob_pay: 'Large-amount fund',
  maf_pay: 'Medical aid',
  oth_pay: 'Other',
  acct_pay: 'Personal accounts',
}

/** 基金支付类型 of a fund: its code, and what it is called. */
export function fundName({ insurance, payer }: FundKey): {
  readonly code: string
  readonly title: Sentences
} {
  const [code, zh] = payer === ACCOUNT ? ACCOUNT_TYPE : FUND_TYPE[payer][insurance]
  return { code, title: { zh, en: `${FUNDS[payer]} (${INSURANCES[insurance]})` } }
}

const KINDS: Readonly<Record<string, string>> = {
  11: 'Out-patient',
  12: 'Registration',
  13: 'Emergency',
  14: 'Out-patient chronic disease',
  21: 'In-patient',
  41: 'Pharmacy',
}

/** 清算类别 as people read it; of deposits that they are given back. */
export function kindName(clrType: string): Sentences {
  if (clrType === '') return { zh: '质量保证金返还', en: 'Deposit given back' }
  return { zh: codeLists.clr_type?.values[clrType] ?? clrType, en: KINDS[clrType] ?? clrType }
}
