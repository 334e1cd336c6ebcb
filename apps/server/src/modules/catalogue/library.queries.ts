import type { Db } from '../../platform/db.ts'
import { statement } from '../../platform/statement.ts'

const addLibrary = statement(
  'catalogue.add-library',
  'insert into catalogue.library (hash, loaded_at, files) values ($1, $2, $3) on conflict do nothing',
)
const addVersion = statement(
  'catalogue.add-pack-version',
  `insert into catalogue.pack_version (pack_id, hash, version, library_hash) values ($1, $2, $3, $4)
    on conflict do nothing`,
)
const filesOfVersion = statement<{ readonly files: Record<string, string>; readonly version: string }>(
  'catalogue.files-of-pack-version',
  `select library.files, pack_version.version
    from catalogue.pack_version join catalogue.library on library.hash = pack_version.library_hash
    where pack_version.pack_id = $1 and pack_version.hash = $2`,
)
const filesOf = statement<{ readonly files: Record<string, string> }>(
  'catalogue.files-of-library',
  'select files from catalogue.library where hash = $1',
)

export const saveLibrary = (db: Db, hash: string, at: Date, files: ReadonlyMap<string, string>) =>
  db.run(addLibrary, [hash, at, JSON.stringify(Object.fromEntries(files))])

export const saveVersion = (db: Db, packId: string, hash: string, version: string, libraryHash: string) =>
  db.run(addVersion, [packId, hash, version, libraryHash])

export const findFiles = (db: Db, packId: string, hash: string) => db.maybe(filesOfVersion, [packId, hash])
export const findLibrary = (db: Db, hash: string) => db.maybe(filesOf, [hash])

/** Every file of a library that was once in force; undefined for a hash that never was. */
export async function libraryFiles(db: Db, hash: string): Promise<ReadonlyMap<string, string> | undefined> {
  const row = await findLibrary(db, hash)
  return row && new Map(Object.entries(row.files).sort(([a], [b]) => (a < b ? -1 : 1)))
}
