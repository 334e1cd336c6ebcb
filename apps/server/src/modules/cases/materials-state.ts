import type { Fault, MaterialSlot } from '@yichuang/contracts'
import type { PlainDate } from '@yichuang/kernel'
import type { Situation } from '@yichuang/policy'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { filesOf, materialSlots } from '../materials/index.ts'
import type { Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import type { LockedCase } from './engine.ts'
import { relief, type LaterPaper } from './relief.ts'

type Slot = z.output<typeof MaterialSlot>

/** The materials this case needs in its situation, with the files there are. Two statements. */
export async function slotsOf(
  db: Db,
  { row, rules }: LockedCase,
  { today, language }: Pick<Requester, 'today' | 'language'>,
): Promise<Slot[]> {
  const [situation, files] = await Promise.all([rules.handler.situation(db, row), filesOf(db, row)])
  const slots = materialSlots(rules.item, situationOf(row, situation), files, language, 'applicant')
  return withLater(db, { row, rules }, slots, today)
}

/** Says of each material without a file whether it may follow later, by a relief measure or by the item itself. */
export async function withLater(
  db: Db,
  { row, rules }: LockedCase,
  slots: readonly Slot[],
  today: PlainDate,
): Promise<Slot[]> {
  if (!rules.item.materials.some(({ later }) => later !== undefined)) return [...slots]
  const later =
    row.handedInOn === null
      ? await relief()?.later(db, row, rules.item, today)
      : await relief()?.owed(db, row)
  return slots.map((slot) => {
    const paper = slot.files.length === 0 ? later?.get(slot.materialId) : undefined
    return paper ? { ...slot, laterUntil: paper.dueOn } : slot
  })
}

/** What a case that is handed in now will owe: the required materials that are not there and may follow. */
export async function owedNow(
  db: Db,
  { row, rules }: LockedCase,
  slots: readonly Slot[],
  today: PlainDate,
): Promise<LaterPaper[]> {
  const later = await relief()?.later(db, row, rules.item, today)
  return slots
    .filter(({ required, files }) => required && files.length === 0)
    .flatMap(({ materialId }) => later?.get(materialId) ?? [])
}

/** What the item knows of the situation, with what the case knows: a helper hands in their mandate with it. */
export function situationOf(row: CaseRow, own: Situation): Situation {
  return { ...own, agent: row.agentId !== null, insurance: row.insurance }
}

/** A fault for every material that must be handed in and is not there. */
export function missingMaterials(slots: readonly Slot[], language: Language): Fault[] {
  return slots
    .filter(({ required, files, laterUntil }) => required && files.length === 0 && laterUntil === undefined)
    .map(({ materialId, name }) => ({
      path: `materials.${materialId}`,
      code: 'material-missing',
      message:
        language === 'zh'
          ? `缺少“${name}”，请拍照或上传 PDF。`
          : `“${name}” is missing: add a photograph or a PDF.`,
    }))
}

/** A warning for every material that is not there and may follow: until when. */
export function laterMaterials(slots: readonly Slot[], language: Language): Fault[] {
  return slots
    .filter(({ required, laterUntil }) => required && laterUntil !== undefined)
    .map(({ materialId, name, laterUntil }) => ({
      path: `materials.${materialId}`,
      code: 'material-later',
      message:
        language === 'zh'
          ? `“${name}”可以先不交，最迟于 ${laterUntil} 补交。`
          : `“${name}” may follow later, by ${laterUntil}.`,
    }))
}
