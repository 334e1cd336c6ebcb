import { explainAllowance, explainMaternityMedical } from '@yichuang/benefits'
import { plainDate, yuan } from '@yichuang/kernel'
import { expect, it } from 'vitest'
import { allowanceScheme, isMissing, loadPacks, maternityMedicalScheme } from '../src/index.ts'
import { filesBelow, here, realPacks, sha256 } from './files.ts'

const packs = realPacks()
const on = plainDate('2020-09-01')
const birth = { outcome: 'birth', difficult: true, babies: 1, monthlyWage: yuan('6543.21') } as const

it('knows the days of the law but works out no allowance while a place has not said how', () => {
  for (const id of ['cn-33-06-shaoxing', 'cn-37-08-jining']) {
    const answer = allowanceScheme(packs.get(id)!, on)
    if ('divisor' in answer) throw new Error('an allowance was compiled from nothing')
    expect(answer.map(({ rule }) => rule)).toEqual([
      'maternity.divisor',
      'maternity.rounding',
      'maternity.bonusDays',
    ])
  }
})

it('joins what a place says itself to the days of the law, each with its clause', () => {
  const files = filesBelow(here('../../../policy-packs'))
  const source = 'source: { document: jining-2020-13, clause: 一（一）, quote: 手工报销 }'
  const own = `id: maternity-jining
title: { zh: 试, en: trial }
maternity: true
divisor: [{ value: 30, from: 2020-01-01, ${source} }]
rounding: [{ order: multiply-then-divide, from: 2020-01-01, ${source} }]
bonusDays: [{ none: true, from: 2020-01-01, ${source} }]
medical: [{ benefit: check-ups, kind: normal, design: fixed, amount: 800, from: 2020-01-01, ${source} }]
`
  const load = loadPacks(new Map(files).set('cn-37-08-jining/benefits/maternity.yaml', own), sha256)
  if (!load.ok) throw new Error(load.faults.map(({ what }) => what).join('\n'))
  const jining = load.packs.get('cn-37-08-jining')!
  const scheme = allowanceScheme(jining, on)
  if (!('divisor' in scheme)) throw new Error('nothing was compiled')
  const { result, trace } = explainAllowance(scheme, birth)
  // 6543.21 × 113 ÷ 30 = 24646.091
  expect(result).toEqual({ days: 113, allowance: yuan('24646.09') })
  expect(JSON.stringify(trace)).toContain('女职工生育享受98天产假')

  const checkUps = maternityMedicalScheme(jining, { benefit: 'check-ups', kind: 'normal', on })
  if (isMissing(checkUps)) throw new Error(checkUps.sentence.en)
  const line = { id: '1', name: '产检', amount: yuan('500.00'), class: 'A', selfPayRatio: 0 } as never
  expect(explainMaternityMedical(checkUps, { lines: [line] }).result).toMatchObject({
    fund: yuan('800.00'),
    person: 0,
    beyond: yuan('300.00'),
  })
  expect(isMissing(maternityMedicalScheme(jining, { benefit: 'delivery', kind: 'normal', on }))).toBe(true)
})
