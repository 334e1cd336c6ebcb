import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { jsonSchemas, kindOfFile, loadPacks, newRuleForm, ruleForm, writeForm } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const files = filesBelow(here('../../../policy-packs'))
const load = loadPacks(files, sha256)
if (!load.ok) throw new Error('the packs do not load')
const { packs } = load
const rules = [...files].filter(([path]) => path.endsWith('.yaml'))
const plain = (text: string) => parse(text, { merge: true, maxAliasCount: 200, logLevel: 'error' }) as Rule
type Rule = Record<string, unknown>
const SHAOXING = 'cn-33-06-shaoxing'

describe('a rule file as a form', () => {
  it('is of a kind whose schema there is, whatever file of the packs it is', () => {
    const without = rules.filter(([path, text]) => !jsonSchemas().has(kindOfFile(path, text) ?? ''))
    expect(without.map(([path]) => path)).toEqual([])
  })

  it('is written as it was when nothing was changed', () => {
    const changed = rules.filter(([path, text]) => writeForm(path, text, plain(text)) !== text)
    expect(changed.map(([path]) => path)).toEqual([])
  })

  it('says afterwards exactly what was filled in, with whatever field changed, and keeps the comments', () => {
    for (const [path, text] of rules) {
      const content = plain(text)
      const key = Object.keys(content).at(-1)!
      for (const filled of [
        { ...content, added: [{ one: 1 }] },
        { ...content, [key]: 'replaced' },
        Object.fromEntries(Object.entries(content).filter(([name]) => name !== key)),
        deeply(content),
      ]) {
        const written = writeForm(path, text, filled as Rule)
        expect({ path, ...plain(written) }).toEqual({ path, ...(filled as Rule) })
        expect(written.startsWith(text.split('\n')[0]!)).toBe(true)
      }
    }
    const [, measures] = rules.find(([path]) => path.endsWith('measures/shaoxing-2020-9.yaml'))!
    const filled = { ...plain(measures), warnDays: 10 }
    expect(writeForm('x/measures/y.yaml', measures, filled)).toContain(
      '# What the notice orders has a `from`',
    )
  })

  it('changes two lines of a file when two values changed', () => {
    const file = 'cn-36-01-nanchang/benefits/employee-outpatient.yaml'
    const { content } = ruleForm(files, packs, { pack: 'cn-36-01-nanchang', file })
    const changed = structuredClone(content) as {
      deductible: { rows: { amount: number }[] }
      title: { zh: string }
    }
    changed.deductible.rows[0]!.amount = 400
    changed.title.zh = '职工门诊'
    const before = files.get(file)!.split('\n')
    const after = writeForm(file, files.get(file), changed).split('\n')
    expect(after.filter((line) => !before.includes(line))).toHaveLength(2)
    expect(after).toHaveLength(before.length)
  })
})

describe('a place that says otherwise than the packs above it', () => {
  it('begins with the changes of an item, and with the whole of all else', () => {
    const item = ruleForm(files, packs, { pack: SHAOXING, file: 'cn/items/chronic.recognition.yaml' })
    expect(item).toMatchObject({
      file: `${SHAOXING}/items/chronic.recognition.yaml`,
      exists: false,
      content: { id: 'chronic.recognition', override: true },
    })
    const value = ruleForm(files, packs, { pack: SHAOXING, file: 'cn/parameters/targets/limits-cut.yaml' })
    expect(value).toMatchObject({ exists: false, content: { override: true, unit: 'ratio' } })
    const text = writeForm(value.file, undefined, value.content)
    expect(text).toContain('$schema=../../../../packages/policy/schema/parameter.json')
    expect(loadPacks(new Map([...files, [value.file, text]]), sha256).ok).toBe(true)
  })

  it('goes on in its own file where it has one', () => {
    const item = ruleForm(files, packs, { pack: SHAOXING, file: 'cn/items/claims.inpatient.yaml' })
    expect(item).toMatchObject({ file: `${SHAOXING}/items/claims.inpatient.yaml`, exists: true })
    expect(Object.keys(item.schema['properties'] as object)).toContain('override')
  })

  it('is told whose rule it is where only that place can change it', () => {
    const calendar = () => ruleForm(files, packs, { pack: SHAOXING, file: 'cn/calendars/2020.yaml' })
    expect(calendar).toThrow(/choose/)
    const elsewhere = () =>
      ruleForm(files, packs, { pack: SHAOXING, file: 'cn-36-01-nanchang/benefits/employee-outpatient.yaml' })
    expect(elsewhere).toThrow(/Nanchang/)
  })
})

describe('a new rule', () => {
  it('begins in the folder and with the fields of its kind', () => {
    const added = (kind: 'supplement' | 'calendar' | 'maternity' | 'measure', id: string) =>
      newRuleForm(files, packs, { pack: SHAOXING, kind, id })
    expect(added('supplement', 'aid')).toMatchObject({
      file: `${SHAOXING}/benefits/aid.yaml`,
      content: { id: 'aid' },
    })
    expect(added('calendar', '2027')).toMatchObject({ content: { year: 2027 } })
    expect(added('maternity', 'birth')).toMatchObject({ content: { maternity: true } })
    expect(() => added('measure', 'shaoxing-2020-9')).toThrow(/already/)
  })
})

/** One more in every list, and the first number found one higher. */
function deeply(value: unknown): unknown {
  if (Array.isArray(value)) return [...value.map(deeply), ...value.slice(-1)]
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deeply(inner)]))
}
