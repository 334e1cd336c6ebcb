import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conflictOf, resultOf, wanted, type Given, type Verdict } from '../panel.ts'

const given = (...verdicts: Verdict[]): Given[] =>
  verdicts.map((verdict, index) => ({ round: 1, expertId: String(index), verdict }))

describe('a round of opinions', () => {
  it.each([
    [given(), 1, undefined],
    [given('grant'), 2, undefined],
    [given('grant', 'grant'), undefined, 'granted'],
    [given('refuse', 'refuse'), undefined, 'refused'],
    [given('grant', 'refuse'), 3, undefined],
    [given('grant', 'refuse', 'grant'), undefined, 'granted'],
    [given('refuse', 'grant', 'refuse'), undefined, 'refused'],
    [given('recuse', 'grant'), 2, undefined],
    [given('recuse', 'grant', 'recuse', 'grant'), undefined, 'granted'],
  ] as const)('%j wants opinion %s and comes to %s', (opinions, next, result) => {
    expect([wanted(opinions, 1), resultOf(opinions, 1)]).toEqual([next, result])
  })

  it('wants two opinions or three, never more, and goes with the most of those that count', () => {
    const verdict = fc.constantFrom<Verdict>('grant', 'refuse', 'recuse')
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 30 }), (verdicts) => {
        const taken: Given[] = []
        for (const [index, one] of verdicts.entries()) {
          if (wanted(taken, 1) === undefined) break
          taken.push({ round: 1, expertId: String(index), verdict: one })
        }
        const counts = taken.filter((one) => one.verdict !== 'recuse')
        const grants = counts.filter((one) => one.verdict === 'grant').length
        expect(counts.length).toBeLessThanOrEqual(3)
        const result = resultOf(taken, 1)
        const expected = grants >= 2 ? 'granted' : counts.length - grants >= 2 ? 'refused' : undefined
        expect(result).toBe(expected)
      }),
    )
  })

  it('counts the opinions of its own round only', () => {
    const before = given('refuse', 'refuse')
    expect(wanted(before, 2)).toBe(1)
    expect(resultOf([...before, { round: 2, expertId: '7', verdict: 'grant' }], 2)).toBeUndefined()
  })
})

describe('a conflict of interest', () => {
  const expert = { userId: 'e', name: '李专家', hospitalCode: 'B' }
  const application = { hospitalCode: 'A', doctorName: '王医生', round: 1 }
  it('is the own hospital, the own patient, or having looked at it before an appeal', () => {
    expect(conflictOf(expert, application, [])).toBeUndefined()
    expect(conflictOf({ ...expert, hospitalCode: 'A' }, application, [])).toBe('own-hospital')
    expect(conflictOf(expert, { ...application, doctorName: '李专家' }, [])).toBe('own-patient')
    const looked: Given[] = [{ round: 1, expertId: 'e', verdict: 'refuse' }]
    expect(conflictOf(expert, application, looked)).toBeUndefined()
    expect(conflictOf(expert, { ...application, round: 2 }, looked)).toBe('looked-before')
  })
})
