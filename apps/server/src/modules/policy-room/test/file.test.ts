import { describe, expect, it } from 'vitest'
import { LIMIT, openRoom, SOURCE } from './room.ts'

const { town, officer, second, leader, api, ok, draft, edit, tried } = await openRoom()
const PLACE = 'cn-33-06-shaoxing'
const DAY = '2020-11-01'

type View = { draftId: string; version: number }
const write = (view: View, file: string, text: string | null, as = officer) =>
  edit(view, { kind: 'file', file, text }, as)
const textOf = (file: string) => town.packs.library().files.get(file)!
const check = (view: View, file: string, text: string) =>
  ok(`POST /policy/drafts/${view.draftId}/file/check`, officer, { file, text })
const published = async (view: View) => {
  const { trialId } = await tried(view)
  return ok(`POST /policy/drafts/${view.draftId}/publish`, second, { version: view.version, trialId })
}
const parameter = (id: string, values: string, unit = 'working-days') =>
  `id: ${id}\ntitle: { zh: 试, en: Try }\nunit: ${unit}\nvalues:\n${values}`
const value = (from: string, value: string, more = '') =>
  `  - from: ${from}\n    value: ${value}\n${more}    source: { document: ${SOURCE.document}, clause: ${SOURCE.clause}, quote: ${SOURCE.quote} }\n`

