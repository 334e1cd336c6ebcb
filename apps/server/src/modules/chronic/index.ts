/** Outpatient chronic diseases (门诊慢特病): recognised at once or by the monthly panel, and the benefits that follow. */
import type { PlainDate } from '@yichuang/kernel'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/db.ts'
import type { ChronicDeps } from './access.ts'
import type { RecognisedGroup } from '../insured/index.ts'
import { chronicRoutes } from './chronic.routes.ts'
import { selectBenefitsOn } from './panel.queries.ts'
import { panelRoutes } from './panel.routes.ts'
import type { BenefitRow } from './row.ts'

export type { ChronicDeps } from './access.ts'
export type { BenefitRow as ChronicBenefit } from './row.ts'
export {
  collect as collectChronic,
  undo as undoChronic,
  withdraw as withdrawChronic,
} from './collect.service.ts'
export { selectApplicationByNumber as findApplication } from './application.queries.ts'
export { putDesignation } from './designation.queries.ts'
export { handOver } from './month.service.ts'
export { giveOpinion, type Expert } from './panel.service.ts'
export { anytimeClasses, CLASS_OF_CODE, OTHER } from './rules.ts'

/** Chronic diseases for which a person has benefits on a day: for whoever settles, and for groups of people (慢性病群体). */
export function chronicBenefits(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<BenefitRow[]> {
  return selectBenefitsOn(db, regionCode, personId, day)
}

/** The group a person is in by recognised chronic diseases (慢性病群体), one entry for each disease. */
export async function chronicGroup(
  db: Db,
  regionCode: string,
  personId: string,
  day: PlainDate,
): Promise<RecognisedGroup[]> {
  const benefits = await selectBenefitsOn(db, regionCode, personId, day)
  return benefits.map(({ diseaseName, from, until }) => ({
    group: 'chronic',
    from,
    to: until,
    source: `门诊慢特病认定：${diseaseName}`,
  }))
}

export function registerChronic(app: FastifyInstance, deps: ChronicDeps): void {
  chronicRoutes(app, deps)
  panelRoutes(app, deps)
}
