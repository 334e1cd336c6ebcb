import { calculateChain, explainChain } from '@yichuang/benefits'
import { addDays, ageOn, plainDate, yuan, type PlainDate, type Ratio } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benefitChain, chainOn, groupsOfPerson, personGroups, type Pack } from '../src/index.ts'
import { realPacks } from './files.ts'

const packs = realPacks()
const jining = packs.get('cn-37-08-jining')!
const nanchang = packs.get('cn-36-01-nanchang')!
const RESIDENT = {
  insurance: 'resident',
  kind: 'inpatient',
  level: 'tertiary',
  personClass: 'resident-senior',
  carePlace: 'local',
  on: plainDate('2020-10-12'),
} as const

const anyDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(plainDate('1940-01-01'), days))

describe('the groups of a person', () => {
  const withAge: Pack = {
    ...nanchang,
    chains: new Map(
      [...nanchang.chains].map(([id, file]) => [
        id,
        {
          ...file,
          groups: [
            ...(file.groups ?? []),
            { id: 'aged-60', title: { zh: '60周岁以上', en: 'Aged 60' }, age: { from: 60 } },
          ],
        },
      ]),
    ),
  }

  it('are those recorded that the place names, and those of their age on the day', () => {
    const person = { recorded: ['hardship', 'elsewhere', 'aged-60'], birth: plainDate('1960-10-13') }
    expect(groupsOfPerson(withAge, person, plainDate('2020-10-12'))).toEqual(['hardship'])
    expect(groupsOfPerson(withAge, person, plainDate('2020-10-13'))).toEqual(['hardship', 'aged-60'])
  })

  it('of age begin on a birthday and never end', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (birth, on) => {
        fc.pre(on >= birth)
        const inGroup = (day: PlainDate) => groupsOfPerson(withAge, { recorded: [], birth }, day).length === 1
        expect(inGroup(on)).toBe(ageOn(birth, on) >= 60)
        expect(!inGroup(on) || inGroup(addDays(on, 1))).toBe(true)
      }),
    )
  })
})

describe('a place that borrows a payer after the basic fund', () => {
  it('pays as the lender’s published example, each figure marked as borrowed', () => {
    const chain = benefitChain(jining, RESIDENT)
    if (!('basic' in chain)) throw new Error(chain.map(({ sentence }) => sentence.en).join('\n'))
    const line = {
      id: '1',
      name: '住院费用',
      amount: yuan('60000.00'),
      class: 'A',
      selfPayRatio: 0 as Ratio,
    } as const
    const nothing = { inScopeUsed: 0, deductibleUsed: 0, fundPaid: 0, admissions: 0 } as never
    const claim = {
      lines: [line],
      used: { basic: { year: 2020, ...(nothing as object) } as never, stages: {}, diseases: {} },
    }
    const { payers, person } = calculateChain(chain, claim)
    expect([payers.hifp_pay, payers.hifmi_pay, person]).toEqual([3564000, 441600, 1994400])
    const marks = JSON.stringify(explainChain(chain, claim).trace).match(/"borrowed":\{"pack":"[^"]+"/g)
    expect(new Set(marks)).toEqual(new Set(['"borrowed":{"pack":"cn-36-01-nanchang"']))
    for (const stage of chain.stages)
      for (const { source } of [stage.order, stage.deductible!, stage.yearlyCap!])
        expect(source.borrowed?.pack).toBe('cn-36-01-nanchang')
  })

  it('knows the lender’s groups', () => {
    expect(personGroups(jining).map(({ id }) => id)).toEqual(['hardship'])
    const chain = benefitChain(jining, { ...RESIDENT, groups: ['hardship'] })
    expect('basic' in chain && chain.stages[0]!.deductible!.value).toBe(yuan('8500.00'))
  })

  it('borrows no order of payers of whom one is not lent, and nothing before the day it borrows from', () => {
    expect(chainOn(jining, { ...RESIDENT, insurance: 'employee' })).toBeUndefined()
    expect(chainOn(jining, { ...RESIDENT, on: plainDate('2019-12-31') })).toBeUndefined()
  })
})