describe('any file of a pack', () => {
  it('can be drafted: a process, a calendar, the materials of an item', async () => {
    const view = await draft()
    const { items } = await ok(`GET /policy/drafts/${view.draftId}/files`, leader)
    expect(items).toContainEqual(
      expect.objectContaining({ file: 'cn/processes/claim.yaml', folder: 'processes', changed: false }),
    )
    const file = 'cn/items/records.account-withdrawal.yaml'
    const text = textOf(file).replace('zh: 银行账户', 'zh: 本人银行账户')
    const told = await check(view, file, text)
    expect(told).toMatchObject({ faults: [], changes: [expect.objectContaining({ kind: 'item' })] })
    expect(told.lines.filter(({ kind }: { kind: string }) => kind !== 'same')).toHaveLength(2)
    expect((await ok(`GET /policy/drafts/${view.draftId}`, officer)).version).toBe(0)
    const kept = await write(view, file, text)
    expect([kept.status, kept.body.version]).toEqual([200, 1])
    expect(kept.body.edits[0].what).toContain('Withdrawal of the personal account')
    const read = await ok(`GET /policy/drafts/${view.draftId}/file?file=${file}`, leader)
    expect(read).toMatchObject({ text: `${text.trimEnd()}\n`, inForce: true })
  })

  it('that is new can be added and taken away again', async () => {
    const file = `${PLACE}/parameters/try/days.yaml`
    const added = await write(await draft(), file, parameter('try.days', value(DAY, '7')))
    expect([added.status, added.body.changes.length > 0]).toEqual([200, true])
    const removed = await write(added.body, file, null)
    expect([removed.status, removed.body.changes]).toEqual([200, []])
    expect((await write(removed.body, file, null)).body.code).toBe('file-unknown')
    expect((await write(removed.body, 'nowhere/items/x.yaml', 'id: x')).body.code).toBe('draft-edit-refused')
  })

  const benefits = () => textOf('cn-36-01-nanchang/benefits/' + nanchang())
  const nanchang = () =>
    [...town.packs.library().files.keys()]
      .filter((file) => file.startsWith('cn-36-01-nanchang/benefits/'))
      .map((file) => file.slice('cn-36-01-nanchang/benefits/'.length))
      .find((file) => /employee.*inpatient|inpatient.*employee/.test(file))!
  const measures = () => textOf(`${PLACE}/measures/shaoxing-2020-9.yaml`)

  it.each<[string, () => [file: string, text: string], string]>([
    [
      'a value without a clause',
      () => [
        `${PLACE}/parameters/try.yaml`,
        parameter('try', value(DAY, '7').replace('clause: 二（三）, ', '')),
      ],
      'missing',
    ],
    [
      'a quote that is not in the text',
      () => [
        `${PLACE}/parameters/try.yaml`,
        parameter('try', value(DAY, '7').replace(SOURCE.quote, '没有这句话')),
      ],
      'quote-not-found',
    ],
    [
      'overlapping validity',
      () => [
        `${PLACE}/parameters/try.yaml`,
        parameter('try', value(DAY, '7', '    until: 2020-12-31\n') + value('2020-12-01', '8')),
      ],
      'overlap',
    ],
    [
      'a gap in validity',
      () => [
        `${PLACE}/parameters/try.yaml`,
        parameter('try', value(DAY, '7', '    until: 2020-11-30\n') + value('2020-12-15', '8')),
      ],
      'gap',
    ],
    [
      'a ratio of 1.2',
      () => [`${PLACE}/parameters/try.yaml`, parameter('try', value(DAY, '1.2'), 'ratio')],
      'unit',
    ],
    [
      'a date that does not exist',
      () => [`${PLACE}/parameters/try.yaml`, parameter('try', value('2020-02-30', '7'))],
      'no-such-day',
    ],
    [
      'bands with a hole',
      () => [
        `cn-36-01-nanchang/benefits/${nanchang()}`,
        spoiled(benefits(), /above: (\d+)/, (n) => `above: ${n + 1}`),
      ],
      'band-hole',
    ],
    [
      'an override of an unknown id',
      () => [
        `${PLACE}/items/no.such.yaml`,
        `id: no.such\noverride: true\nversions:\n  - from: ${DAY}\n    runningCases: stay\n`,
      ],
      'override-of-unknown',
    ],
    [
      'a cycle between packs',
      () => ['cn/pack.yaml', `${textOf('cn/pack.yaml')}extends: ${PLACE}\n`],
      'cycle',
    ],
    [
      'a measure that ends before it starts',
      () => [
        `${PLACE}/measures/shaoxing-2020-9.yaml`,
        measures().replace('from: 2020-01-28\n', 'from: 2020-01-28\n    until: 2020-01-01\n'),
      ],
      'until-before-from',
    ],
    [
      'a measure that outlives its authority',
      () => [
        `${PLACE}/measures/shaoxing-2020-9.yaml`,
        measures().replace(
          'from: 2020-01-28\n',
          'from: 2020-01-28\n    until: 2022-12-31\n    longest: 2021-12-31\n',
        ),
      ],
      'measure-outlives',
    ],
  ])(
    'with %s is refused by file and line, in a sentence that mends it, and nothing is kept',
    async (_, make, code) => {
      const [file, text] = make()
      expect(text).not.toBe(town.packs.library().files.get(file))
      const view = await draft()
      const told = await check(view, file, text)
      expect(told.faults.map((fault: { code: string }) => fault.code)).toContain(code)
      expect(told.faults[0].line).toBeGreaterThan(0)
      const { status, body } = await write(view, file, text)
      expect([status, body.code]).toEqual([422, 'draft-faulty'])
      expect(body.errors.map((fault: { code: string }) => fault.code)).toContain(code)
      expect((await ok(`GET /policy/drafts/${view.draftId}`, officer)).version).toBe(0)
    },
  )
})

/** The last number that fits, changed: the first band of a table begins at nothing. */
function spoiled(text: string, pattern: RegExp, change: (found: number) => string): string {
  const all = [...text.matchAll(new RegExp(pattern, 'g'))]
  const last = all.at(-1)!
  return text.slice(0, last.index) + change(Number(last[1])) + text.slice(last.index + last[0].length)
}

