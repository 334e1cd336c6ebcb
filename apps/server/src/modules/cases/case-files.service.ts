import { addFile, fileView, removeFile } from '../materials/index.ts'
import type { Db } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files/index.ts'
import { standing, type Requester } from './access.ts'
import { mayEdit, noteChangeFor } from './applicant.service.ts'
import { touchCase } from './case.queries.ts'
import { lockedCase } from './engine.ts'
import type { CaseRef } from './handler.ts'

/** Adds a stored file to a material of a case that is still being written. Inside a transaction. */
export async function addCaseFile(
  db: Db,
  who: Requester,
  ref: CaseRef,
  file: { readonly materialId: string; readonly fileName: string; readonly stored: StoredFile },
) {
  // While the file came in, somebody may have handed the case in.
  await lockForEdit(db, who, ref)
  const added = await addFile(db, ref, { ...file, at: who.at, by: who.actor.id! })
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

async function lockForEdit(db: Db, who: Requester, ref: CaseRef): Promise<void> {
  const open = await lockedCase(db, ref, { at: who.at })
  await standing(db, who, open.row)
  mayEdit(open)
  await noteChangeFor(db, who, open.row)
}
