import { auditJson, explain, replay, type TraceStep } from '@yichuang/benefits'
import { plainDate, ratio, yuan, type Fen } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyClaim, anyScheme, cited, claimOf, feeLine, schemeOf } from './made-up.ts'

it('comes out of the stored JSON to the letter', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, (scheme, claim) => {
      const stored = auditJson(explain(scheme, claim).trace)
      expect(auditJson(replay(JSON.parse(stored) as TraceStep).trace)).toBe(stored)
    }),
    { numRuns: 300 },
  )
})

it('writes the same JSON whatever order the keys were in', () => {
  const { trace } = explain(schemeOf(), claimOf([feeLine('100.00')]))
  const turned = Object.fromEntries(Object.entries(trace).toReversed()) as unknown as TraceStep
  expect(auditJson(turned)).toBe(auditJson(trace))
  expect(auditJson(trace).startsWith('{"amount":0,"children":[')).toBe(true)
})

it('rests on nothing that was worked out: with every amount scribbled over it replays the same', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, (scheme, claim) => {
      const explanation = explain(scheme, claim)
      expect(replay(scribbled(explanation.trace))).toEqual(explanation)
    }),
    { numRuns: 300 },
  )
})

it('ends in leaves that are handed-in facts or cited values, with the clause and the day of each', () => {
  fc.assert(
    fc.property(anyScheme, anyClaim, (scheme, claim) => {
      const { trace } = explain(scheme, claim)
      for (const step of stepsOf(trace)) {
        for (const { source, value } of step.parameters ?? []) {
          expect(source.clause).not.toBe('')
          expect(plainDate(source.from)).toBe(source.from)
          expect(value).not.toBe('')
        }
      }
      const cites = (scheme: object): unknown[] =>
        Object.values(scheme).flatMap((it: unknown) =>
          typeof it !== 'object' || it === null ? [] : 'source' in it ? [it] : cites(it),
        )
      const named = new Set(
        stepsOf(trace).flatMap((step) => (step.parameters ?? []).map((it) => it.parameter)),
      )
      const unused = cites(scheme).filter((it) => !named.has((it as { parameter: string }).parameter))
      // Left out are only the standards of other admissions, and what a waiver sets aside.
      for (const it of unused)
        expect((it as { parameter: string }).parameter).toMatch(
          scheme.outOfAreaWaived ? /^(deductible\.|out-of-area-)/ : /^deductible\./,
        )
    }),
    { numRuns: 300 },
  )
})

