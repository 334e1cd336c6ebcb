import { chainEn } from './chain/chain-words-en.ts'
import { maternityEn } from './maternity/maternity-words-en.ts'
import type { Told, Words } from './told.ts'
import type { Says } from './trace-rules.ts'

/** What every step says in English. */
export const en: Readonly<Record<Says, Words>> = {
  result: {
    term: () => 'This reimbursement',
    says: (it) =>
      `Of ${it.yuan('total')} yuan in all, the insurance pays you back ${it.yuan('amount')}${others(it)}, and you bear ${it.yuan('person')}.`,
  },
  'so-far': {
    term: (it) => `Used in ${it.text('year')} before this claim`,
    says: (it) =>
      it.none('fundPaid')
        ? `In ${it.text('year')} the insurance has paid nothing for you before this claim.`
        : `In ${it.text('year')} the insurance has already paid ${it.yuan('fundPaid')} yuan for you before this claim.`,
  },
  'in-scope': {
    term: () => 'In scope',
    says: (it) =>
      it.none('outOfScope')
        ? `All ${it.yuan('total')} yuan count towards reimbursement.`
        : `Of ${it.yuan('total')} yuan, ${it.yuan('outOfScope')} do not count towards reimbursement and ${it.yuan('amount')} do.`,
  },
  line: {
    term: (it) => `${it.text('name')} (class ${it.text('class')})`,
    says: (it) => {
      const charged = `${it.text('name')}: ${it.yuan('charged')} yuan, of which`
      if (it.same('charged', 'amount')) return `${charged} all count towards reimbursement.`
      if (it.none('amount')) return `${charged} none count towards reimbursement.`
      return `${charged} ${it.yuan('amount')} count towards reimbursement.`
    },
  },
  'line.cut': {
    term: () => 'Cut by the reviewer',
    says: (it) =>
      `The reviewer took off ${it.yuan('cut')} yuan, which do not count towards reimbursement. Reason: ${it.text('reason')}.`,
  },
  'line.out-of-catalogue': {
    term: () => 'Out of catalogue',
    says: (it) =>
      `These ${it.yuan('amount')} yuan are not in the insurance catalogue (class C, 丙类), so you bear them.`,
  },
  'line.over-ceiling': {
    term: () => 'Over the ceiling price',
    says: (it) =>
      `This counts at no more than ${it.yuan('ceilingPrice')} yuan a unit for ${it.text('quantity')} units, ${it.yuan('ceiling')} in all; ` +
      (it.none('amount')
        ? 'your charge is not above it.'
        : `you bear the ${it.yuan('amount')} yuan above it.`),
  },
  'line.first-self-pay': {
    term: () => 'First self-pay (class B)',
    says: (it) =>
      it.none('share')
        ? `These ${it.yuan('of')} yuan are class B (乙类), with nothing for you to pay first.`
        : `These ${it.yuan('of')} yuan are class B (乙类): you first pay ${it.percent('share')} yourself, ${it.yuan('amount')} yuan.`,
  },
  'other-payers': {
    term: () => 'Paid by others',
    says: (it) =>
      `Commercial or mutual insurance has already paid ${it.yuan('otherPaid')} yuan; ${it.yuan('amount')} of it come off the ${it.yuan('of')} that count, and the insurance goes on from the ${it.yuan('left')} left.`,
  },
  'out-of-area.first': {
    term: () => 'First self-pay for care elsewhere',
    says: (it) =>
      `You were treated outside your insured place: of ${it.yuan('of')} yuan you first pay ${it.percent('share')} yourself, ${it.yuan('amount')} yuan.`,
  },
  'out-of-area.waived': {
    term: () => 'Care elsewhere, not reduced',
    says: () =>
      'You were treated outside your insured place; by rule, nothing is taken off for that this time.',
  },
  'deductible.per-year': {
    term: () => 'Deductible (per year)',
    says: (it) => {
      const rule = `Each year you bear the first ${it.yuan('standard')} yuan (deductible)`
      if (it.none('left')) return `${rule}; you have already done so this year.`
      const used = it.none('used') ? '' : `; you have borne ${it.yuan('used')} this year`
      return `${rule}${used}; this time you bear ${it.yuan('amount')} yuan${only(it, 'left')}.`
    },
  },
  'deductible.per-admission': {
    term: (it) => `Deductible (admission ${it.text('admission')})`,
    says: (it) =>
      `This is your hospital stay number ${it.text('admission')} this year: you bear the first ${it.yuan('standard')} yuan (deductible), this time ${it.yuan('amount')} yuan${only(it, 'standard')}.`,
  },
  transfer: {
    term: () => 'Transfer: the deductible goes on',
    says: (it) =>
      `You came from another hospital, and this counts as the same stay; the ${it.yuan('deducted')} yuan of deductible you bore there count here.`,
  },
  'transfer.new': {
    term: () => 'Transfer: a new stay',
    says: () => 'You came from another hospital; by rule this counts as a new stay.',
  },
  'deductible.continued': {
    term: (it) => `Deductible (admission ${it.text('admission')}, going on)`,
    says: (it) => {
      const rule = `The deductible of this hospital is ${it.yuan('standard')} yuan, of which you have borne ${it.yuan('used')} before the transfer`
      if (it.none('left')) return `${rule}; nothing more is due.`
      return `${rule}; this time you bear ${it.yuan('amount')} yuan${only(it, 'left')}.`
    },
  },
  'bands.each': {
    term: () => 'Bands (each rounded to the fen)',
    says: (it) =>
      `The ${it.yuan('of')} yuan left after all this are paid back by percentage, which gives ${it.yuan('amount')} yuan.`,
  },
  'bands.total': {
    term: () => 'Bands (the sum rounded to the fen)',
    says: (it) =>
      `The ${it.yuan('of')} yuan left after all this are paid back by percentage; the sum, rounded to the fen, is ${it.yuan('amount')} yuan.`,
  },
  'band.rounded': { term: range, says: (it) => band(it, it.yuan('amount')) },
  'band.exact': { term: range, says: (it) => band(it, it.yuan('exact')) },
  cap: {
    term: () => 'Yearly cap',
    says: (it) => {
      const rule = `The insurance pays at most ${it.yuan('cap')} yuan a year for you and has paid ${it.yuan('used')} this year`
      if (it.same('of', 'amount')) return `${rule}; this claim stays within it.`
      return `${rule}; ${it.yuan('left')} are left, so this time it pays ${it.yuan('amount')} yuan.`
    },
  },
  person: {
    term: () => 'Borne by the person',
    says: (it) =>
      `Of ${it.yuan('total')} yuan the insurance pays ${it.yuan('fund')}${others(it)}; you bear the other ${it.yuan('amount')} yuan.`,
  },
  ...chainEn,
  ...maternityEn,
}

