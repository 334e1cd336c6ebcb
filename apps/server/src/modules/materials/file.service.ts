import { dayInChina } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { honestName, type StoredFile } from '../../platform/files/index.ts'
import { newId } from '../../platform/uuid.ts'
import { insertFile, markChecked, markRemoved, type FileOwner, type FileRow } from './file.queries.ts'
import { FileNotFound } from './materials.problems.ts'

/** Records a stored file as one of a material. Inside the transaction of the case's change. */
export async function addFile(
  db: Db,
  owner: FileOwner,
  file: {
    readonly materialId: string
    readonly fileName: string
    readonly stored: StoredFile
    readonly at: Date
    readonly by: string
  },
): Promise<FileRow> {
  const { materialId, fileName, stored, at, by } = file
  const { sha256, size, type, isImage } = stored
  const addedOn = dayInChina(at)
  const row: FileRow = {
    fileId: newId(),
    materialId,
    name: honestName(fileName, stored.kind),
    type,
    size,
    sha256,
    isImage,
    addedOn,
    checkedBy: null,
    checkedOn: null,
  }
  await insertFile(db, owner, { ...row, addedAt: at, addedBy: by })
  return row
}

/** Takes a file back; the bytes stay, since another case may hold the same. Throws `file-not-found`. */
export async function removeFile(
  db: Db,
  owner: FileOwner,
  { materialId, fileId, at }: { readonly materialId: string; readonly fileId: string; readonly at: Date },
): Promise<void> {
  if (!(await markRemoved(db, owner, materialId, fileId, at))) throw FileNotFound()
}

/** Marks files as looked over, or takes the mark away (`by` null). Throws `file-not-found` unless all are there. */
export async function checkFiles(
  db: Db,
  owner: FileOwner,
  files: { readonly materialId: string; readonly fileIds: readonly string[] },
  by: Parameters<typeof markChecked>[3],
): Promise<void> {
  if ((await markChecked(db, owner, files, by)) !== new Set(files.fileIds).size) throw FileNotFound()
}
