import { treatFirstStates } from '@yichuang/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, mayDecide, type Act, type State } from '../life.ts'

const ACTS: readonly Act[] = ['change', 'close', 'propose', 'decline', 'write-off', 'reopen']

describe('the life of an entry', () => {
  it('ends only by what settled it or by a write-off that was proposed, in whatever order things are tried', () => {
    const walked = fc.array(fc.constantFrom(...ACTS), { maxLength: 30 }).map((tried) => {
      const steps: string[] = []
      let state: State = 'open'
      for (const act of tried) {
        const next = after(state, act)
        if (next !== undefined) steps.push(`${state} ${act} ${next}`)
        state = next ?? state
      }
      return steps
    })
    const [ending, leaving] = [
      /^(open close|write-off-proposed (close|write-off)) closed$/,
      /^closed reopen open$/,
    ]
    fc.assert(
      fc.property(walked, (steps) => {
        expect(steps.filter((step) => step.endsWith(' closed') && !ending.test(step))).toEqual([])
        expect(steps.filter((step) => step.startsWith('closed ') && !leaving.test(step))).toEqual([])
      }),
    )
  })

  it('leaves nobody stuck: from every state there is a way to the end, and back', () => {
    for (const state of treatFirstStates) expect(ACTS.some((act) => after(state, act))).toBe(true)
  })

  it('has two people for a write-off, and nobody unknown', () => {
    expect(mayDecide('a', 'b')).toBe(true)
    expect(mayDecide('a', 'a')).toBe(false)
    expect(mayDecide(null, 'b')).toBe(false)
    expect(mayDecide('a', null)).toBe(false)
  })
})
