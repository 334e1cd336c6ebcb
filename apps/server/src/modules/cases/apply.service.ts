import type { ClaimContent } from '@yichuang/contracts'
import type { Db } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files/index.ts'
import { addFile } from '../materials/index.ts'
import { standing, type Requester } from './access.ts'
import type { CaseRow } from './case-row.ts'
import { handInOpen } from './hand-in.service.ts'
import { draftCase, type StartInput } from './start.service.ts'

/** A stored file with the material it is handed in for. */
export interface HandedInFile {
  readonly materialId: string
  readonly fileName: string
  readonly stored: StoredFile
}

/**
 * Starts a case, fills it and hands it in at once: what a program of another channel has collected whole. Nothing is left
 * of one that cannot be handed in. Inside a transaction; about a third of the statements of the same thing step by step.
 */
export async function applyWhole(
  db: Db,
  who: Requester,
  input: StartInput & { readonly content: ClaimContent },
  files: readonly HandedInFile[],
): Promise<CaseRow> {
  const { content } = input
  const { row, rules, begun } = await draftCase(db, who, input)
  const shown = await rules.handler.begin(db, row, { personId: row.personId, content })
  for (const file of files) await addFile(db, row, { ...file, at: who.at, by: who.actor.id! })
  const open = { row: { ...row, ...shown }, rules, begun, standing: await standing(db, who, row) }
  return handInOpen(db, who, open, content)
}
