import type { BenefitClaim, ChainClaim, StageUsed } from '@yichuang/benefits'
import { parsePlainDate, parseYuan, plainDate, ratio, yuan, type Fen } from '@yichuang/kernel'
import type { ChainFacts } from '@yichuang/policy'
import { z } from 'zod'
import { CommandFailed } from './command.ts'

/** Text with a sentence of its own for what is wrong with it. */
function text(isRight: (text: string) => boolean, zh: string, en: string) {
  return z.string().refine(isRight, { params: { zh, en } })
}

const Money = text(
  (value) => (parseYuan(value) ?? -1) >= 0,
  '不是金额，请写成不小于零、最多两位小数的文本，例如 "1800.00"',
  'is not an amount of yuan; write text with at most two decimals, not negative, e.g. "1800.00"',
)
const Share = text(
  (value) => /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(value),
  '不是 0 到 1 之间的比例，请写成文本，例如 10% 写作 "0.10"',
  'is not a ratio from 0 to 1; write text, e.g. "0.10" for 10%',
)
const Day = text(
  (value) => parsePlainDate(value) !== undefined,
  '不是真实存在的日期，请写成 YYYY-MM-DD，例如 "2024-07-01"',
  'is not a day that exists; write YYYY-MM-DD, e.g. "2024-07-01"',
)

const Line = z.strictObject({
  id: z.string().min(1).optional(),
  name: z.string().min(1),
  amount: Money,
  class: z.enum(['A', 'B', 'C']),
  selfPayRatio: Share.optional(),
  quantity: z.number().positive().optional(),
  ceilingPrice: Money.optional(),
  cut: z.strictObject({ amount: Money, reason: z.string().min(1) }).optional(),
  inPlan: z.literal(true).optional(),
})
const Count = z.int().nonnegative()

const ClaimFile = z.strictObject({
  insurance: z.enum(['employee', 'resident']),
  kind: z.enum(['inpatient', 'outpatient']),
  level: z.enum(['primary', 'secondary', 'tertiary']),
  personClass: z.enum(['active', 'retired', 'resident-adult', 'resident-minor', 'resident-senior']),
  carePlace: z.enum(['local', 'out-filed', 'out-referred', 'out-unreferred']),
  on: Day,
  lines: z.array(Line).min(1),
  used: z
    .strictObject({
      deductibleUsed: Money.optional(),
      inScopeUsed: Money.optional(),
      fundPaid: Money.optional(),
      admissions: Count.optional(),
      stages: z
        .record(z.string(), z.strictObject({ inScopeUsed: Money, deductibleUsed: Money, fundPaid: Money }))
        .optional(),
      diseases: z.record(z.string(), Money).optional(),
    })
    .optional(),
  otherPaid: Money.optional(),
  groups: z.array(z.string()).optional(),
  disease: z.string().optional(),
  recognised: z.array(z.string()).optional(),
  transferred: z.strictObject({ admission: z.int().positive(), deducted: Money }).optional(),
  bonusYears: Count.optional(),
  accounts: z
    .strictObject({ current: Money.optional(), past: Money.optional(), family: Money.optional() })
    .optional(),
})

/** Reads a claim as `yichuang calculate` takes it. Every fault is named at once, with its path. */
export function readClaim(text: string): {
  readonly facts: ChainFacts
  readonly claim: BenefitClaim
  /** what only the payers after the basic fund ask for */
  readonly later: Pick<ChainClaim, 'bonusYears' | 'accounts'> & Omit<ChainClaim['used'], 'basic'>
} {
  const read = parse(json(text))
  const { insurance, kind, level, personClass, carePlace, on, lines, used, otherPaid, transferred } = read
  const { groups, disease, recognised, bonusYears, accounts } = read
  const day = plainDate(on)
  return {
    facts: {
      insurance,
      kind,
      level,
      personClass,
      carePlace,
      on: day,
      groups,
      disease,
      recognised,
      ...(transferred && { transferred: true }),
    },
    later: {
      ...(bonusYears !== undefined && { bonusYears }),
      ...(accounts && { accounts: inFen(accounts) }),
      stages: Object.fromEntries(
        Object.entries(used?.stages ?? {}).map(([id, stage]) => [id, inFen(stage) as unknown as StageUsed]),
      ),
      diseases: inFen(used?.diseases ?? {}),
    },
    claim: {
      ...(transferred && {
        transferred: { admission: transferred.admission, deducted: yuan(transferred.deducted) },
      }),
      lines: lines.map((line, i) => ({
        id: line.id ?? String(i + 1),
        name: line.name,
        amount: yuan(line.amount),
        class: line.class,
        selfPayRatio: ratio(line.selfPayRatio ?? '0'),
        ...(line.quantity !== undefined && { quantity: line.quantity }),
        ...(line.ceilingPrice !== undefined && { ceilingPrice: yuan(line.ceilingPrice) }),
        ...(line.inPlan && { inPlan: line.inPlan }),
        ...(line.cut && { cut: { amount: yuan(line.cut.amount), reason: line.cut.reason } }),
      })),
      accumulators: {
        year: Number(day.slice(0, 4)),
        deductibleUsed: yuan(used?.deductibleUsed ?? '0.00'),
        inScopeUsed: yuan(used?.inScopeUsed ?? '0.00'),
        fundPaid: yuan(used?.fundPaid ?? '0.00'),
        admissions: used?.admissions ?? 0,
      },
      ...(otherPaid !== undefined && { otherPaid: yuan(otherPaid) }),
    },
  }
}

function inFen(amounts: Readonly<Record<string, string | undefined>>): Record<string, Fen> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([name, amount]) => (amount === undefined ? [] : [[name, yuan(amount)]])),
  )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new CommandFailed(1, {
      code: 'json',
      zh: `输入不是有效的 JSON：${message}。请改正后重试；用 yichuang calculate --help 查看样例。`,
      en: `The input is not valid JSON: ${message}. Correct it; yichuang calculate --help shows an example.`,
    })
  }
}

function parse(input: unknown): z.output<typeof ClaimFile> {
  const read = ClaimFile.safeParse(input, { reportInput: true })
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => {
    const path = z.core.toDotPath(issue.path) || '$'
    const { zh, en } = wordsOf(issue)
    return { code: 'claim', path, zh: `${path} ${zh}。`, en: `${path} ${en}.` }
  })
  throw new CommandFailed(1, ...faults)
}

function wordsOf(issue: z.core.$ZodIssue): { readonly zh: string; readonly en: string } {
  const missing =
    (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined
  if (issue.code === 'custom') return issue.params as { zh: string; en: string }
  if (issue.code === 'invalid_value') {
    const words = issue.values.join(', ')
    return {
      zh: `${missing ? '未填写' : '取值不对'}，请写以下之一：${words}`,
      en: `${missing ? 'is missing' : 'is not an allowed word'}; write one of: ${words}`,
    }
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return {
      zh: `有不认识的字段：${keys}，请删除或改正`,
      en: `has unknown fields: ${keys}; remove or correct them`,
    }
  }
  if (missing)
    return { zh: '未填写，请补上（样例见 --help）', en: 'is missing; add it (see --help for an example)' }
  if (issue.code === 'invalid_type' && issue.expected === 'string')
    return { zh: '应为文本，请加上双引号', en: 'must be text; put it between double quotes' }
  return {
    zh: `写法不对（${issue.message}），请对照 --help 中的样例改正`,
    en: `is not right (${issue.message}); compare it with the example in --help`,
  }
}