describe('one changed parameter', () => {
  it('changes nothing but its own step and the steps that rest on it', () => {
    fc.assert(
      fc.property(anyScheme, anyClaim, fc.nat(), (scheme, claim, pick) => {
        const { trace } = explain(scheme, claim)
        const parameters = stepsOf(trace).flatMap((step) => step.parameters ?? [])
        const picked = parameters[pick % parameters.length]!
        const changed = differences(
          trace,
          replay(withParameter(trace, picked.parameter, other(picked.value))).trace,
        )
        const steps = stepsOf(trace).filter((it) =>
          it.parameters?.some((one) => one.parameter === picked.parameter),
        )
        const allowed = new Set(steps.flatMap((step) => restingOn(step, scheme.rounding)))
        expect(changed.filter((id) => !allowed.has(id) && !allowed.has(id.replace(/\d+$/, '*')))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['out-of-area', ['out-of-area', 'deductible', 'band.2', 'bands', 'cap', 'person', 'result']],
    ['deductible', ['deductible', 'band.1', 'bands', 'cap', 'person', 'result']],
    ['band.1.share', ['band.1', 'bands', 'cap', 'person', 'result']],
    ['band.2.share', ['band.2', 'bands', 'cap', 'person', 'result']],
    ['cap', ['cap', 'person', 'result']],
  ])('%s changes %j', (parameter, ids) => {
    const scheme = schemeOf({
      bandBase: 'absolute',
      bands: [
        { upTo: cited('up-to', yuan('3000.00')), fundShare: cited('band.1.share', ratio('0.8')) },
        { fundShare: cited('band.2.share', ratio('0.9')) },
      ],
      outOfAreaFirst: cited('out-of-area', ratio('0.1')),
      yearlyCap: cited('cap', yuan('2000.00')),
    })
    const uncapped = { ...scheme, yearlyCap: cited('cap', yuan('90000.00')) }
    const { trace } = explain(
      parameter === 'cap' ? scheme : uncapped,
      claimOf([feeLine('8000.00'), feeLine('20.00')]),
    )
    const value = parameter === 'cap' ? '1999.99' : parameter === 'deductible' ? '900.00' : '0.123456'
    const changed = differences(trace, replay(withParameter(trace, parameter, value)).trace)
    expect(changed.sort()).toEqual([...ids].sort())
  })
})

it('changes one line only when one line is changed', () => {
  const { trace } = explain(schemeOf(), claimOf([feeLine('8000.00'), feeLine('20.00')]))
  const changed = differences(
    trace,
    replay(
      mapped(trace, (it) =>
        it.id === 'line.2' ? { ...it, values: { ...it.values, charged: '30.00' } } : it,
      ),
    ).trace,
  )
  expect(changed).not.toContain('line.1')
  expect(changed).toEqual(expect.arrayContaining(['line.2', 'in-scope', 'person', 'result']))
})

it.each([
  ['a rule of another version', { says: 'moon-phase' }, /Step “deductible” follows the rule “moon-phase”/],
  [
    'a missing clause',
    { parameters: [] },
    /Step “deductible” \(deductible\.per-year\) has no parameter in the role “standard”/,
  ],
])('refuses a trace with %s and names the step', (_what, part, words) => {
  const { trace } = explain(schemeOf(), claimOf([feeLine('8000.00')]))
  expect(() =>
    replay(mapped(trace, (step) => (step.id === 'deductible' ? { ...step, ...part } : step))),
  ).toThrow(words)
})

it('refuses a trace whose input was taken away and names the value', () => {
  const { trace } = explain(schemeOf(), claimOf([feeLine('8000.00')]))
  const emptied = mapped(trace, (step) =>
    step.id === 'line.1' ? { ...step, values: { name: '费用' } } : step,
  )
  expect(() => replay(emptied)).toThrow('Step “line.1” (line) has no value “line”')
})

function stepsOf(step: TraceStep): TraceStep[] {
  return [step, ...(step.children ?? []).flatMap(stepsOf)]
}

function mapped(step: TraceStep, change: (step: TraceStep) => TraceStep): TraceStep {
  return {
    ...change(step),
    ...(step.children && { children: step.children.map((it) => mapped(it, change)) }),
  }
}

/** Everything that is not a fact or a cited value, made wrong. */
function scribbled(trace: TraceStep): TraceStep {
  const workedOut = new Set([
    'total',
    'person',
    'outOfScope',
    'of',
    'ceiling',
    'left',
    'used',
    'part',
    'exact',
    'fund',
  ])
  return mapped(trace, (step) => ({
    ...step,
    amount: 7 as Fen,
    values: Object.fromEntries(
      Object.entries(step.values).map(([name, text]) => [
        name,
        workedOut.has(name) || (name === 'share' && step.id.startsWith('band.')) ? 'scribble' : text,
      ]),
    ),
  }))
}

function withParameter(trace: TraceStep, parameter: string, value: string): TraceStep {
  return mapped(trace, (step) => ({
    ...step,
    ...(step.parameters && {
      parameters: step.parameters.map((it) => (it.parameter === parameter ? { ...it, value } : it)),
    }),
  }))
}

/** Another value of the same kind: yuan with two decimals, a plain ratio, or a word that cannot be changed. */
function other(value: string): string {
  if (value === 'true') return value
  return /\.\d\d$/.test(value) && value.length > 4 ? `${Number(value.split('.')[0]) + 1}.00` : '0.5'
}

function differences(before: TraceStep, after: TraceStep): string[] {
  const alone = ({ id, amount, values }: TraceStep) => JSON.stringify({ id, amount, values })
  const now = new Map(stepsOf(after).map((step) => [step.id, alone(step)]))
  return stepsOf(before).flatMap((step) => (now.get(step.id) === alone(step) ? [] : [step.id]))
}

/** The steps that may change with a step, in words of the calculation and not of the code. */
function restingOn({ id }: TraceStep, rounding: 'each-band' | 'total'): string[] {
  const end = ['person', 'result']
  const bands = ['bands', 'cap', ...end]
  if (id === 'cap') return ['cap', ...end]
  // Where only the sum is rounded, a later band carries the rounding of those before it.
  if (id.startsWith('band.')) return [rounding === 'total' ? 'band.*' : id, ...bands]
  if (id === 'deductible') return ['deductible', 'band.*', ...bands]
  return ['out-of-area', 'deductible', 'band.*', ...bands]
}
