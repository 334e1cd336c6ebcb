import { plainDate } from '@yichuang/kernel'
import { loadPacks } from '@yichuang/policy'
import { expect, it } from 'vitest'
import { readPackFolder, sha256 } from '../../packs/index.ts'
import { samenessOf } from './item-facts.ts'

const JINING = 'cn-37-08-jining'
const real = await readPackFolder()

/** 济宁 with a county under it that has a pack of its own, with these files. */
function sameness(files: Readonly<Record<string, string>>, language: 'zh' | 'en' = 'zh') {
  const load = loadPacks(new Map([...real, ...Object.entries(files)]), sha256)
  if (!load.ok) throw new Error(load.faults.map(({ file, what }) => `${file}: ${what}`).join('\n'))
  return samenessOf(load.packs, load.packs.get(JINING)!, plainDate('2020-12-01'), language)
}
const county = (files: Readonly<Record<string, string>> = {}) => ({
  'cn-37-08-81-qufu/pack.yaml': `id: cn-37-08-81-qufu
version: 1.0.0
title: { zh: 曲阜市, en: Qufu }
regionCode: '370881'
agency: { zh: 曲阜市医疗保障局, en: The Qufu Healthcare Security Administration }
extends: ${JINING}
`,
  ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`cn-37-08-81-qufu/${name}`, text])),
})
const source = `{ document: jining-2020-13, clause: 一（一）, quote: 申办材料整体精简30%以上 }`

it('a city without packs of counties is one, and so is a county that adds nothing', () => {
  expect(sameness({})).toEqual({ places: [], differences: [] })
  expect(sameness(county())).toEqual({ places: ['曲阜市'], differences: [] })
})

it('a county that asks for other materials and another step of one item is told with exactly these parts', () => {
  const planted = county({
    'items/away.posted.yaml': `id: away.posted
override: true
versions:
  - from: 2020-09-01
    materials:
      - { id: identity, zh: 有效凭证, en: Identity, required: true, formats: [image], source: ${source} }
    steps:
      - { zh: 到窗口办理, en: Go to the window, by: person }
`,
  })
  const [found, ...others] = sameness(planted).differences
  expect(others).toEqual([])
  expect(found).toMatchObject({
    place: '曲阜市',
    itemName: '常驻异地工作人员备案',
    parts: ['申办材料', '办理流程'],
  })
  expect(found!.details.map(({ here }) => here)).toContain('到窗口办理')
  expect(found!.details.some(({ city, here }) => city !== null && here === null)).toBe(true)
  expect(sameness(planted, 'en').differences[0]!.parts).toEqual(['materials', 'process'])
})

it('a county with a figure of its own is told with the figure of the city beside it', () => {
  const parameter = real.get('cn/parameters/claims/year-of-stay.yaml')
  expect(parameter).toBeDefined()
  const planted = county({
    'parameters/claims/year-of-stay.yaml': `id: claims.year-of-stay
override: true
title: { zh: 跨年度住院的年度, en: The year of a stay over the turn of a year }
unit: text
values:
  - { from: 2020-09-01, value: discharge, source: ${source} }
`,
  })
  const [found] = sameness(planted).differences
  expect(found).toMatchObject({ place: '曲阜市', parts: ['数值'] })
  expect(found!.details).toContainEqual(expect.objectContaining({ city: null, here: 'discharge' }))
})
