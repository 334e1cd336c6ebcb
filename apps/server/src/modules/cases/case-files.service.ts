import { addFile, checkFiles, fileView, removeFile } from '../materials/index.ts'
import type { Db } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files/index.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { standing, type Requester } from './access.ts'
import { mayEdit, noteChangeFor } from './applicant.service.ts'
import { readCase, touchCase } from './case.queries.ts'
import type { CaseRow } from './case-row.ts'
import { lockedCase, type LockedCase } from './engine.ts'
import type { CaseRef } from './handler.ts'
import { relief } from './relief.ts'

/** Adds a stored file to a material of a case that is still being written. Inside a transaction. */
export async function addCaseFile(
  db: Db,
  who: Requester,
  ref: CaseRef,
  file: { readonly materialId: string; readonly fileName: string; readonly stored: StoredFile },
) {
  // While the file came in, somebody may have handed the case in; what it owes may still come.
  const { row } = await lockForEdit(db, who, ref, file.materialId)
  const added = await addFile(db, ref, { ...file, at: who.at, by: who.actor.id! })
  await relief()?.received(db, row, file.materialId, who)
  return { file: fileView(added), version: await touchCase(db, ref, who.at) }
}

/** Takes a file back from a case that is still being written; answers the case's version. Inside a transaction. */
export async function removeCaseFile(
  db: Db,
  who: Requester,
  ref: CaseRef,
  file: { readonly materialId: string; readonly fileId: string },
): Promise<number> {
  await lockForEdit(db, who, ref)
  await removeFile(db, ref, { ...file, at: who.at })
  return touchCase(db, ref, who.at)
}

/**
 * Marks files of a material as looked over, or takes the mark away; a colleague who opens the case next sees by whom. No
 * event and no new version: it decides nothing, and must not disturb who else has the case open.
 */
export async function checkMaterial(
  db: Db,
  who: Requester,
  ref: CaseRef,
  asked: { readonly materialId: string; readonly fileIds: readonly string[]; readonly checked: boolean },
): Promise<void> {
  const row = await readCase(db, ref)
  const { near } = await standing(db, who, row)
  if (!near || row!.closedOn !== null) throw NotAllowed()
  const by = asked.checked ? { id: who.actor.id!, name: who.actor.name, on: who.today } : null
  await checkFiles(db, ref, asked, by)
}

async function lockForEdit(db: Db, who: Requester, ref: CaseRef, material?: string): Promise<LockedCase> {
  const open = await lockedCase(db, ref, { at: who.at })
  await standing(db, who, open.row)
  if (material === undefined || !(await owes(db, open.row, material))) mayEdit(open)
  await noteChangeFor(db, who, open.row)
  return open
}

/** Whether a case was accepted without a material and still owes it. */
export async function owes(db: Db, row: CaseRow, materialId: string): Promise<boolean> {
  if (row.handedInOn === null) return false
  return (await relief()?.owed(db, row))?.has(materialId) === true
}
