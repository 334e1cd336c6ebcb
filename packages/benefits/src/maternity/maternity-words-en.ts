import type { Told, Words } from '../told.ts'
import type { MATERNITY_RULES } from './maternity-rules.ts'

const BENEFITS: Readonly<Record<string, string>> = {
  delivery: 'The medical costs of the birth',
  'check-ups': 'The costs of check-ups before birth',
  'family-planning': 'The costs of family planning',
}

/** What the steps of maternity benefits say in English. */
export const maternityEn: Readonly<Record<keyof typeof MATERNITY_RULES, Words>> = {
  allowance: {
    term: () => 'Maternity allowance',
    says: (it) =>
      it.has('daily')
        ? `The monthly wage of ${it.yuan('wage')} yuan divided by ${it.text('divisor')} is ${it.yuan('daily')} a day; for ${it.text('days')} days that is ${it.yuan('amount')} yuan.`
        : `The monthly wage of ${it.yuan('wage')} yuan times ${it.text('days')} days, divided by ${it.text('divisor')}, is ${it.yuan('amount')} yuan.`,
  },
  'days.birth': {
    term: () => 'Maternity leave',
    says: (it) => `A birth gives ${it.text('days')} days of leave.`,
  },
  'days.difficult': {
    term: () => 'Difficult birth',
    says: (it) => `A difficult birth adds ${it.text('days')} days.`,
  },
  'days.more-babies': {
    term: () => 'More than one baby',
    says: (it) =>
      `There are ${it.text('babies')} babies; each after the first adds ${it.text('days')} days, ${it.text('more')} in all.`,
  },
  'days.miscarriage': {
    term: () => 'Miscarriage',
    says: (it) =>
      `A miscarriage after ${it.text('pregnancy')} full ${it.text('by')} of pregnancy gives ${it.text('days')} days of leave.`,
  },
  'days.bonus': {
    term: () => 'Reward leave',
    says: (it) => `The allowance is also paid for ${it.text('days')} days of reward leave.`,
  },
  'maternity.medical': {
    term: (it) => name(it),
    says: (it) =>
      `${name(it)} are ${it.yuan('total')} yuan: the maternity insurance pays ${it.yuan('amount')}${it.none('otherPaid') ? '' : `, others have paid ${it.yuan('otherPaid')}`}, and you bear ${it.yuan('person')}.`,
  },
  'maternity.fixed': {
    term: () => 'Fixed sum',
    says: (it) => `A fixed sum of ${it.yuan('standard')} yuan is paid, whatever the bill.`,
  },
  'maternity.limit': {
    term: () => 'Limit',
    says: (it) =>
      `Of the ${it.yuan('of')} yuan that count at most ${it.yuan('standard')} are paid; this time ${it.yuan('amount')} yuan.`,
  },
  'maternity.ratio': {
    term: () => 'Share',
    says: (it) =>
      `Of the ${it.yuan('of')} yuan that count ${it.percent('share')} are paid: ${it.yuan('amount')} yuan.`,
  },
}

function name(it: Told): string {
  return BENEFITS[it.text('benefit')] ?? it.text('benefit')
}
