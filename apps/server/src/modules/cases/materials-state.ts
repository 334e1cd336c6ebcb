import type { Fault, MaterialSlot } from '@yichuang/contracts'
import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Language } from '../../platform/problem.ts'
import { filesOf, materialSlots } from '../materials/index.ts'
import type { CaseRow } from './case-row.ts'
import type { LockedCase } from './engine.ts'

/** The materials this case needs in its situation, with the files there are. Two statements. */
export async function slotsOf(
  db: Db,
  { row, rules }: LockedCase,
  language: Language,
): Promise<z.output<typeof MaterialSlot>[]> {
  const [situation, files] = await Promise.all([rules.handler.situation(db, row), filesOf(db, row)])
  return materialSlots(rules.item, { ...situation, agent: hasHelper(row) }, files, language, 'applicant')
}

/** A helper who is recorded on the case hands in their mandate with it. */
function hasHelper(row: CaseRow): boolean {
  return row.agentId !== null
}

/** A fault for every material that must be handed in and is not there. */
export function missingMaterials(
  slots: readonly z.output<typeof MaterialSlot>[],
  language: Language,
): Fault[] {
  return slots
    .filter(({ required, files }) => required && files.length === 0)
    .map(({ materialId, name }) => ({
      path: `materials.${materialId}`,
      code: 'material-missing',
      message:
        language === 'zh'
          ? `缺少“${name}”，请拍照或上传 PDF。`
          : `“${name}” is missing: add a photograph or a PDF.`,
    }))
}
