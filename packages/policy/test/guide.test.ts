import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exampleFaults, loadPacks } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

/** The files a page shows: each stands in a block under its path. */
function shownIn(page: string): Map<string, string> {
  const blocks = readFileSync(page, 'utf8').matchAll(/^\*\*`(\S+)`\*\*\n\n```\w+\n(.*?)^```$/gmsu)
  return new Map([...blocks].map(([, path, text]) => [path!, text!]))
}

it('the pack of the guide loads, and its examples come out', () => {
  const shown = shownIn(here('../../../docs/policy-packs.md'))
  expect(shown.size).toBe(7)
  const files = new Map([...filesBelow(here('../../../policy-packs')), ...shown])
  const load = loadPacks(files, sha256)
  const faults = load.ok ? exampleFaults(load.packs, files) : load.faults
  expect(faults.map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([])
})
