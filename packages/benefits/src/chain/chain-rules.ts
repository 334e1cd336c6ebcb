import { lesser, shareOf, type Fen } from '@yichuang/kernel'
import type { Ledger } from '../ledger.ts'
import type { Rule } from '../trace-rules.ts'
import {
  citedMoney,
  citedRatio,
  countOf,
  moneyOf,
  parameterOf,
  show,
  textOf,
  type Step,
} from '../trace-step.ts'
import { baseOf, NOTHING_USED, take } from './calculate-chain.ts'
import type { ChainLedger } from './chain-ledger.ts'
import type { Part, Payer, Pot } from './chain.ts'
import { partsLeft } from './parts.ts'

/** How the steps of a chain are worked out; those within a stage are the same as within the basic fund. */
export const CHAIN_RULES = {
  chain: {
    facts: [],
    close(step, ledger) {
      const chain = chainOf(ledger)
      show(step, 'total', ledger.total)
      show(step, 'otherPaid', ledger.otherPaid)
      show(step, 'person', ledger.total - chain.funds - ledger.otherPaid)
      return chain.funds
    },
  },

  'chain.so-far': { facts: [], close: () => 0 },

  'so-far.stage': {
    facts: ['stage', 'zh', 'en', 'inScopeUsed', 'deductibleUsed', 'fundPaid'],
    close(step, ledger) {
      const fundPaid = moneyOf(step, 'fundPaid')
      chainOf(ledger).used[textOf(step, 'stage')] = {
        inScopeUsed: moneyOf(step, 'inScopeUsed'),
        deductibleUsed: moneyOf(step, 'deductibleUsed'),
        fundPaid,
      }
      return fundPaid
    },
  },

  'so-far.disease': {
    facts: ['disease', 'paid'],
    close: (step, ledger) => (chainOf(ledger).diseases[textOf(step, 'disease')] = moneyOf(step, 'paid')),
  },

  'line.in-plan': { facts: [], close: (_step, ledger) => ledger.chain?.addToPlan(ledger) ?? 0 },

  basic: {
    facts: ['pack', 'version', 'hash', 'on', 'insurance', 'kind', 'level', 'personClass', 'carePlace'],
    close(step, ledger) {
      const chain = chainOf(ledger)
      ledger.person = ledger.total - ledger.fund - ledger.otherPaid
      chain.basic = ledger.result(textOf(step, 'kind') === 'inpatient')
      chain.basicPaid = ledger.fund
      chain.funds = ledger.fund
      chain.left = partsLeft(chain.basic, chain.overCap, 0)
      show(step, 'total', ledger.total)
      show(step, 'person', ledger.person)
      show(step, 'otherPaid', ledger.otherPaid)
      return ledger.fund
    },
  },

  disease: {
    facts: ['disease'],
    close(step, ledger) {
      chainOf(ledger).disease = textOf(step, 'disease')
      return chainOf(ledger).basicPaid
    },
  },

  'disease-cap': {
    facts: ['disease', 'diseases', 'zh', 'en'],
    close(step, ledger) {
      const chain = chainOf(ledger)
      chain.disease = textOf(step, 'disease')
      let used = 0
      for (const disease of textOf(step, 'diseases').split(',')) used += chain.diseases[disease] ?? 0
      const left = Math.max(0, citedMoney(step, 'cap') - used)
      show(step, 'of', chain.basicPaid)
      show(step, 'used', used)
      show(step, 'left', left)
      const paid = Math.min(chain.basicPaid, left)
      chain.left = partsLeft(chain.basic!, chain.overCap, chain.basicPaid - paid)
      return (chain.funds = chain.basicPaid = paid)
    },
  },

  // Within a stage the same figures start anew: its base takes the place of the in-scope sum.
  stage: {
    facts: ['stage', 'payer', 'zh', 'en', 'worksOn', 'only'],
    open(step, ledger) {
      const chain = chainOf(ledger)
      const used = chain.used[textOf(step, 'stage')] ?? NOTHING_USED
      ledger.rest = baseOf(partsOf(step, 'worksOn'), chain.left, limitsOf(step, chain))
      ledger.inScopeUsed = used.inScopeUsed
      ledger.deductibleUsed = used.deductibleUsed
      ledger.fundPaid = used.fundPaid
      ledger.deductible = ledger.fund = ledger.exact = ledger.start = ledger.end = 0
      show(step, 'base', ledger.rest)
    },
    close(step, ledger) {
      const chain = chainOf(ledger)
      const paid = ledger.fund as Fen
      take(partsOf(step, 'worksOn'), chain.left, paid, limitsOf(step, chain))
      chain.funds += paid
      chain.stages.push({
        id: textOf(step, 'stage'),
        payer: textOf(step, 'payer') as Payer,
        base: moneyOf(step, 'base'),
        deductible: ledger.deductible as Fen,
        paid,
      })
      return paid
    },
  },

  'stage.cap': {
    facts: ['counts', 'bonusYears'],
    close(step, ledger) {
      const cap = citedMoney(step, 'cap')
      const bonus =
        parameterOf(step, 'perYear') === undefined
          ? 0
          : Math.min(
              shareOf(cap, citedRatio(step, 'most')),
              countOf(step, 'bonusYears') * citedMoney(step, 'perYear'),
            )
      const basic = chainOf(ledger).basic!.after.fundPaid - chainOf(ledger).basic!.fund
      const used =
        ledger.fundPaid + (textOf(step, 'counts') === 'own' ? 0 : basic + chainOf(ledger).basicPaid)
      const left = Math.max(0, cap + bonus - used)
      show(step, 'of', ledger.fund)
      show(step, 'raised', cap + bonus)
      show(step, 'used', used)
      show(step, 'left', left)
      return (ledger.fund = Math.min(ledger.fund, left))
    },
  },

  pot: {
    facts: ['pot', 'pays', 'balance'],
    close(step, ledger) {
      const chain = chainOf(ledger)
      const pays = partsOf(step, 'pays')
      const of = baseOf(pays, chain.left)
      const paid = lesser(of, moneyOf(step, 'balance'))
      take(pays, chain.left, paid)
      show(step, 'of', of)
      chain.pots[textOf(step, 'pot') as Pot] = paid
      return paid
    },
  },

  cash: {
    facts: [],
    close(step, ledger) {
      const { funds, pots } = chainOf(ledger)
      const account = pots.current + pots.past + pots.family
      show(step, 'total', ledger.total)
      show(step, 'funds', funds)
      show(step, 'otherPaid', ledger.otherPaid)
      show(step, 'account', account)
      return ledger.total - funds - ledger.otherPaid - account
    },
  },
} as const satisfies Readonly<Record<string, Rule>>

function chainOf({ chain }: Ledger): ChainLedger {
  if (chain === undefined) throw new Error('A step of a chain stands outside a chain')
  return chain
}

function partsOf(step: Step, name: string): readonly Part[] {
  return textOf(step, name).split(',') as Part[]
}

function limitsOf(step: Step, { plan }: ChainLedger) {
  return textOf(step, 'only') === 'in-plan' ? plan : undefined
}