describe('a draft that was overtaken by a publication', () => {
  const other = { ...LIMIT, item: 'claims.outpatient', from: '2020-12-01' as const }
  const outpatient = `${PLACE}/items/claims.outpatient.yaml`

  it('is put onto the rules in force, and then changes them and nothing else', async () => {
    const mine = await write(await draft('我的草案'), outpatient, withNotice('Both ways are open'))
    const theirs = await edit(await draft('别人的草案'), other)
    await published(theirs.body)
    const late = await ok(`GET /policy/drafts/${mine.body.draftId}`, officer)
    expect(late.outdated).toEqual([outpatient])
    const refused = await api(`POST /policy/drafts/${late.draftId}/trials`, officer, {
      version: late.version,
    })
    expect(refused.body.code).toBe('draft-outdated')

    const moved = await ok(`POST /policy/drafts/${late.draftId}/rebase`, officer, { version: late.version })
    expect(moved).toMatchObject({ outdated: [], version: late.version + 1 })
    expect(moved.changes.every(({ id }: { id: string }) => id === 'claims.outpatient')).toBe(true)
    expect(JSON.stringify(moved.changes)).not.toContain('2020-12-01')
    const undo = await api(`POST /policy/drafts/${late.draftId}/undo`, officer, { version: moved.version })
    expect(undo.body.code).toBe('undo-stopped')
    expect((await published(moved)).changes.length).toBeGreaterThan(0)
    expect(textOf(outpatient)).toContain('Both ways are open')
    expect(textOf(outpatient)).toContain('2020-12-01')
  })

  it('is told where both changed the same lines, and follows what the officer says', async () => {
    const limit = (days: number, title: string) =>
      draft(title).then((view) => edit(view, { ...other, from: '2021-01-01', workingDays: days }))
    const mine = await limit(6, '六天')
    await published((await limit(8, '八天')).body)
    const rebase = (keep: object) =>
      api(`POST /policy/drafts/${mine.body.draftId}/rebase`, officer, { version: mine.body.version, keep })
    const { status, body } = await rebase({})
    expect([status, body.code, body.conflicts[0].file]).toEqual([409, 'rebase-conflicts', outpatient])
    expect([body.conflicts[0].draft, body.conflicts[0].inForce].join()).toMatch(/6.*8/s)
    const kept = await rebase({ [outpatient]: 'draft' })
    expect(kept.body).toMatchObject({ outdated: [] })
    expect(JSON.stringify(kept.body.changes)).toContain('"after":"6')
  })

  /** The English words of the first step online, said otherwise. */
  function withNotice(words: string): string {
    return textOf(outpatient).replace(/en: [^}\n]+ \}/, `en: ${words} }`)
  }
})

describe('the measures of a place', () => {
  it('stand in the list of rules with what is in force, and each on a time line with its clause', async () => {
    const place = await ok(`GET /policy/places/${PLACE}?on=2020-03-01`, leader)
    const rule = place.rules.find(({ kind }: { kind: string }) => kind === 'measure')
    expect(rule).toMatchObject({ id: 'shaoxing-2020-9', layer: PLACE })
    expect(rule.inForce.length).toBeGreaterThan(2)
    const { layers } = await ok(`GET /policy/places/${PLACE}/rules/measure/shaoxing-2020-9`, leader)
    const entries = layers[0].entries
    expect(entries[0]).toMatchObject({ from: '2020-01-28', citation: { clause: '附件 一' } })
    expect(entries[0].ranges.length).toBeGreaterThan(0)
    expect(entries.some(({ note }: { note: string }) => note.includes('leader switches it on'))).toBe(true)
  })
})

describe('the figures of a year', () => {
  it('are all that held on any of its days, each with the day from which it held in its course', async () => {
    const named = async (query: string) => {
      const { rules } = await ok(`GET /policy/places/cn-36-01-nanchang?known=2026-01-01&${query}`, leader)
      return rules.find(({ id }: { id: string }) => id === 'employee-outpatient').inForce as string[]
    }
    expect(await named('on=2025-09-01')).toEqual([])
    expect((await named('year=2025'))[0]).toContain('300')
    expect(await named('year=2024')).toEqual([])
    const { rules } = await ok(`GET /policy/places/${PLACE}?year=2020`, leader)
    const end = rules.find(({ id }: { id: string }) => id === 'periods.year-ends')
    expect(end.inForce.length).toBeGreaterThan(0)
    const wrong = await api(`GET /policy/places/${PLACE}?year=20`, leader)
    expect(wrong.status).toBe(400)
  })
})
