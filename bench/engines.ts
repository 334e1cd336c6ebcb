import { ZenEngine } from '@gorules/zen-engine'
import { reimburse, type BenefitClaim, type BenefitScheme, type ClaimLine } from '@yichuang/benefits'
import { plainDate, ratio, type Fen } from '@yichuang/kernel'
import { benefitScheme, loadPacks, type Pack } from '@yichuang/policy'
import { Engine } from 'json-rules-engine'
import { performance } from 'node:perf_hooks'
import { readPackFolder, sha256 } from '../apps/server/src/packs/index.ts'

export interface EngineFigures {
  /** claims decided a second, all on one core and with equal results */
  readonly trial_claims_per_s: number
  readonly zen_claims_per_s: number
  readonly json_rules_claims_per_s: number
  /** how many times faster ours is */
  readonly vs_zen_engine: number
  readonly vs_json_rules_engine: number
}

const LEVELS = ['primary', 'secondary', 'tertiary'] as const
const CLASSES = ['active', 'retired'] as const
const WITHOUT_END = 9_000_000_000_000_000

/** A claim as the other engines get it: already summed up, which is work of ours that they are spared. */
interface Question {
  readonly level: (typeof LEVELS)[number]
  readonly personClass: (typeof CLASSES)[number]
  readonly base: number
}

/**
 * The in-patient benefit of one city, decided by us and by two general rule engines as decision tables: deductible by level
 * and class of person, bands by level, class and amount, the sum of the bands rounded to the fen each. Every answer is compared.
 */
export async function benchEngines({
  seconds,
  smoke,
}: {
  seconds: number
  smoke: boolean
}): Promise<EngineFigures> {
  const schemes = await schemesOf()
  const claims = Array.from({ length: 400 }, (_, at) => claimOf(at))
  const stretch = smoke ? 0.1 : seconds
  const zen = zenDecision(schemes)
  const rules = jsonRules(schemes)
  const ours = ({ claim, question }: (typeof claims)[number]) =>
    reimburse(schemes.get(keyOf(question))!, claim).fund

  for (const one of claims) {
    const [a, b, c] = [ours(one), await zen(one.question), await rules(one.question)]
    if (a !== b || a !== c)
      throw new Error(`${JSON.stringify(one.question)}: ours ${a}, zen ${b}, json-rules ${c}`)
  }
  const own = await perSecond(claims, ours, stretch)
  const zenRate = await perSecond(claims, ({ question }) => zen(question), stretch)
  const rulesRate = await perSecond(claims, ({ question }) => rules(question), stretch)
  return {
    trial_claims_per_s: Math.round(own),
    zen_claims_per_s: Math.round(zenRate),
    json_rules_claims_per_s: Math.round(rulesRate),
    vs_zen_engine: Math.round((own / zenRate) * 10) / 10,
    vs_json_rules_engine: Math.round((own / rulesRate) * 10) / 10,
  }
}

async function perSecond<C>(
  claims: readonly C[],
  decide: (claim: C) => number | Promise<number>,
  seconds: number,
): Promise<number> {
  const begin = performance.now()
  let [done, paid, elapsed] = [0, 0, 0]
  do {
    for (const claim of claims) {
      const fund = decide(claim)
      // Ours answers at once; waiting for it as well would only measure the waiting.
      paid += typeof fund === 'number' ? fund : await fund
    }
    done += claims.length
    elapsed = (performance.now() - begin) / 1000
  } while (elapsed < seconds)
  if (!(paid > 0)) throw new Error('Nothing was paid, so nothing was measured')
  return done / elapsed
}

const keyOf = ({ level, personClass }: Question) => `${level} ${personClass}`

async function schemesOf(): Promise<ReadonlyMap<string, BenefitScheme>> {
  const load = loadPacks(await readPackFolder(), sha256)
  if (!load.ok) throw new Error('The packs do not load')
  const pack: Pack = load.packs.get('cn-36-01-nanchang')!
  return new Map(
    LEVELS.flatMap((level) =>
      CLASSES.map((personClass) => {
        const facts = {
          insurance: 'employee',
          kind: 'inpatient',
          carePlace: 'local',
          on: plainDate('2025-12-31'),
        } as const
        const scheme = benefitScheme(pack, { ...facts, level, personClass })
        if (!('bands' in scheme)) throw new Error('The city of the comparison has no rules')
        return [`${level} ${personClass}`, { ...scheme, rounding: 'each-band' as const }] as const
      }),
    ),
  )
}

function claimOf(at: number): { readonly claim: BenefitClaim; readonly question: Question } {
  const lines = Array.from({ length: 10 }, (_, line): ClaimLine => ({
    id: String(line),
    name: '',
    amount: (((at * 8887 + line * 977) % 1_500_000) + 1000) as Fen,
    class: 'A',
    selfPayRatio: ratio('0'),
  }))
  const nothing = { deductibleUsed: 0 as Fen, inScopeUsed: 0 as Fen, fundPaid: 0 as Fen, admissions: 0 }
  return {
    claim: { lines, accumulators: { year: 2025, ...nothing } },
    question: {
      level: LEVELS[at % 3]!,
      personClass: CLASSES[at % 2]!,
      base: lines.reduce((sum, { amount }) => sum + amount, 0),
    },
  }
}

interface Row {
  readonly level: string
  readonly personClass: string
  readonly above: number
  readonly upTo: number
  readonly share: number
}

