import type { z } from 'zod'
import { fault } from './fault.ts'
import type { PackFault } from './fault.ts'
import { CalendarFile, DirectoryFile, DocumentFile, PackFile } from './schema/documents.ts'
import { ItemBaseFile, ItemOverrideFile, ProcessFile } from './schema/items.ts'
import { MeasureFile } from './measures/schema.ts'
import { ChainFile, SupplementFile } from './schema/chains.ts'
import { ExampleFile } from './schema/examples.ts'
import { MaternityFile } from './schema/maternity.ts'
import { BenefitFile, BorrowFile, ParameterFile } from './schema/parameters.ts'
import { readYaml } from './yaml-file.ts'
import type { YamlFile } from './yaml-file.ts'

type File<S extends z.ZodType> = YamlFile<z.output<S>>

/** The files of one folder of policy-packs, each parsed on its own; nothing is compared yet. */
export interface PackFiles {
  readonly folder: string
  /** path → text, for the hash and the documents' texts */
  readonly texts: ReadonlyMap<string, string>
  pack?: File<typeof PackFile>
  readonly documents: File<typeof DocumentFile>[]
  readonly parameters: File<typeof ParameterFile>[]
  readonly calendars: File<typeof CalendarFile>[]
  readonly items: File<typeof ItemBaseFile>[]
  readonly itemChanges: File<typeof ItemOverrideFile>[]
  readonly processes: File<typeof ProcessFile>[]
  readonly directories: File<typeof DirectoryFile>[]
  readonly benefits: File<typeof BenefitFile>[]
  readonly supplements: File<typeof SupplementFile>[]
  readonly chains: File<typeof ChainFile>[]
  readonly maternity: File<typeof MaternityFile>[]
  readonly borrows: File<typeof BorrowFile>[]
  readonly examples: File<typeof ExampleFile>[]
  readonly measures: File<typeof MeasureFile>[]
}

/** Sorts the files by pack (the first folder of a path) and parses each. Paths use `/`. */
export function readPackFiles(files: ReadonlyMap<string, string>, faults: PackFault[]): PackFiles[] {
  const packs = new Map<string, { folder: string; texts: Map<string, string> }>()
  for (const path of [...files.keys()].sort()) {
    const folder = path.split('/')[0] ?? ''
    if (folder === path) continue
    const pack = packs.get(folder) ?? { folder, texts: new Map<string, string>() }
    pack.texts.set(path, files.get(path) ?? '')
    packs.set(folder, pack)
  }
  return [...packs.values()].map((pack) => parse(pack.folder, pack.texts, faults))
}

function parse(folder: string, texts: ReadonlyMap<string, string>, faults: PackFault[]): PackFiles {
  const pack: PackFiles = {
    folder,
    texts,
    documents: [],
    parameters: [],
    calendars: [],
    items: [],
    itemChanges: [],
    processes: [],
    directories: [],
    benefits: [],
    supplements: [],
    chains: [],
    maternity: [],
    borrows: [],
    examples: [],
    measures: [],
  }
  for (const [path, text] of texts) {
    const part = path.slice(folder.length + 1)
    if (part.startsWith('documents/') && part.endsWith('.txt')) continue
    if (part.toLowerCase().endsWith('.md')) continue
    if (!parseOne(pack, path, part, text, faults))
      faults.push(fault('stray-file', { file: path, line: 1, column: 1 }))
  }
  if (!texts.has(`${folder}/pack.yaml`))
    faults.push(fault('no-pack-file', { file: folder, line: 1, column: 1 }, { pack: folder }))
  return pack
}

function parseOne(pack: PackFiles, path: string, part: string, text: string, faults: PackFault[]): boolean {
  const into = <S extends z.ZodType>(list: File<S>[], schema: S): true => {
    const file = readYaml(path, text, schema, faults)
    if (file) list.push(file)
    return true
  }
  if (!/\.ya?ml$/.test(part)) return false
  if (part === 'pack.yaml') {
    const file = readYaml(path, text, PackFile, faults)
    if (file) pack.pack = file
    return true
  }
  switch (part.split('/')[0]) {
    case 'documents':
      return into(pack.documents, DocumentFile)
    case 'parameters':
      return into(pack.parameters, ParameterFile)
    case 'calendars':
      return into(pack.calendars, CalendarFile)
    case 'processes':
      return into(pack.processes, ProcessFile)
    case 'directory':
      return into(pack.directories, DirectoryFile)
    case 'examples':
      return into(pack.examples, ExampleFile)
    case 'measures':
      return into(pack.measures, MeasureFile)
    // Two shapes live in these folders; the field that tells them apart also decides which shape is reported on.
    case 'items':
      return /^override:\s*true\b/m.test(text)
        ? into(pack.itemChanges, ItemOverrideFile)
        : into(pack.items, ItemBaseFile)
    case 'benefits':
      if (/^borrow:/m.test(text)) return into(pack.borrows, BorrowFile)
      if (/^maternity:/m.test(text)) return into(pack.maternity, MaternityFile)
      if (/^chains:/m.test(text)) return into(pack.chains, ChainFile)
      return /^payer:/m.test(text) ? into(pack.supplements, SupplementFile) : into(pack.benefits, BenefitFile)
    default:
      return false
  }
}
