import { ageOn, type PlainDate } from '@yichuang/kernel'
import type { Group } from '@yichuang/policy'
import type { Db } from '../../platform/db.ts'
import { groupFacts } from '../insured/index.ts'

/** Groups of measures that are recorded of people; how somebody is insured stands in their enrolment. */
export const RECORDED_GROUPS = [
  'epidemic',
  'disabled',
  'chronic',
  'hardship',
] as const satisfies readonly Group[]
const OLD = 'aged-60' as const satisfies Group

/** Those of `wanted` that a person is in by record or age on a day. One statement, none where nothing turns on it. */
export async function recordedGroupsOf(
  db: Db,
  { regionCode, personId }: { readonly regionCode: string; readonly personId: string },
  day: PlainDate,
  wanted: readonly Group[],
): Promise<Group[]> {
  const asked: Group[] = [...RECORDED_GROUPS, OLD].filter((group) => wanted.includes(group))
  if (asked.length === 0) return []
  const { recorded, birth } = await groupFacts(db, regionCode, personId, day)
  return asked.filter((group) => (group === OLD ? ageOn(birth, day) >= 60 : recorded.includes(group)))
}