function others(it: Told): string {
  return it.none('otherPaid') ? '' : `, others have paid ${it.yuan('otherPaid')}`
}

function only(it: Told, due: string): string {
  return it.same(due, 'amount') ? '' : `, because only ${it.yuan('of')} count`
}

function range(it: Told): string {
  const over = it.text('base') === 'over-deductible' ? ' over the deductible' : ''
  if (it.has('above') && it.has('upTo'))
    return `The part above ${it.yuan('above')} and up to ${it.yuan('upTo')} yuan${over}`
  if (it.has('above')) return `The part above ${it.yuan('above')} yuan${over}`
  if (it.has('upTo')) return `The part up to ${it.yuan('upTo')} yuan${over}`
  return 'This part'
}

function band(it: Told, paid: string): string {
  if (it.none('part')) return `${range(it)}: nothing this time.`
  const notes = [
    it.has('ownShareFactor') ? `your own share is multiplied by ${it.percent('ownShareFactor')}` : [],
    it.has('pointsOff') ? `${it.points('pointsOff')} percentage points less for care elsewhere` : [],
  ].flat()
  const why = notes.length > 0 ? ` (generally ${it.percent('fundShare')}; ${notes.join('; ')})` : ''
  return `${range(it)} is ${it.yuan('part')} yuan; ${it.percent('share')} of it is paid back${why}: ${paid} yuan.`
}
