/** What a publication did to one file: its text before and after, null where there was or is none. */
export interface FileChange {
  readonly before: string | null
  readonly after: string | null
}
export type FileChanges = Readonly<Record<string, FileChange>>

/** A file that a publication changed and that is delivered with another text than the one it was changed from. */
export interface OverlayConflict {
  readonly file: string
  /** number of the publication that changed it first */
  readonly publication: number
}

/**
 * The files in force: those delivered, with every publication over them in order. What an agency published always stands;
 * where a later delivery changed the same file, that is told, so that somebody can take its news over in a draft.
 */
export function overlay(
  delivered: ReadonlyMap<string, string>,
  publications: readonly { readonly seq: number; readonly changes: FileChanges }[],
): { readonly files: ReadonlyMap<string, string>; readonly conflicts: readonly OverlayConflict[] } {
  const files = new Map(delivered)
  const touched = new Set<string>()
  const conflicts: OverlayConflict[] = []
  for (const { seq, changes } of publications)
    for (const [file, { before, after }] of Object.entries(changes)) {
      const now = delivered.get(file) ?? null
      if (!touched.has(file) && now !== before && now !== after) conflicts.push({ file, publication: seq })
      touched.add(file)
      if (after === null) files.delete(file)
      else files.set(file, after)
    }
  // In one order, whatever was changed first: the hash of a library is over its files as they come.
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))), conflicts }
}
