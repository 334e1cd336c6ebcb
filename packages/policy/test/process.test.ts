import { plainDate } from '@yichuang/kernel'
import { expect, it, test } from 'vitest'
import { actsOf, next, processOn } from '../src/index.ts'
import type { ProcessVersion } from '../src/index.ts'
import { realPacks } from './files.ts'

const packs = realPacks()
const claim = processOn(packs.get('cn-33-06-shaoxing')!.processes.get('claim')!, plainDate('2020-02-03'))!

/** Every way through the process, as the acts done and the state reached; the state before decides where acts lead back. */
function walk(
  process: ProcessVersion,
  see: (act: ProcessVersion['acts'][number], to: string, from: string) => void,
) {
  const seen = new Set<string>()
  const open: { state: string; cameFrom?: string }[] = [{ state: process.initial }]
  for (const { state, cameFrom } of open)
    for (const act of process.acts.filter((entry) => entry.from.includes(state))) {
      const to = next(process, state, act.id, cameFrom)!
      see(act, to, state)
      const key = `${to} from ${state}`
      if (!seen.has(key)) {
        seen.add(key)
        open.push({ state: to, cameFrom: state })
      }
    }
}

it('no act of a window clerk leads to a refusal, on any way through', () => {
  const refusals = new Set(claim.states.filter((state) => state.refusal).map((state) => state.id))
  expect(refusals).toEqual(new Set(['refused']))
  const refusing = new Set<string>()
  walk(claim, (act, to) => {
    if (refusals.has(to)) for (const role of act.roles) refusing.add(role)
  })
  expect(refusing).toEqual(new Set(['approver']))
})

it('a refusal takes a reviewer who proposes and an approver who decides', () => {
  const into = claim.acts.filter((act) => act.to === 'refused')
  expect(into.map((act) => [act.from, act.roles])).toEqual([[['reviewed'], ['approver']]])
  const proposals = claim.acts.filter((act) => act.to === 'reviewed')
  expect(proposals.flatMap((act) => act.roles)).toEqual(['reviewer', 'reviewer'])
})

it('every state is reached, and every state that is not final has a way on', () => {
  const reached = new Set([claim.initial])
  walk(claim, (_act, to) => reached.add(to))
  expect(reached).toEqual(new Set(claim.states.map((state) => state.id)))
  const stuck = claim.states.filter(
    (state) => !state.final && !claim.acts.some((act) => act.from.includes(state.id)),
  )
  expect(stuck).toEqual([])
})

it('from every state some way leads to a final one', () => {
  const steps: [string, string][] = []
  walk(claim, (_act, to, from) => steps.push([from, to]))
  const ends = new Set(claim.states.filter((state) => state.final).map((state) => state.id))
  for (let before = 0; before !== ends.size;) {
    before = ends.size
    for (const [from, to] of steps) if (ends.has(to)) ends.add(from)
  }
  expect(ends).toEqual(new Set(claim.states.map((state) => state.id)))
})

test.each([
  ['submitted', 'accept', undefined, 'accepted'],
  ['supplementing', 'answer', 'accepted', 'accepted'],
  ['supplementing', 'answer', 'submitted', 'submitted'],
  ['escalated', 'return', 'submitted', 'submitted'],
  ['approved', 'withdraw', undefined, undefined],
  ['submitted', 'refuse', undefined, undefined],
  ['in-payment', 'bank-reject', undefined, 'payment-failed'],
  ['payment-failed', 'correct-account', undefined, 'approved'],
])('from %s, %s (having come from %s) leads to %s', (state, act, cameFrom, to) => {
  expect(next(claim, state, act, cameFrom)).toBe(to)
})

it('a clerk who looks at a submitted case may accept it, ask for more or pass it up, but not take it back', () => {
  expect(actsOf(claim, 'submitted', 'clerk').map((act) => act.id)).toEqual(['accept', 'notify', 'pass-up'])
})

it('the limit runs from acceptance, stands while materials are awaited and ends with the decision', () => {
  const clock = Object.fromEntries(claim.acts.flatMap((act) => (act.clock ? [[act.id, act.clock]] : [])))
  expect(clock).toEqual({
    accept: 'start',
    notify: 'pause',
    answer: 'resume',
    'pass-up': 'start',
    approve: 'stop',
    refuse: 'stop',
    withdraw: 'stop',
  })
})
