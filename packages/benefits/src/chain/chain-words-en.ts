import type { Told, Words } from '../told.ts'
import type { CHAIN_RULES } from './chain-rules.ts'

const PARTS: Readonly<Record<string, string>> = {
  deductible: 'the deductible',
  'own-share': 'your own share',
  'over-basic-cap': 'what lies above the cap of the basic fund',
  'over-disease-cap': 'what lies above the cap of the disease',
  'out-of-area-first': 'the first self-pay for care elsewhere',
  'first-self-pay': 'the first self-pay of class B',
  'over-ceiling': 'what lies over ceiling prices',
  'out-of-catalogue': 'what is out of catalogue',
}
const POTS: Readonly<Record<string, string>> = {
  current: 'Your personal account (this year)',
  past: 'Your personal account (earlier years)',
  family: 'Your family’s accounts',
}

/** What the steps of a chain say in English. */
export const chainEn: Readonly<Record<keyof typeof CHAIN_RULES, Words>> = {
  chain: {
    term: () => 'This reimbursement, all payers',
    says: (it) =>
      `Of ${it.yuan('total')} yuan in all, the basic insurance and the benefits after it pay ${it.yuan('amount')}${others(it)}, and you bear ${it.yuan('person')}.`,
  },
  'chain.so-far': {
    term: () => 'Used of each benefit before this claim',
    says: () => 'What each benefit has paid this year before this claim counts.',
  },
  'so-far.stage': {
    term: (it) => `${it.text('en')}: used this year`,
    says: (it) =>
      `This year before this claim: ${it.text('en')} has paid ${it.yuan('fundPaid')} yuan for you.`,
  },
  'so-far.disease': {
    term: (it) => `Used for the disease ${it.text('disease')}`,
    says: (it) =>
      `This year before this claim, ${it.yuan('paid')} yuan were paid for this disease (${it.text('disease')}).`,
  },
  'line.in-plan': {
    term: () => 'In the state’s plan',
    says: (it) =>
      it.none('amount')
        ? 'This is in the treatment plan of the state.'
        : `This is in the treatment plan of the state, which may pay the ${it.yuan('amount')} yuan that insurance does not cover.`,
  },
  basic: {
    term: () => 'Basic insurance',
    says: (it) =>
      `The basic insurance pays ${it.yuan('amount')} of ${it.yuan('total')} yuan${others(it)}; ${it.yuan('person')} are left.`,
  },
  disease: {
    term: (it) => `Disease ${it.text('disease')}`,
    says: (it) =>
      `This is worked out for the recognised disease ${it.text('disease')}, which has no cap of its own.`,
  },
  'disease-cap': {
    term: (it) => `Yearly cap: ${it.text('en')}`,
    says: (it) => {
      const rule = `For ${it.text('en')} the insurance pays at most ${it.yuan('cap')} yuan a year and has paid ${it.yuan('used')}`
      if (it.same('of', 'amount')) return `${rule}; this claim stays within it.`
      return `${rule}; ${it.yuan('left')} are left, so this time it pays ${it.yuan('amount')} yuan.`
    },
  },
  stage: {
    term: (it) => it.text('en'),
    says: (it) => {
      if (it.none('base')) return `${it.text('en')}: nothing is left that it works on.`
      return `${it.text('en')}: ${parts(it, 'worksOn')} are ${it.yuan('base')} yuan, of which it pays ${it.yuan('amount')}.`
    },
  },
  'stage.cap': {
    term: (it) => (it.has('perYear') ? 'Yearly cap with the incentive for unbroken enrolment' : 'Yearly cap'),
    says: (it) => {
      const bonus = it.has('perYear')
        ? ` (raised by ${it.yuan('perYear')} for each of ${it.text('bonusYears')} years of unbroken enrolment, by ${it.percent('most')} at most, to ${it.yuan('raised')})`
        : ''
      const together = it.text('counts') === 'own' ? '' : ' together with the basic insurance'
      const rule = `This pays at most ${it.yuan('cap')} yuan a year${together}${bonus} and has paid ${it.yuan('used')}`
      if (it.same('of', 'amount')) return `${rule}; this claim stays within it.`
      return `${rule}; ${it.yuan('left')} are left, so this time it pays ${it.yuan('amount')} yuan.`
    },
  },
  pot: {
    term: (it) => POTS[it.text('pot')] ?? it.text('pot'),
    says: (it) => {
      // What relatives' accounts hold is theirs to know.
      const there = it.text('pot') === 'family' ? '' : `${it.yuan('balance')} yuan are there and `
      return `${POTS[it.text('pot')] ?? it.text('pot')}: ${there}may pay ${parts(it, 'pays')}, ${it.yuan('of')} yuan; this time ${it.yuan('amount')} yuan.`
    },
  },
  cash: {
    term: () => 'Paid in cash',
    says: (it) =>
      `Of ${it.yuan('total')} yuan the benefits pay ${it.yuan('funds')}${others(it)}${it.none('account') ? '' : `, the personal account pays ${it.yuan('account')}`}; you pay the other ${it.yuan('amount')} yuan.`,
  },
}

function others(it: Told): string {
  return it.none('otherPaid') ? '' : `, others have paid ${it.yuan('otherPaid')}`
}

function parts(it: Told, name: string): string {
  return it
    .text(name)
    .split(',')
    .map((part) => PARTS[part] ?? part)
    .join(', ')
}
