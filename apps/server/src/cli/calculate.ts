import { text } from 'node:stream/consumers'
import {
  auditJson,
  borrowedFrom,
  checkChainClaim,
  checkClaim,
  explain,
  explainChain,
  sayClauses,
  sayStep,
  settlementOf,
} from '@yichuang/benefits'
import type { BenefitClaim, ChainClaim, TraceStep } from '@yichuang/benefits'
import { formatYuan } from '@yichuang/kernel'
import type { Fen } from '@yichuang/kernel'
import { benefitChain, benefitScheme, chainOn, personGroups } from '@yichuang/policy'
import type { ChainFacts, MissingRule, Pack } from '@yichuang/policy'
import { readClaim } from './claim-input.ts'
import { CommandFailed, cliFault, misused, printJson, readArgs, required } from './command.ts'
import { packNamed } from './pack-named.ts'

export const help = `Works out the benefit of a claim, with every step explained and the clause behind every figure.

Usage: yichuang calculate --pack <id> [--audit] < claim.json

  --pack   policy pack whose rules hold, e.g. cn-11-beijing
  --audit  print the stored form of the trace (fen, keys in order) that can be run again, and nothing else

claim.json; amounts are yuan with two decimals, as text; used, otherPaid and what is marked ? may be left out:
{
  "insurance": "employee | resident",
  "kind": "inpatient | outpatient",
  "level": "primary | secondary | tertiary",
  "personClass": "active | retired | resident-adult | resident-minor | resident-senior",
  "carePlace": "local | out-filed | out-referred | out-unreferred",
  "on": "2024-07-01",
  "lines": [{ "name": "床位费", "amount": "1800.00", "class": "A | B | C", "selfPayRatio"?: "0.10",
              "quantity"?: 3, "ceilingPrice"?: "50.00", "cut"?: { "amount": "10.00", "reason": "…" } }],
  "used": { "deductibleUsed"?: "0.00", "inScopeUsed"?: "0.00", "fundPaid"?: "0.00", "admissions"?: 0 },
  "otherPaid": "0.00"
}

Where the place has a chain of payers (critical illness, supplements, aid), or with a disease, these may be there too:
  "groups"?: ["hardship"],                            groups of people, by the ids of the place's chain file
  "disease"?: "hypertension", "recognised"?: ["…"],   chronic diseases, by the ids of the place's tables
  "transferred"?: { "admission": 1, "deducted": "400.00" },   the stay goes on from another hospital
  "bonusYears"?: 2,                                   counted years of unbroken enrolment
  "accounts"?: { "current"?: "0.00", "past"?: "0.00", "family"?: "0.00" },
  in used: "stages"?: { "<table>": { "inScopeUsed", "deductibleUsed", "fundPaid" } }, "diseases"?: { "<id>": "0.00" }
  in a line: "inPlan"?: true                          treatment under a plan of the state
`

/** `yichuang calculate`: prints amounts in yuan and the explanation as a tree, or what is missing or wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs(args, { pack: { type: 'string' }, audit: { type: 'boolean' } })
  const pack = await packNamed(required(values.pack, 'pack', 'cn-11-beijing'))
  if (process.stdin.isTTY)
    throw misused(
      'no-input',
      '请把报销申请的 JSON 送入标准输入，例如 yichuang calculate --pack cn-11-beijing < claim.json。',
      'Send the claim as JSON to standard input, e.g. yichuang calculate --pack cn-11-beijing < claim.json.',
    )
  const { facts, claim, later } = readClaim(await text(process.stdin))

  const faults = checkClaim(claim)
  if (faults.length > 0) throw new CommandFailed(1, ...faults.map(cliFault))
  mustKnow(pack, facts.groups ?? [])
  if (chainOn(pack, facts) || facts.disease !== undefined)
    return throughTheChain(pack, facts, claim, later, values.audit ?? false)
  const scheme = benefitScheme(pack, facts)
  if (!('bands' in scheme)) throw rulesMissing(scheme)

  const { result, trace } = explain(scheme, claim)
  if (values.audit) {
    process.stdout.write(`${auditJson(trace)}\n`)
    return 0
  }
  const { after, ...amounts } = result
  const { year, admissions, ...used } = after
  printJson({
    pack: scheme.pack,
    facts,
    borrowed: borrowedFrom(trace, 'zh-CN'),
    result: { ...inYuan(amounts), after: { year, admissions, ...inYuan(used) } },
    explanation: tellStep(trace),
  })
  return 0
}

function throughTheChain(
  pack: Pack,
  facts: ChainFacts,
  { accumulators, ...claim }: BenefitClaim,
  { stages, diseases, ...later }: ReturnType<typeof readClaim>['later'],
  audit: boolean,
): number {
  const chain = benefitChain(pack, facts)
  if (!('basic' in chain)) throw rulesMissing(chain)
  const whole: ChainClaim = { ...claim, ...later, used: { basic: accumulators, stages, diseases } }
  const faults = checkChainClaim(whole)
  if (faults.length > 0) throw new CommandFailed(1, ...faults.map(cliFault))
  const { result, trace } = explainChain(chain, whole)
  if (audit) {
    process.stdout.write(`${auditJson(trace)}\n`)
    return 0
  }
  const { year, admissions, ...basic } = result.after.basic
  printJson({
    pack: chain.basic.pack,
    facts,
    borrowed: borrowedFrom(trace, 'zh-CN'),
    result: {
      ...inYuan(settlementOf(result)),
      stages: result.stages.map(({ id, payer, ...amounts }) => ({ id, payer, ...inYuan(amounts) })),
      after: {
        year,
        admissions,
        ...inYuan(basic),
        stages: Object.fromEntries(
          Object.entries(result.after.stages).map(([id, { inScopeUsed, deductibleUsed, fundPaid }]) => [
            id,
            inYuan({ inScopeUsed, deductibleUsed, fundPaid }),
          ]),
        ),
        diseases: inYuan(result.after.diseases),
      },
    },
    explanation: tellStep(trace),
  })
  return 0
}

function mustKnow(pack: Pack, groups: readonly string[]): void {
  const known = personGroups(pack).map(({ id }) => id)
  const unknown = groups.filter((group) => !known.includes(group))
  if (unknown.length > 0)
    throw new CommandFailed(1, {
      code: 'group-unknown',
      path: 'groups',
      zh: `${pack.title.zh}的规则没有人群“${unknown.join('、')}”，可用的是：${known.join('、') || '（没有）'}。`,
      en: `The rules of ${pack.title.en} know no group “${unknown.join(', ')}”; there are: ${known.join(', ') || '(none)'}.`,
    })
}

function rulesMissing(rules: readonly MissingRule[]): CommandFailed {
  const missing = rules.map(({ rule, sentence, on }) => ({ code: 'rule-missing', ...sentence, rule, on }))
  return new CommandFailed(1, ...missing)
}

function inYuan<K extends string>(amounts: Readonly<Record<K, Fen>>): Record<K, string> {
  const entries = Object.entries<Fen>(amounts).map(([name, amount]) => [name, formatYuan(amount)])
  return Object.fromEntries(entries) as Record<K, string>
}

interface ToldStep {
  readonly id: string
  readonly amount: string
  readonly zh: string
  readonly en: string
  readonly clauses: readonly string[]
  readonly steps: readonly ToldStep[]
}

function tellStep(step: TraceStep): ToldStep {
  return {
    id: step.id,
    amount: formatYuan(step.amount),
    zh: sayStep(step, 'zh-CN'),
    en: sayStep(step, 'en'),
    clauses: sayClauses(step, 'zh-CN'),
    steps: (step.children ?? []).map(tellStep),
  }
}
