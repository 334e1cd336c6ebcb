import { describe, expect, it, test } from 'vitest'
import { exampleFaults, loadPacks } from '../src/index.ts'
import type { PackFault } from '../src/index.ts'
import { filesBelow, here, sha256 } from './files.ts'

const sound = filesBelow(here('sound'))
const FILE = 'land/examples/claims.yaml'

// 20000 yuan in the sound packs: 10000 × 80 % + (20000 − 800 − 10000) × 90 % = 8000 + 8280 = 16280.
const GOOD = `id: claims
examples:
  - name: 住院20000元
    working: (10000×80%)+(9200×90%)=16280
    scheme: { insurance: employee, kind: inpatient, level: tertiary, personClass: active, carePlace: local, on: 2020-06-01 }
    claim:
      lines: [{ name: 费用, amount: 2000000, class: A }]
    expect: { total: 2000000, inScope: 2000000, deductible: 80000, fund: 1628000, person: 372000 }
`

/** The faults of the sound packs with one example file. */
function faultsOf(text: string): readonly PackFault[] {
  const files = new Map([...sound, [FILE, text]])
  const load = loadPacks(files, sha256)
  return load.ok ? exampleFaults(load.packs, files) : load.faults
}
const changed = (from: string, to: string) => {
  if (!GOOD.includes(from)) throw new Error(`the example has no ${from}`)
  return GOOD.replace(from, to)
}
const told = (faults: readonly PackFault[]) => faults.map(({ file, line, what }) => `${file}:${line} ${what}`)

it('says nothing of an example that comes out', () => {
  expect(told(faultsOf(GOOD))).toEqual([])
})

describe('an example that is wrong is named with its line:', () => {
  test.each([
    [
      'an amount that differs by a fen',
      changed('fund: 1628000', 'fund: 1628001'),
      `${FILE}:8 “住院20000元”: fund comes out as 16280.00, the example says 16280.01`,
    ],
    [
      'a day on which nothing is loaded',
      changed('on: 2020-06-01', 'on: 2019-06-01'),
      `${FILE}:5 “住院20000元” cannot be worked out: `,
    ],
    [
      'a part assumed that the place has loaded',
      `${GOOD}    assume: { fundShare: 0.5, why: 试 }\n`,
      `${FILE}:9 “住院20000元” assumes bands, which this place has loaded`,
    ],
    [
      'a record further away than it allows',
      `${GOOD}    record: { of: '1', within: 4, why: 试, amounts: { person: 372005 } }\n`,
      `${FILE}:9 “住院20000元”: person comes out as 3720.00, further from the recorded 3720.05 than the record allows`,
    ],
    [
      'a group no chain knows',
      changed('on: 2020-06-01 }', 'on: 2020-06-01, groups: [veterans] }'),
      `${FILE}:5 No chain of this place knows a group “veterans”`,
    ],
    [
      'a parameter no pack declares',
      changed('class: A }', 'class: B, selfPayBy: no.such }'),
      `${FILE}:7 There is no parameter “no.such”`,
    ],
    [
      'a claim that cannot be',
      changed('class: A }', 'class: A, quantity: 3 }'),
      `${FILE}:6 “住院20000元”: Line 1: there is a quantity but no ceiling price.`,
    ],
  ])('%s', (_what, text, words) => {
    const faults = faultsOf(text)
    expect(told(faults)).toEqual([expect.stringContaining(words)])
    expect(faults[0]!.zh.what).toMatch(/\p{Script=Han}/u)
    expect(faults[0]!.mend).toMatch(/\w/)
  })
})

it('accepts a record within the difference it allows', () => {
  const text = `${GOOD}    record: { of: '1', within: 4, why: 试, amounts: { person: 372004, fund: 1627996 } }\n`
  expect(told(faultsOf(text))).toEqual([])
})

it('works an allowance out with the days of the law and what the example assumes', () => {
  const allowance = (days: number) => `id: births
examples: []
allowances:
  - name: 顺产
    working: 7000×98÷30
    on: 2020-06-01
    event: { outcome: birth, monthlyWage: 700000 }
    assume: { divisor: 30, rounding: multiply-then-divide, bonusDays: { none: true }, why: 试 }
    expect: { days: ${days}, allowance: 2286667 }
`
  const cn = filesBelow(here('../../../policy-packs'))
  const faults = (days: number) => {
    const files = new Map([...cn, ['cn/examples/births.yaml', allowance(days)]])
    const load = loadPacks(files, sha256)
    if (!load.ok) throw new Error(told(load.faults).join('\n'))
    return told(exampleFaults(load.packs, files))
  }
  expect(faults(98)).toEqual([])
  expect(faults(128)).toEqual([
    'cn/examples/births.yaml:9 “顺产”: days comes out as 98, the example says 128',
  ])
})
