import { fen, ZERO_FEN, type Fen } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSums, booked, EMPTY, held, stateOf, waiting, type EntryKind, type Sums } from './ledger.ts'

const KINDS: readonly EntryKind[] = ['granted', 'cancelled', 'arrived', 'used', 'offset', 'returned']
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  amount: fc.integer({ min: -50_000_00, max: 50_000_00 }).filter((amount) => amount !== 0),
})

describe('the ledger of an advance', () => {
  it('reconciles to the fen whatever is booked in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let sums: Sums = EMPTY
        const taken: { kind: EntryKind; amount: number }[] = []
        for (const { kind, amount } of steps) {
          const after = booked(sums, kind, fen(amount))
          if ('why' in after) continue
          sums = after
          taken.push({ kind, amount })
        }
        for (const kind of KINDS)
          expect(sums[kind]).toBe(
            taken.filter((entry) => entry.kind === kind).reduce((so, { amount }) => so + amount, 0),
          )
        expect(sums.granted).toBe(sums.cancelled + waiting(sums) + sums.arrived)
        expect(sums.arrived).toBe(sums.offset + sums.returned + held(sums))
        expect(Math.min(...Object.values(sums), waiting(sums), held(sums))).toBeGreaterThanOrEqual(0)
        expect(sums.used).toBeLessThanOrEqual(sums.arrived)
      }),
    )
  })

  it('is settled only when nothing waits and nothing is held', () => {
    const after = (...entries: [EntryKind, number][]) =>
      entries.reduce<Sums>((sums, [kind, amount]) => booked(sums, kind, fen(amount)) as Sums, EMPTY)
    expect(stateOf(after(['granted', 100]))).toBe('granted')
    expect(stateOf(after(['granted', 100], ['arrived', 60]))).toBe('arrived')
    expect(stateOf(after(['granted', 100], ['arrived', 60], ['offset', 60]))).toBe('arrived')
    expect(
      stateOf(after(['granted', 100], ['arrived', 60], ['offset', 50], ['returned', 10], ['cancelled', 40])),
    ).toBe('settled')
    expect(stateOf(after(['granted', 100], ['cancelled', 100]))).toBe('settled')
  })

  it.each<[string, [EntryKind, number][], EntryKind, number, string]>([
    ['more arrives than was granted', [['granted', 100]], 'arrived', 101, '尚未拨付的金额 1.00 元'],
    [
      'more is used than arrived',
      [
        ['granted', 100],
        ['arrived', 40],
      ],
      'used',
      41,
      '0.40 元',
    ],
    [
      'more is offset than is held',
      [
        ['granted', 100],
        ['arrived', 40],
        ['returned', 10],
      ],
      'offset',
      31,
      '0.30 元',
    ],
    [
      'an arrival is taken back that was used',
      [
        ['granted', 100],
        ['arrived', 40],
        ['used', 30],
      ],
      'arrived',
      -20,
      '0.10 元',
    ],
  ])('refuses when %s, and says how much there is', (_, entries, kind, amount, words) => {
    const sums = entries.reduce<Sums>((so, [kind, amount]) => booked(so, kind, fen(amount)) as Sums, EMPTY)
    const after = booked(sums, kind, fen(amount))
    expect('why' in after && after.why.zh).toContain(words)
  })

  it('adds up over advances', () => {
    const one: Sums = { ...EMPTY, granted: 5 as Fen, arrived: 3 as Fen }
    expect(addSums([one, one])).toEqual({ ...EMPTY, granted: 10, arrived: 6 })
    expect(waiting(addSums([]))).toBe(ZERO_FEN)
  })
})
