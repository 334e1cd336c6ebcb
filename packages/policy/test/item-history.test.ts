import { plainDate } from '@yichuang/kernel'
import { describe, expect, it } from 'vitest'
import { itemHistory, loadPacks, successorsOf, targetsOn } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const real = filesBelow(here('../../../policy-packs'))
const JINING = 'cn-37-08-jining'
const on = plainDate('2020-12-01')

/** The real packs with further files. */
function packsWith(files: Readonly<Record<string, string>>) {
  const load = loadPacks(new Map([...real, ...Object.entries(files)]), sha256)
  if (!load.ok)
    throw new Error(load.faults.map(({ file, line, what }) => `${file}:${line} ${what}`).join('\n'))
  return load.packs
}
const source = `{ document: jining-2020-13, clause: 一（一）, quote: 申办材料整体精简30%以上 }`

describe('a list that a place loads', () => {
  const packs = packsWith({
    [`${JINING}/items/away.posted.yaml`]: `id: away.posted
override: true
versions:
  - from: 2020-09-01
    materials:
      - { id: identity, zh: 有效凭证, en: Identity, required: true, formats: [image], source: ${source} }
    steps:
      - { zh: 网上提交，即时办结, en: 'Hand in online, done at once', by: person }
`,
    [`${JINING}/items/transfer.certificate.yaml`]: `id: transfer.certificate
override: true
versions:
  - from: 2020-09-01
    steps:
      - { zh: 网上打印, en: Print online, by: person }
`,
  })
  const targetOf = (kind: string, day = on) =>
    targetsOn(packs.get(JINING)!, packs.get('cn')!, day).find((target) => target.kind === kind)!

  it('makes the target of materials computed from that day on, and not before', () => {
    const before = targetOf('materials', plainDate('2020-08-31'))
    const posted = (target: typeof before) => target.items.find(({ itemId }) => itemId === 'away.posted')!
    expect(posted(before).here.count).toBeNull()
    const after = targetOf('materials')
    expect(posted(after)).toMatchObject({
      baseline: { count: 3 },
      here: { count: 1, confirmed: true },
      reached: true,
    })
    expect(after.compared).toBe(before.compared + 1)
    expect(after.pooled.reached).toBe(true)
  })

  it('makes the target of processes computed for the frequent items', () => {
    const target = targetOf('process')
    const certificate = target.items.find(({ itemId }) => itemId === 'transfer.certificate')!
    expect([certificate.baseline.count! > certificate.here.count!, certificate.here.count]).toEqual([true, 1])
    expect(target.pooled.cut).not.toBeNull()
  })
})

describe('an item that takes others in', () => {
  const packs = packsWith({
    [`${JINING}/items/away.retired.yaml`]: `id: away.retired
override: true
versions:
  - from: 2020-09-01
    title: { zh: 异地长期备案（合并办理）, en: Long stays elsewhere in one filing }
    replaces: [away.long-stay, away.posted]
`,
  })
  const jining = packs.get(JINING)!

  it('says so in its history, and they name it as their successor from that day on', () => {
    expect(itemHistory(jining, 'away.retired')).toMatchObject([
      { from: '2020-01-01', until: '2020-08-31' },
      { from: '2020-09-01', until: null, item: { replaces: ['away.long-stay', 'away.posted'] } },
    ])
    expect(successorsOf(jining, 'away.posted', on).map(({ id }) => id)).toEqual(['away.retired'])
    expect(successorsOf(jining, 'away.posted', plainDate('2020-08-31'))).toEqual([])
  })

  it('cannot take in itself or what is not there', () => {
    const text = (replaces: string) =>
      `id: away.retired\noverride: true\nversions:\n  - from: 2020-09-01\n    replaces: [${replaces}]\n`
    for (const wrong of ['away.retired', 'no.such'])
      expect(() => packsWith({ [`${JINING}/items/away.retired.yaml`]: text(wrong) })).toThrow(
        `There is no service item “${wrong}”`,
      )
  })
})
