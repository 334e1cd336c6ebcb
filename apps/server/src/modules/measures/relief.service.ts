import { addDays, type PlainDate } from '@yichuang/kernel'
import { measureNamed, type Group, type ServiceItem } from '@yichuang/policy'
import { citationOf } from '../catalogue/index.ts'
import { note, type CaseRow, type LaterPaper, type Relief } from '../cases/index.ts'
import { worksForPublicInstitution } from '../insured/index.ts'
import { takeNumber } from './hall.service.ts'
import { recordedGroupsOf } from './people.ts'
import type { Db } from '../../platform/db.ts'
import { addMarks, carryMarks, reliefOf } from './mark.queries.ts'
import { measured } from './measures-world.ts'
import { addOwed, changeOwed, lockOwed, owedOf } from './owed.queries.ts'

/** What measures do at the acts of a case: let papers come later, keep marks, and tell what is owed. */
export const relief: Relief = {
  number: takeNumber,

  async later(db, row, item, today) {
    const possible = item.materials.filter((material) => material.later !== undefined)
    if (possible.length === 0) return new Map()
    const groups = await groupsOf(db, row, possible, today)
    const found = possible.flatMap(({ id, later }): LaterPaper[] => {
      const meant = later!.groups === undefined || later!.groups.some((group) => groups.includes(group))
      if (!meant || later!.days < 1) return []
      const { measure, activation, days } = later!
      const by = measure !== undefined && activation !== undefined ? { id: measure, activation } : undefined
      return [{ materialId: id, dueOn: addDays(today, days), by }]
    })
    return new Map(found.map((paper) => [paper.materialId, paper]))
  },

  async keep(db, row, { act, day, marks, owed = [], item, extra }) {
    const { regionCode, caseId, total, fund } = row
    const about = { regionCode, caseId, act, day, total, fund: act === 'hand-in' ? null : fund }
    const now = marks.map(({ id, activation }) => ({ measureId: id, activationId: activation }))
    if (now.length > 0) await addMarks(db, { ...about, extra: extra ?? null }, now)
    // What acted at the hand-in acts at the decision too: its sum is told of every measure that helped.
    if (act !== 'hand-in') await carryMarks(db, about)
    if (owed.length > 0)
      await addOwed(
        db,
        {
          regionCode,
          caseId,
          caseNumber: row.number ?? '',
          officeId: row.officeId,
          personId: row.personId,
          since: day,
        },
        owed.map(({ materialId, dueOn, by }) => ({
          materialId,
          dueOn,
          ...titleOf(item, materialId),
          measureId: by?.id ?? '',
          activationId: by?.activation ?? '',
        })),
      )
  },

  async owed(db, { regionCode, caseId }) {
    const owed = await owedOf(db, regionCode, caseId)
    const open = owed.filter(({ state }) => state === 'open' || state === 'overdue')
    return new Map(
      open.map(({ materialId, dueOn, measureId, activationId }) => {
        const by = measureId === '' ? undefined : { id: measureId, activation: activationId }
        return [materialId, { materialId, dueOn, by }]
      }),
    )
  },

  async received(db, row, materialId, { actor, at, today }) {
    const paper = await lockOwed(db, row.regionCode, row.caseId, materialId)
    if (!paper || (paper.state !== 'open' && paper.state !== 'overdue')) return
    await changeOwed(db, row.regionCode, {
      ...paper,
      state: 'received',
      settledOn: today,
      settledBy: actor.name,
      reason: null,
    })
    await note(db, row, {
      act: 'paper-received',
      actor,
      at,
      detail: { text: paper.titleZh, textEn: paper.titleEn, late: paper.state === 'overdue' },
    })
  },

  async view(db, row, language) {
    const { marks, owed } = await reliefOf(db, row.regionCode, row.caseId)
    if (marks.length === 0 && owed.length === 0) return undefined
    const pack = await measured().byHash(row.packId, row.packHash)
    return {
      measures: marks.flatMap((measureId) => {
        const named = measureNamed(pack, measureId)
        if (!named) return []
        const { set, measure } = named
        const from = pack.acting.find((entry) => entry.measure === measureId)?.from ?? measure.source.from
        return {
          measureId,
          title: measure.title[language],
          occasion: set.occasion[language],
          source: citationOf({ ...measure.source, from }, language),
        }
      }),
      owed: owed.map(({ materialId, titleZh, titleEn, dueOn, state }) => ({
        materialId,
        name: language === 'zh' ? titleZh : titleEn,
        dueOn,
        state,
      })),
    }
  },
}

/** The groups a person is in; what is not known of their enrolment is asked only where a measure turns on it. */
async function groupsOf(
  db: Db,
  { regionCode, personId, insurance, personClass }: CaseRow,
  materials: ServiceItem['materials'],
  today: PlainDate,
): Promise<readonly Group[]> {
  const wanted = materials.flatMap(({ later }) => later?.groups ?? [])
  const own = [
    ...[insurance, personClass].filter((group) => group !== null),
    ...(await recordedGroupsOf(db, { regionCode, personId }, today, wanted)),
  ]
  const asks = materials.some(({ later }) => later?.groups?.includes('public-institution'))
  const institution = asks && (await worksForPublicInstitution(db, regionCode, personId, today))
  return institution ? [...own, 'public-institution'] : own
}

function titleOf(item: ServiceItem | undefined, materialId: string) {
  const material = item?.materials.find(({ id }) => id === materialId)
  return { titleZh: material?.zh ?? materialId, titleEn: material?.en ?? materialId }
}
