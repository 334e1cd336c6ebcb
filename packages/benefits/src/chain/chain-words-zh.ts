import type { Told, Words } from '../told.ts'
import type { CHAIN_RULES } from './chain-rules.ts'

const PARTS: Readonly<Record<string, string>> = {
  deductible: '起付线',
  'own-share': '按比例自付',
  'over-basic-cap': '基本医保限额以上',
  'over-disease-cap': '病种限额以上',
  'out-of-area-first': '异地先行自付',
  'first-self-pay': '乙类先行自付',
  'over-ceiling': '超限价自费',
  'out-of-catalogue': '目录外自费',
}
const POTS: Readonly<Record<string, string>> = {
  current: '个人账户（当年）',
  past: '个人账户（历年）',
  family: '家庭共济账户',
}

/** What the steps of a chain say in Chinese. */
export const chainZh: Readonly<Record<keyof typeof CHAIN_RULES, Words>> = {
  chain: {
    term: () => '本次报销（全部渠道）',
    says: (it) =>
      `这次费用一共 ${it.yuan('total')} 元，基本医保和后面各项待遇合计支付 ${it.yuan('amount')} 元，${others(it)}您自己承担 ${it.yuan('person')} 元。`,
  },
  'chain.so-far': {
    term: () => '各项待遇年度累计（本次之前）',
    says: () => '计算时用到今年在这次之前各项待遇已经支付的金额。',
  },
  'so-far.stage': {
    term: (it) => `${it.text('zh')}年度累计`,
    says: (it) => `今年在这次之前，${it.text('zh')}已经为您支付 ${it.yuan('fundPaid')} 元。`,
  },
  'so-far.disease': {
    term: (it) => `病种年度累计（${it.text('disease')}）`,
    says: (it) => `今年在这次之前，这个病种（${it.text('disease')}）已经支付 ${it.yuan('paid')} 元。`,
  },
  'line.in-plan': {
    term: () => '诊疗方案内',
    says: (it) =>
      it.none('amount')
        ? '这项在国家规定的诊疗方案内。'
        : `这项在国家规定的诊疗方案内，医保范围以外的 ${it.yuan('amount')} 元可以由财政补助。`,
  },
  basic: {
    term: () => '基本医疗保险',
    says: (it) =>
      `基本医保从 ${it.yuan('total')} 元中支付 ${it.yuan('amount')} 元，${others(it)}还剩 ${it.yuan('person')} 元。`,
  },
  disease: {
    term: (it) => `病种（${it.text('disease')}）`,
    says: (it) => `这次按门诊慢特病病种（${it.text('disease')}）计算，没有病种限额。`,
  },
  'disease-cap': {
    term: (it) => `${it.text('zh')}年度限额`,
    says: (it) => {
      const rule = `${it.text('zh')}每年最多报销 ${it.yuan('cap')} 元，今年已报销 ${it.yuan('used')} 元，`
      if (it.same('of', 'amount')) return `${rule}这次没有超过。`
      return `${rule}还可以报销 ${it.yuan('left')} 元，所以这次报销 ${it.yuan('amount')} 元。`
    },
  },
  stage: {
    term: (it) => it.text('zh'),
    says: (it) => {
      if (it.none('base')) return `${it.text('zh')}：前面没有留下可以计算的费用，这次不用支付。`
      return `${it.text('zh')}：前面留下的${parts(it, 'worksOn')}一共 ${it.yuan('base')} 元，从中支付 ${it.yuan('amount')} 元。`
    },
  },
  'stage.cap': {
    term: (it) => (it.has('perYear') ? '年度最高支付限额（含连续参保激励）' : '年度最高支付限额'),
    says: (it) => {
      const bonus = it.has('perYear')
        ? `连续参保 ${it.text('bonusYears')} 年，每年提高 ${it.yuan('perYear')} 元，总共不超过 ${it.percent('most')}，限额为 ${it.yuan('raised')} 元；`
        : ''
      const together = it.text('counts') === 'own' ? '' : '（和基本医保合在一起）'
      const rule = `这一项每年最多支付 ${it.yuan('cap')} 元${together}，${bonus}今年已支付 ${it.yuan('used')} 元，`
      if (it.same('of', 'amount')) return `${rule}这次没有超过。`
      return `${rule}还可以支付 ${it.yuan('left')} 元，所以这次支付 ${it.yuan('amount')} 元。`
    },
  },
  pot: {
    term: (it) => POTS[it.text('pot')] ?? it.text('pot'),
    says: (it) => {
      // What relatives' accounts hold is theirs to know.
      const there = it.text('pot') === 'family' ? '' : `有 ${it.yuan('balance')} 元，`
      return `${POTS[it.text('pot')] ?? it.text('pot')}${there}可以支付${parts(it, 'pays')} ${it.yuan('of')} 元，这次支付 ${it.yuan('amount')} 元。`
    },
  },
  cash: {
    term: () => '个人现金',
    says: (it) =>
      `全部费用 ${it.yuan('total')} 元，各项待遇支付 ${it.yuan('funds')} 元，${others(it)}${it.none('account') ? '' : `个人账户支付 ${it.yuan('account')} 元，`}其余 ${it.yuan('amount')} 元由您自己支付。`,
  },
}

function others(it: Told): string {
  return it.none('otherPaid') ? '' : `其他渠道已支付 ${it.yuan('otherPaid')} 元，`
}

function parts(it: Told, name: string): string {
  return it
    .text(name)
    .split(',')
    .map((part) => PARTS[part] ?? part)
    .join('、')
}
