import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.join(import.meta.dirname, '..')
const MODULES = 'apps/server/src/modules'
const foldersOf = (dir: string) =>
  readdirSync(path.join(ROOT, dir))
    .map((name) => `${dir}/${name}`)
    .filter((folder) => statSync(path.join(ROOT, folder)).isDirectory())
const modules = foldersOf(MODULES)
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')

/** What a README names on a line that begins with a word, between backticks. */
const named = (readme: string, word: string) =>
  [...(new RegExp(`^${word}: .+$`, 'm').exec(readme)?.[0].matchAll(/`([^`]+)`/g) ?? [])].map(
    ([, name]) => name!,
  )

describe.each([...modules, ...foldersOf('packages'), 'apps/server', 'apps/web'])(
  'the README of %s',
  (folder) => {
    it('leads to files that exist', () => {
      const readme = read(`${folder}/README.md`)
      const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target!)
      const gone = targets.filter(
        (target) => !target.includes('://') && !existsSync(path.join(ROOT, folder, target)),
      )
      expect(gone).toEqual([])
      expect(readme).toMatch(/^# \S/)
    })
  },
)

describe.each(modules)('the README of %s', (module) => {
  it('names doors that the module has', () => {
    const door = read(`${module}/index.ts`)
    const doors = named(read(`${module}/README.md`), 'Doors')
    expect(doors).not.toEqual([])
    expect(doors.filter((name) => !new RegExp(`\\b${name}\\b`).test(door))).toEqual([])
  })
})

it('every SQL schema belongs to the platform or to one module, which says so', () => {
  const schemas = [...read('apps/server/schema.sql').matchAll(/^create schema (\w+)/gim)].map(
    ([, name]) => name!,
  )
  const claimed = modules.flatMap((module) => named(read(`${module}/README.md`), 'Tables'))
  expect(claimed.toSorted()).toEqual(schemas.filter((name) => name !== 'platform').toSorted())
})
