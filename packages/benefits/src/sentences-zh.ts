import { chainZh } from './chain/chain-words-zh.ts'
import { maternityZh } from './maternity/maternity-words-zh.ts'
import type { Told, Words } from './told.ts'
import type { Says } from './trace-rules.ts'

const CLASS: Readonly<Record<string, string>> = { A: '甲类', B: '乙类', C: '丙类' }

/** What every step says in Chinese. */
export const zh: Readonly<Record<Says, Words>> = {
  result: {
    term: () => '本次报销',
    says: (it) =>
      `这次费用一共 ${it.yuan('total')} 元，医保报销 ${it.yuan('amount')} 元，${others(it)}您自己承担 ${it.yuan('person')} 元。`,
  },
  'so-far': {
    term: (it) => `${it.text('year')} 年度累计（本次之前）`,
    says: (it) =>
      it.none('fundPaid')
        ? `${it.text('year')} 年在这次之前，医保还没有为您报销过费用。`
        : `${it.text('year')} 年在这次之前，医保已经为您报销 ${it.yuan('fundPaid')} 元。`,
  },
  'in-scope': {
    term: () => '政策范围内费用',
    says: (it) =>
      it.none('outOfScope')
        ? `全部费用 ${it.yuan('total')} 元都可以计入报销。`
        : `全部费用 ${it.yuan('total')} 元中，有 ${it.yuan('outOfScope')} 元不能计入报销，可以计入报销的是 ${it.yuan('amount')} 元。`,
  },
  line: {
    term: (it) => `${it.text('name')}（${CLASS[it.text('class')] ?? it.text('class')}）`,
    says: (it) => {
      const charged = `${it.text('name')} ${it.yuan('charged')} 元，`
      if (it.same('charged', 'amount')) return `${charged}全部可以计入报销。`
      if (it.none('amount')) return `${charged}不能计入报销。`
      return `${charged}其中 ${it.yuan('amount')} 元可以计入报销。`
    },
  },
  'line.cut': {
    term: () => '审核扣减',
    says: (it) => `审核时减去 ${it.yuan('cut')} 元，不计入报销，原因：${it.text('reason')}。`,
  },
  'line.out-of-catalogue': {
    term: () => '目录外自费',
    says: (it) => `这项 ${it.yuan('amount')} 元不在医保目录内（丙类），由您自己承担。`,
  },
  'line.over-ceiling': {
    term: () => '超限价自费',
    says: (it) =>
      `这项按最高 ${it.yuan('ceilingPrice')} 元一份、共 ${it.text('quantity')} 份计算，最多计入 ${it.yuan('ceiling')} 元，` +
      (it.none('amount') ? '您的费用没有超过。' : `超过的 ${it.yuan('amount')} 元由您自己承担。`),
  },
  'line.first-self-pay': {
    term: () => '乙类先行自付',
    says: (it) =>
      it.none('share')
        ? `这项费用 ${it.yuan('of')} 元，属于乙类，不用先自付。`
        : `这项费用 ${it.yuan('of')} 元，属于乙类，您先自付 ${it.percent('share')}，即 ${it.yuan('amount')} 元。`,
  },
  'other-payers': {
    term: () => '其他渠道已支付',
    says: (it) =>
      `商业保险、互助等已经为您支付 ${it.yuan('otherPaid')} 元，医保从可以计入报销的 ${it.yuan('of')} 元中减去 ${it.yuan('amount')} 元，按剩下的 ${it.yuan('left')} 元计算。`,
  },
  'out-of-area.first': {
    term: () => '异地就医先行自付',
    says: (it) =>
      `您在参保地以外看病，${it.yuan('of')} 元里您先自付 ${it.percent('share')}，即 ${it.yuan('amount')} 元。`,
  },
  'out-of-area.waived': {
    term: () => '异地就医不降低待遇',
    says: () => '您在参保地以外看病，按规定这次不降低报销。',
  },
  'deductible.per-year': {
    term: () => '起付线（年度累计）',
    says: (it) => {
      const rule = `每年的费用先由您承担 ${it.yuan('standard')} 元（起付线），`
      if (it.none('left')) return `${rule}今年已经承担够了，这次不用再承担。`
      const used = it.none('used') ? '' : `今年已经承担 ${it.yuan('used')} 元，`
      return `${rule}${used}这次${only(it, 'left')}承担 ${it.yuan('amount')} 元。`
    },
  },
  'deductible.per-admission': {
    term: (it) => `起付线（第 ${it.text('admission')} 次住院）`,
    says: (it) =>
      `这是您今年第 ${it.text('admission')} 次住院，先由您承担 ${it.yuan('standard')} 元（起付线），这次${only(it, 'standard')}承担 ${it.yuan('amount')} 元。`,
  },
  transfer: {
    term: () => '转院，连续计算起付线',
    says: (it) =>
      `这次住院是从别的医院转来的，算同一次住院；转来之前您已经承担 ${it.yuan('deducted')} 元起付线，这次接着计算。`,
  },
  'transfer.new': {
    term: () => '转院，另算一次住院',
    says: () => '这次住院是从别的医院转来的，按规定另算一次住院。',
  },
  'deductible.continued': {
    term: (it) => `起付线（第 ${it.text('admission')} 次住院，连续计算）`,
    says: (it) => {
      const rule = `这家医院的起付线是 ${it.yuan('standard')} 元，转来之前已经承担 ${it.yuan('used')} 元，`
      if (it.none('left')) return `${rule}这次不用再承担。`
      return `${rule}这次${only(it, 'left')}承担 ${it.yuan('amount')} 元。`
    },
  },
  'bands.each': {
    term: () => '分段报销（逐段四舍五入到分）',
    says: (it) => `扣除以上各项后的 ${it.yuan('of')} 元按比例报销，算得 ${it.yuan('amount')} 元。`,
  },
  'bands.total': {
    term: () => '分段报销（合计后四舍五入到分）',
    says: (it) =>
      `扣除以上各项后的 ${it.yuan('of')} 元按比例报销，各段相加后四舍五入到分，算得 ${it.yuan('amount')} 元。`,
  },
  'band.rounded': { term: range, says: (it) => band(it, `即 ${it.yuan('amount')} 元。`) },
  'band.exact': { term: range, says: (it) => band(it, `即 ${it.yuan('exact')} 元。`) },
  cap: {
    term: () => '年度最高支付限额',
    says: (it) => {
      const rule = `医保每年最多为您报销 ${it.yuan('cap')} 元，今年已报销 ${it.yuan('used')} 元，`
      if (it.same('of', 'amount')) return `${rule}这次没有超过。`
      return `${rule}还可以报销 ${it.yuan('left')} 元，所以这次报销 ${it.yuan('amount')} 元。`
    },
  },
  person: {
    term: () => '个人承担',
    says: (it) =>
      `全部费用 ${it.yuan('total')} 元，医保报销 ${it.yuan('fund')} 元，${others(it)}其余 ${it.yuan('amount')} 元由您自己承担。`,
  },
  ...chainZh,
  ...maternityZh,
}

