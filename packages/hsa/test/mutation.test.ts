import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInput, readRequest } from '../src/index.ts'
import { readMutated } from './mutate.ts'

test('25,000 mutated messages: none throws, and none is taken whose amounts or keys are wrong', () => {
  const { taken, refused } = readMutated(25_000, 20_221_122)
  // Both must happen often, or the mutations prove nothing.
  expect(taken).toBeGreaterThan(2_000)
  expect(refused).toBeGreaterThan(2_000)
})

test('any text and any JSON is read without throwing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
      (text) => typeof readRequest(text).ok === 'boolean',
    ),
    { numRuns: 500, seed: 4 },
  )
  fc.assert(
    fc.property(
      fc.constantFrom('2201', '2204', '4101', '4102', '5204', '9002'),
      fc.jsonValue(),
      (infno, input) => {
        expect(readInput(infno as '2201', input)).toHaveProperty('ok')
        expect(readInput(infno as '2201', { data: input, feedetail: input, setlinfo: input })).toHaveProperty(
          'ok',
        )
      },
    ),
    { numRuns: 500, seed: 4 },
  )
})
