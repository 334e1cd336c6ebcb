import type { StaffCaller } from '../../../platform/http/caller.ts'
import { memberOfStaff } from '../../../../test/townsfolk.ts'
import { claim, openTown } from '../../../../test/claims-town.ts'
import type { CaseWorld } from '../../cases/index.ts'
import { materialsRoutes, openCases } from '../../cases/index.ts'
import { claimHandler, openClaims } from '../../claims/index.ts'
import { measuresRoutes, openMeasuredPacks, openMeasures, relief, watchMeasures } from '../index.ts'

/** 绍兴 with a city leader and a county leader, measured packs, and a business day that can be moved. */
export async function openMeasuredTown(day = '2020-01-20') {
  const town = await openTown({
    now: `${day}T02:00:00Z`,
    register: (app, deps) => {
      measuresRoutes(app, deps)
      materialsRoutes(app, deps)
    },
  })
  const packs = await openMeasuredPacks(town.packs, town.test.database)
  const parts: CaseWorld['parts'] = { relief }
  openMeasures(packs)
  openClaims({ ...town.keys, packs })
  openCases({ packs, handlers: { claim: claimHandler }, parts })
  const leader: StaffCaller = await memberOfStaff(town.test, '竺局长', town.city, 'leader')
  const countyLeader: StaffCaller = await memberOfStaff(town.test, '孟局长', town.county, 'leader')

  const goTo = async (on: string) => {
    town.clock.set(`${on}T02:00:00Z`)
    await watchMeasures(town.deps)
  }
  const switchOn = (asked: object, as = leader) =>
    town.api('POST /measures/activations', as, { reason: '疫情防控需要', places: [], groups: [], ...asked })
  /** a claim for care elsewhere, unreferred, of one bill of a day */
  const claimElsewhere = (amount: string, issuedOn: string) => {
    const content = claim(amount)
    const from = issuedOn
    return {
      ...content,
      visit: { ...content.visit, carePlace: 'out-unreferred', from, to: issuedOn },
      bills: content.bills.map((bill) => ({ ...bill, issuedOn })),
    }
  }
  return { ...town, packs, leader, countyLeader, goTo, switchOn, claimElsewhere }
}
