import type { TraceStep } from '@yichuang/benefits'
import { formatYuan, yuan, type Fen } from '@yichuang/kernel'
import { benefitChain, type Pack } from '@yichuang/policy'
import type { MarkedBy } from '../cases/index.ts'
import type { DecisionFacts } from './claim-row.ts'
import { workOut } from './work-out.ts'

/** The relief measures a decision rests on, and what the fund pays more by them, in yuan; not known where a rule is missing. */
export interface Relieved {
  readonly measures?: readonly MarkedBy[]
  readonly extra?: string
}

/** Reads the measures off the trace, and works the claim out once more without them. */
export function relieved(
  { pack }: { readonly pack: Pack },
  granted: { readonly fund: string; readonly trace: TraceStep | null; readonly facts: DecisionFacts },
): Relieved {
  const measures = granted.trace
    ? [...new Map(marksIn(granted.trace).map((mark) => [mark.id, mark])).values()]
    : []
  if (measures.length === 0) return {}
  const { facts } = granted
  if (!('scheme' in facts)) return { measures }
  const names = new Set(measures.map(({ id }) => id))
  const without = { ...pack, acting: pack.acting.filter(({ measure }) => !names.has(measure)) }
  const scheme = benefitChain(without, facts.scheme)
  if (!('basic' in scheme)) return { measures }
  const { fund } = workOut(scheme, facts.claim).amounts
  return { measures, extra: formatYuan((yuan(granted.fund) - yuan(fund)) as Fen) }
}

function marksIn({ parameters = [], children = [] }: TraceStep): MarkedBy[] {
  const here = parameters.flatMap(({ source }) =>
    source.measure ? [{ id: source.measure.id, activation: source.measure.activation }] : [],
  )
  return [...here, ...children.flatMap(marksIn)]
}
