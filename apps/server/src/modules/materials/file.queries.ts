import type { PlainDate } from '@yichuang/kernel'
import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

/** A file handed in for a material. The bytes lie in the store under `sha256`. */
export interface FileRow {
  readonly fileId: string
  readonly materialId: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly isImage: boolean
  readonly addedOn: PlainDate
  /** who of the staff looked it over, and when */
  readonly checkedBy: string | null
  readonly checkedOn: PlainDate | null
}

/** Whose file it is; structurally the `CaseRef` of the cases module. */
export interface FileOwner {
  readonly regionCode: string
  readonly caseId: string
}

const columns = `file_id as "fileId", material_id as "materialId", name, type, size, sha256,
  is_image as "isImage", added_on as "addedOn", checked_by_name as "checkedBy", checked_on as "checkedOn"`

const ofCase = statement<FileRow>(
  'materials.files-of-case',
  `select ${columns} from materials.file
   where region_code = $1 and case_id = $2 and removed_at is null order by added_at, file_id`,
)
const one = statement<FileRow>(
  'materials.one-file',
  `select ${columns} from materials.file
   where region_code = $1 and case_id = $2 and file_id = $3 and removed_at is null`,
)
const add = statement(
  'materials.add-file',
  `insert into materials.file (region_code, case_id, file_id, material_id, name, type, size, sha256,
     is_image, added_on, added_at, added_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
const remove = statement(
  'materials.remove-file',
  `update materials.file set removed_at = $5
   where region_code = $1 and case_id = $2 and material_id = $3 and file_id = $4 and removed_at is null`,
)
const check = statement(
  'materials.check-files',
  `update materials.file set checked_by = $5, checked_by_name = $6, checked_on = $7
   where region_code = $1 and case_id = $2 and material_id = $3 and file_id = any ($4::uuid[])
     and removed_at is null`,
)

/** The files of a case that were not taken back, oldest first. */
export function selectFiles(db: Db, { regionCode, caseId }: FileOwner): Promise<FileRow[]> {
  return db.many(ofCase, [regionCode, caseId])
}

export function selectFile(db: Db, { regionCode, caseId }: FileOwner, fileId: string) {
  return db.maybe(one, [regionCode, caseId, fileId])
}

export async function insertFile(
  db: Db,
  { regionCode, caseId }: FileOwner,
  file: Omit<FileRow, 'checkedBy' | 'checkedOn'> & { readonly addedAt: Date; readonly addedBy: string },
): Promise<void> {
  await db.write(add, [
    regionCode,
    caseId,
    file.fileId,
    file.materialId,
    file.name,
    file.type,
    file.size,
    file.sha256,
    file.isImage,
    file.addedOn,
    file.addedAt,
    file.addedBy,
  ])
}

/** Marks a file as taken back; the row stays. False when there is none of this id. */
export async function markRemoved(
  db: Db,
  { regionCode, caseId }: FileOwner,
  materialId: string,
  fileId: string,
  at: Date,
): Promise<boolean> {
  return (await db.run(remove, [regionCode, caseId, materialId, fileId, at])) === 1
}

/** Marks files of a material as looked over by somebody on a day, or by nobody; gives how many there are. */
export function markChecked(
  db: Db,
  { regionCode, caseId }: FileOwner,
  { materialId, fileIds }: { readonly materialId: string; readonly fileIds: readonly string[] },
  by: { readonly id: string; readonly name: string; readonly on: PlainDate } | null,
): Promise<number> {
  const mark = [by?.id ?? null, by?.name ?? null, by?.on ?? null]
  return db.run(check, [regionCode, caseId, materialId, fileIds, ...mark])
}