function others(it: Told): string {
  return it.none('otherPaid') ? '' : `其他渠道已支付 ${it.yuan('otherPaid')} 元，`
}

function only(it: Told, due: string): string {
  return it.same(due, 'amount') ? '' : `可以计入的只有 ${it.yuan('of')} 元，所以`
}

function range(it: Told): string {
  const from = it.text('base') === 'over-deductible' ? '起付线以上' : ''
  if (it.has('above') && it.has('upTo'))
    return `${from}超过 ${it.yuan('above')} 元、不超过 ${it.yuan('upTo')} 元的部分`
  if (it.has('above')) return `${from}超过 ${it.yuan('above')} 元的部分`
  if (it.has('upTo')) return `${from}不超过 ${it.yuan('upTo')} 元的部分`
  return '这部分费用'
}

function band(it: Told, paid: string): string {
  if (it.none('part')) return `${range(it)}：这次没有。`
  const notes = [
    it.has('ownShareFactor') ? `您自付的比例再乘以 ${it.percent('ownShareFactor')}` : [],
    it.has('pointsOff') ? `在参保地以外看病，减少 ${it.points('pointsOff')} 个百分点` : [],
  ].flat()
  const why = notes.length > 0 ? `（一般报销 ${it.percent('fundShare')}；${notes.join('；')}）` : ''
  return `${range(it)}有 ${it.yuan('part')} 元，报销 ${it.percent('share')}${why}，${paid}`
}
