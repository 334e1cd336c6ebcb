import { isSeq, parseDocument, stringify } from 'yaml'
import type { Document, YAMLSeq } from 'yaml'

/** The files of the packs, path → text. */
export type PackTexts = ReadonlyMap<string, string>
/** What an edit does to files: path → new text. */
export type FileEdits = ReadonlyMap<string, string>

/** Finds the file of a pack's folder whose `id` is this; an id may stand in any file of the folder. */
export function fileWithId(files: PackTexts, folder: string, id: string): string | undefined {
  const wanted = new RegExp(`^id:\\s*["']?${id.replaceAll('.', '\\.')}["']?\\s*(?:#.*)?$`, 'm')
  for (const [path, text] of files)
    if (path.startsWith(`${folder}/`) && /\.ya?ml$/.test(path) && wanted.test(text)) return path
  return undefined
}

/** Changes a YAML text and keeps its comments and its order. */
export function changeYaml(text: string, change: (document: Document) => void): string {
  const document = parseDocument(text)
  change(document)
  return textOf(document, text)
}

/** A changed document as text; a line that only lost its own spacing keeps it. */
export function textOf(document: Document, before: string): string {
  const tight = (line: string) => line.replaceAll('[ ', '[').replaceAll(' ]', ']')
  const lines = new Map(before.split('\n').map((line) => [tight(line), line]))
  return document
    .toString(WRITTEN)
    .split('\n')
    .map((line) => lines.get(tight(line)) ?? line)
    .join('\n')
}

/** A new YAML text that names the schema of its kind for editors. */
export function newYaml(kind: string, depth: number, content: object): string {
  return `# yaml-language-server: $schema=${'../'.repeat(depth)}packages/policy/schema/${kind}.json\n${stringify(content, WRITTEN)}`
}
export const WRITTEN = { lineWidth: 0, flowCollectionPadding: true } as const

/** The list at a path, made where there is none. */
export function listAt(document: Document, path: readonly (string | number)[]): YAMLSeq {
  const found = document.getIn(path, true)
  if (isSeq(found)) {
    found.flow = false
    return found
  }
  const made = document.createNode([])
  document.setIn(path, made)
  return made
}

/** A name that is at home in a file: `claims.invoice-accepted-until` lies at `claims/invoice-accepted-until`. */
export function pathOfId(id: string): string {
  return id.replace('.', '/')
}
