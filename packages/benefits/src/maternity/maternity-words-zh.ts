import type { Told, Words } from '../told.ts'
import type { MATERNITY_RULES } from './maternity-rules.ts'

const BENEFITS: Readonly<Record<string, string>> = {
  delivery: '生育医疗费',
  'check-ups': '产前检查费',
  'family-planning': '计划生育手术费',
}

/** What the steps of maternity benefits say in Chinese. */
export const maternityZh: Readonly<Record<keyof typeof MATERNITY_RULES, Words>> = {
  allowance: {
    term: () => '生育津贴',
    says: (it) =>
      it.has('daily')
        ? `月工资 ${it.yuan('wage')} 元除以 ${it.text('divisor')}，每天 ${it.yuan('daily')} 元，发 ${it.text('days')} 天，一共 ${it.yuan('amount')} 元。`
        : `月工资 ${it.yuan('wage')} 元乘以 ${it.text('days')} 天，再除以 ${it.text('divisor')}，一共 ${it.yuan('amount')} 元。`,
  },
  'days.birth': { term: () => '产假', says: (it) => `生育享受 ${it.text('days')} 天产假。` },
  'days.difficult': { term: () => '难产', says: (it) => `难产增加 ${it.text('days')} 天。` },
  'days.more-babies': {
    term: () => '多胞胎',
    says: (it) =>
      `生育 ${it.text('babies')} 个婴儿，每多一个增加 ${it.text('days')} 天，一共增加 ${it.text('more')} 天。`,
  },
  'days.miscarriage': {
    term: () => '流产',
    says: (it) =>
      `怀孕满 ${it.text('pregnancy')} ${it.text('by') === 'months' ? '个月' : '周'}流产，享受 ${it.text('days')} 天产假。`,
  },
  'days.bonus': { term: () => '奖励假', says: (it) => `奖励假 ${it.text('days')} 天也发津贴。` },
  'maternity.medical': {
    term: (it) => name(it),
    says: (it) =>
      `${name(it)}一共 ${it.yuan('total')} 元，生育保险支付 ${it.yuan('amount')} 元，${it.none('otherPaid') ? '' : `其他渠道已支付 ${it.yuan('otherPaid')} 元，`}您自己承担 ${it.yuan('person')} 元。`,
  },
  'maternity.fixed': {
    term: () => '定额',
    says: (it) => `按定额支付 ${it.yuan('standard')} 元，和实际费用多少没有关系。`,
  },
  'maternity.limit': {
    term: () => '限额',
    says: (it) =>
      `可以计入的 ${it.yuan('of')} 元，最多支付 ${it.yuan('standard')} 元，这次支付 ${it.yuan('amount')} 元。`,
  },
  'maternity.ratio': {
    term: () => '按比例',
    says: (it) =>
      `可以计入的 ${it.yuan('of')} 元，按 ${it.percent('share')} 支付，即 ${it.yuan('amount')} 元。`,
  },
}

function name(it: Told): string {
  return BENEFITS[it.text('benefit')] ?? it.text('benefit')
}
