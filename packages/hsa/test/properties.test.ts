import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson, readInput, readOutput, transactions, writeInput, writeOutput } from '../src/index.ts'
import type { Infno } from '../src/index.ts'
import { messageOf } from './arbitraries.ts'

const numbers = Object.keys(transactions) as Infno[]

describe('every transaction comes back as it was written', () => {
  test.each(numbers)('%s', (infno) => {
    const { input, output } = transactions[infno]
    fc.assert(
      fc.property(messageOf(input, false), messageOf(output, true), (asked, answered) => {
        const sent = JSON.stringify(writeInput(infno, asked as never))
        expect(readInput(infno, parseJson(sent))).toEqual({ ok: true, value: asked })
        const back = JSON.stringify(writeOutput(infno, answered as never))
        expect(readOutput(infno, parseJson(back))).toEqual({ ok: true, value: answered })
      }),
      { numRuns: 15, seed: 4 },
    )
  })
})
