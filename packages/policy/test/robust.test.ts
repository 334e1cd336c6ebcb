import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadPacks } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const sound = filesBelow(here('sound'))
const lines = [...sound].flatMap(([path, text]) => text.split('\n').map((_line, index) => ({ path, index })))
const junk = fc.constantFrom(
  '',
  '[]',
  'x',
  '{ a: ',
  '  <<: *v',
  '- &v 1',
  '  <<: 7',
  '\u0000',
  '!!js/function x',
  '? ',
  "'",
  'null',
  '#',
)

it('whatever somebody does to a line of a pack, the answer is packs or faults with a place, never a crash', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lines), junk, fc.boolean(), ({ path, index }, word, replace) => {
      const text = sound
        .get(path)!
        .split('\n')
        .toSpliced(index, replace ? 1 : 0, word)
        .join('\n')
      const load = loadPacks(new Map(sound).set(path, text), sha256)
      const placed = load.ok || load.faults.every((f) => f.line >= 1 && f.column >= 1 && f.what && f.mend)
      expect(placed).toBe(true)
      expect(load.ok || load.faults.length > 0).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('whichever file of a pack is missing or empty, the answer is packs or faults', () => {
  for (const path of sound.keys()) {
    const without = new Map(sound)
    without.delete(path)
    expect(loadPacks(without, sha256)).toHaveProperty('ok')
    expect(loadPacks(new Map(sound).set(path, ''), sha256)).toHaveProperty('ok', false)
  }
})
