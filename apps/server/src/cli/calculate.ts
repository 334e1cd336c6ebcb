import { text } from 'node:stream/consumers'
import { auditJson, borrowedFrom, checkClaim, explain, sayClauses, sayStep } from '@yichuang/benefits'
import type { TraceStep } from '@yichuang/benefits'
import { formatYuan } from '@yichuang/kernel'
import type { Fen } from '@yichuang/kernel'
import { benefitScheme } from '@yichuang/policy'
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
  const { facts, claim } = readClaim(await text(process.stdin))

  const faults = checkClaim(claim)
  if (faults.length > 0) throw new CommandFailed(1, ...faults.map(cliFault))
  const scheme = benefitScheme(pack, facts)
  if (!('bands' in scheme)) {
    const missing = scheme.map(({ rule, sentence, on }) => ({ code: 'rule-missing', ...sentence, rule, on }))
    throw new CommandFailed(1, ...missing)
  }

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