/** The bands of every scheme, lower end first; where they count from zero the deductible lies inside them. */
function rowsOf(schemes: ReadonlyMap<string, BenefitScheme>): Row[] {
  return [...schemes].flatMap(([key, { bands }]) => {
    const [level = '', personClass = ''] = key.split(' ')
    let above = 0
    return bands.map(({ upTo, fundShare }) => {
      const row = { level, personClass, above, upTo: upTo?.value ?? WITHOUT_END, share: fundShare.value }
      above = row.upTo
      return row
    })
  })
}

function deductibles(schemes: ReadonlyMap<string, BenefitScheme>) {
  return [...schemes].map(([key, { deductible, bandBase, yearlyCap }]) => {
    const [level = '', personClass = ''] = key.split(' ')
    const amount = deductible.design === 'per-year' ? deductible.amount.value : deductible.amounts[0]!.value
    return {
      level,
      personClass,
      amount,
      absolute: bandBase === 'absolute',
      cap: yearlyCap?.value ?? WITHOUT_END,
    }
  })
}

function zenDecision(schemes: ReadonlyMap<string, BenefitScheme>): (question: Question) => Promise<number> {
  const text = (word: string) => JSON.stringify(word)
  const table = (
    id: string,
    hitPolicy: string,
    outputPath: string | null,
    fields: string[],
    rules: object[],
  ) => ({
    id,
    name: id,
    type: 'decisionTableNode',
    content: {
      hitPolicy,
      passThrough: true,
      inputField: null,
      outputPath,
      executionMode: 'single',
      inputs: fields.map((field) => ({ id: `in-${field}`, name: field, field })),
      outputs: Object.keys(rules[0]!)
        .filter((key) => key.startsWith('out-'))
        .map((key) => ({ id: key, name: key.slice(4), field: key.slice(4) })),
      rules,
    },
  })
  const nodes = [
    { id: 'input', name: 'input', type: 'inputNode' },
    table(
      'deductible',
      'first',
      null,
      ['level', 'personClass'],
      deductibles(schemes).map(({ level, personClass, amount, absolute, cap }, index) => ({
        _id: `d${index}`,
        'in-level': text(level),
        'in-personClass': text(personClass),
        'out-standard': String(amount),
        'out-begin': absolute ? String(amount) : '0',
        'out-cap': String(cap),
      })),
    ),
    expressions('left', {
      taken: 'min([standard, base])',
      start: 'min([begin, base])',
      end: 'min([begin, base]) + base - min([standard, base])',
    }),
    table(
      'bands',
      'collect',
      'rows',
      ['level', 'personClass', 'end'],
      rowsOf(schemes).map(({ level, personClass, above, upTo, share }, index) => ({
        _id: `b${index}`,
        'in-level': text(level),
        'in-personClass': text(personClass),
        'in-end': `> ${above}`,
        'out-above': String(above),
        'out-upTo': String(upTo),
        'out-share': String(share),
      })),
    ),
    expressions('sum', {
      fund: 'min([cap, sum(map(rows, floor(max([0, min([end, #.upTo]) - max([start, #.above])]) * #.share / 1000000 + 0.5)))])',
    }),
    { id: 'output', name: 'output', type: 'outputNode' },
  ]
  const edges = nodes
    .slice(1)
    .map(({ id }, index) => ({ id: `e${index}`, type: 'edge', sourceId: nodes[index]!.id, targetId: id }))
  const decision = new ZenEngine().createDecision({ nodes, edges })
  return async (question) => {
    const { result } = (await decision.evaluate(question)) as { result: { fund: number } }
    return result.fund
  }
}

function expressions(id: string, values: Readonly<Record<string, string>>) {
  return {
    id,
    name: id,
    type: 'expressionNode',
    content: {
      passThrough: true,
      inputField: null,
      outputPath: null,
      executionMode: 'single',
      expressions: Object.entries(values).map(([key, value]) => ({ id: `${id}-${key}`, key, value })),
    },
  }
}

/** Deductible and bands as rules; what their events carry is summed up by hand, for the engine itself does not calculate. */
function jsonRules(schemes: ReadonlyMap<string, BenefitScheme>): (question: Question) => Promise<number> {
  const who = (level: string, personClass: string) => [
    { fact: 'level', operator: 'equal', value: level },
    { fact: 'personClass', operator: 'equal', value: personClass },
  ]
  const engine = new Engine()
  for (const { level, personClass, ...params } of deductibles(schemes))
    engine.addRule({ conditions: { all: who(level, personClass) }, event: { type: 'deductible', params } })
  for (const { level, personClass, ...params } of rowsOf(schemes))
    engine.addRule({
      conditions: {
        all: [...who(level, personClass), { fact: 'base', operator: 'greaterThan', value: params.above }],
      },
      event: { type: 'band', params },
    })
  return async (question) => {
    const { events } = await engine.run({ ...question })
    const found = events.find(({ type }) => type === 'deductible')!.params as ReturnType<
      typeof deductibles
    >[number]
    const taken = Math.min(found.amount, question.base)
    const start = found.absolute ? taken : 0
    const end = start + question.base - taken
    const paid = events
      .filter(({ type }) => type === 'band')
      .map(({ params }) => params as Row)
      .reduce((sum, { above, upTo, share }) => {
        const part = Math.max(0, Math.min(end, upTo) - Math.max(start, above))
        return sum + Math.floor((part * share) / 1_000_000 + 0.5)
      }, 0)
    return Math.min(found.cap, paid)
  }
}
