import type { Pack } from '@yichuang/policy'
import type { PersonCaller, StaffCaller } from '../../../platform/http/caller.ts'
import { createBlindIndex } from '../../../platform/crypto.ts'
import { memberOfStaff } from '../../../../test/townsfolk.ts'
import { allA, claim, openTown, type Answer } from '../../../../test/claims-town.ts'
import type { Packs } from '../../catalogue/index.ts'
import type { CaseWorld } from '../../cases/index.ts'
import { materialsRoutes, openCases } from '../../cases/index.ts'
import { claimHandler, openClaims } from '../../claims/index.ts'
import { prepaymentsRoutes } from '../../prepayments/index.ts'
import { treatFirstRoutes } from '../../treat-first/index.ts'
import { measuresRoutes, openMeasuredPacks, openMeasures, relief, watchMeasures } from '../index.ts'

/** A case as the API answers it; tests look at what they expect. */
type View = Answer['body']

/** 绍兴 with a city leader and a county leader, measured packs, and a business day that can be moved. */
export async function openMeasuredTown(day = '2020-01-20') {
  const town = await openTown({
    now: `${day}T02:00:00Z`,
    register: (app, deps) => {
      measuresRoutes(app, deps)
      materialsRoutes(app, deps)
      prepaymentsRoutes(app, deps)
      treatFirstRoutes(app, { ...deps, blindIndex: createBlindIndex(Buffer.alloc(32, 7)) })
    },
  })
  const parts: CaseWorld['parts'] = { relief }
  const goBy = async (base: Packs) => {
    const packs = await openMeasuredPacks(base, town.test.database)
    openMeasures(packs)
    openClaims({ ...town.keys, packs })
    openCases({ packs, handlers: { claim: claimHandler }, parts })
    return packs
  }
  const packs = await goBy(town.packs)
  /** lets everything go by another pack of the city from here on, as if it had been published */
  const publish = (pack: Pack) =>
    goBy({
      ...town.packs,
      current: () => pack,
      byHash: (id, hash) => (hash === pack.hash ? Promise.resolve(pack) : town.packs.byHash(id, hash)),
    })
  const leader: StaffCaller = await memberOfStaff(town.test, '竺局长', town.city, 'leader')
  const countyLeader: StaffCaller = await memberOfStaff(town.test, '孟局长', town.county, 'leader')

  const goTo = async (on: string) => {
    town.clock.set(`${on}T02:00:00Z`)
    await watchMeasures(town.deps)
  }
  const switchOn = (asked: object, as = leader) =>
    town.api('POST /measures/activations', as, { reason: '疫情防控需要', places: [], groups: [], ...asked })
  const handedIn = async (who: PersonCaller, content: object, itemId = 'claims.inpatient'): Promise<View> =>
    town.handIn(await town.draft(who, content, itemId))
  /** what was handed in, granted with every line of class A */
  const decided = async (view: View): Promise<View> => {
    const accepted = await town.ok(`POST /cases/${view.caseId}/accept`, town.clerk, { version: view.version })
    const proposed = await town.ok(`POST /cases/${view.caseId}/propose`, town.reviewer, {
      version: accepted.version,
      outcome: 'grant',
      reason: '符合规定',
      coding: allA(accepted.content),
    })
    const decision = { version: proposed.version, outcome: 'approve' }
    return town.ok(`POST /cases/${view.caseId}/decide`, town.approver, decision)
  }
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
  return { ...town, packs, leader, countyLeader, publish, goTo, switchOn, handedIn, decided, claimElsewhere }
}
