import { readdirSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { loadPacks } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const sound = filesBelow(here('sound'))

it('loads the sound packs that the broken ones are made from', () => {
  expect(loadPacks(sound, sha256)).toMatchObject({ ok: true })
})

describe('a broken pack is refused with its file, its line and words that help:', () => {
  test.each(readdirSync(here('broken')))('%s', (name) => {
    const changes = filesBelow(here(`broken/${name}`))
    const [place, ...words] = (changes.get('expect.txt') ?? '').trim().split('\n')
    changes.delete('expect.txt')
    const load = loadPacks(new Map([...sound, ...changes]), sha256)
    const faults = load.ok ? [] : load.faults
    const told = faults.find((fault) => words.every((word) => `${fault.what}\n${fault.mend}`.includes(word)))
    // Compared with all that was reported, so that a failure shows it.
    const reported = faults.map((fault) => `${fault.file}:${fault.line} ${fault.what}`)
    expect(reported).toContainEqual(`${place} ${told?.what}`)
    expect(told?.zh.what).toMatch(/\p{Script=Han}/u)
    expect(told?.zh.mend).toMatch(/\p{Script=Han}/u)
  })
})

it('reports all faults of all files at once, in reading order, each once', () => {
  const changes = new Map([...filesBelow(here('broken/ratio-above-one')), ...filesBelow(here('broken/gap'))])
  changes.delete('expect.txt')
  const load = loadPacks(new Map([...sound, ...changes]), sha256)
  expect(load.ok ? [] : load.faults.map((fault) => fault.kind)).toEqual(['share', 'gap'])
})
