import type { CalendarVersion } from '@yichuang/kernel'
import { calendarVersionsOf } from './calendar-file.ts'
import { checkChains, checkSupplement } from './check-chains.ts'
import { checkDecided } from './check-decided.ts'
import { checkItems } from './check-items.ts'
import { checkMaternity } from './check-maternity.ts'
import { checkProcess } from './check-process.ts'
import { checkBenefits, checkParameter } from './check-tables.ts'
import { fault } from './fault.ts'
import type { PackFault } from './fault.ts'
import { actingByDocument } from './measures/in-force.ts'
import type { MeasureSet } from './measures/types.ts'
import type { PackFiles } from './pack-files.ts'
import { resolveSources } from './sources.ts'
import type { Library } from './sources.ts'
import type { Directory, ItemDefinition, Override, Pack, Resolved } from './types.ts'
import type { YamlFile } from './yaml-file.ts'

/** Joins the files of one pack with the pack it extends. Undefined when there is no readable pack.yaml. */
export function assemble(
  set: PackFiles,
  parent: Pack | undefined,
  library: Library,
  sha256: (text: string) => string,
  faults: PackFault[],
): Pack | undefined {
  const head = set.pack
  if (!head) return undefined
  const { id, version, title, regionCode, agency } = head.value
  if (id !== set.folder) faults.push(fault('wrong-folder', head.at(['id']), { id, folder: set.folder }))
  const chain = [set.folder, ...(parent?.chain ?? [])]
  const overrides: Override[] = []
  const layering: Layering = { pack: set.folder, chain, library, overrides, faults }

  for (const file of set.parameters) checkParameter(file, faults)
  for (const file of set.benefits) {
    checkBenefits(file, faults)
    checkDecided(file, faults)
  }
  for (const file of set.supplements) checkSupplement(file, faults)
  for (const file of set.maternity) checkMaternity(file, faults)
  for (const file of set.processes) checkProcess(file, faults)

  const measures = measuresOf(set, parent, layering)
  const ownDocuments = [...library.values()].filter((entry) => entry.document.pack === set.folder)
  const pack: Pack = {
    id: set.folder,
    version,
    hash: ownHash(set, parent, sha256),
    title,
    regionCode,
    agency,
    borrowedOnly: head.value.borrowedOnly ?? false,
    ...(parent && { extends: parent.id }),
    chain,
    itemGroups: head.value.itemGroups ?? parent?.itemGroups ?? [],
    documents: new Map([
      ...(parent?.documents ?? []),
      ...ownDocuments.map(({ document }) => [document.id, document] as const),
    ]),
    parameters: layer('parameter', set.parameters, parent?.parameters, layering),
    benefits: layer('benefit', set.benefits, parent?.benefits, layering),
    supplements: layer('benefit', set.supplements, parent?.supplements, layering),
    chains: layer('benefit', set.chains, parent?.chains, layering),
    maternity: layer('benefit', set.maternity, parent?.maternity, layering),
    processes: layer('process', set.processes, parent?.processes, layering),
    items: layerItems(set, parent, layering),
    calendars: calendarsOf(set, parent, library, chain, faults),
    directories: directoriesOf(set, parent, layering),
    examples: placed(set, 'examples'),
    stageExamples: placed(set, 'stages'),
    allowanceExamples: placed(set, 'allowances'),
    measures,
    acting: actingByDocument(measures.values()),
    overrides,
  }
  checkItems(set, pack, faults)
  checkChains(set, pack, faults)
  return pack
}

type Lists = Omit<PackFiles['examples'][number]['value'], 'id'>

/** The examples of one list of all files, each with its place. */
function placed<L extends keyof Lists>(set: PackFiles, list: L) {
  return set.examples.flatMap(({ file, value }) =>
    (value[list] ?? []).map((example, index) => ({ ...example, place: { file, list, index } })),
  ) as (NonNullable<Lists[L]>[number] & { place: { file: string; list: L; index: number } })[]
}

interface Layering {
  readonly pack: string
  readonly chain: readonly string[]
  readonly library: Library
  readonly overrides: Override[]
  readonly faults: PackFault[]
}

/** Own definitions over the parent's. A name that is already there needs `override: true`, and only then may have it. */
function layer<T extends { id: string; override?: true }>(
  kind: Override['kind'],
  files: readonly YamlFile<T>[],
  below: ReadonlyMap<string, Resolved<Omit<T, 'override'>> & { readonly pack: string }> | undefined,
  { pack, chain, library, overrides, faults }: Layering,
): ReadonlyMap<string, Resolved<Omit<T, 'override'>> & { readonly pack: string }> {
  const merged = new Map(below)
  const definedIn = new Map<string, string>()
  for (const file of files) {
    const { id, override } = file.value
    const earlier = merged.get(id)
    const other = definedIn.get(id)
    definedIn.set(id, file.file)
    if (other !== undefined) faults.push(fault('duplicate-id', file.at(['id']), { id, other }))
    else if (earlier && !override)
      faults.push(fault('silent-override', file.at(['id']), { id, pack: earlier.pack }))
    else if (!earlier && override) faults.push(fault('override-of-unknown', file.at(['override']), { id }))
    else if (earlier) overrides.push({ kind, id, ofPack: earlier.pack })
    const { override: _flag, ...definition } = resolveSources(file, chain, library, faults) as Record<
      string,
      unknown
    >
    merged.set(id, { ...definition, pack } as unknown as Resolved<Omit<T, 'override'>> & {
      readonly pack: string
    })
  }
  return merged
}

function layerItems(
  set: PackFiles,
  parent: Pack | undefined,
  layering: Layering,
): ReadonlyMap<string, ItemDefinition> {
  const { pack, chain, library, overrides, faults } = layering
  const merged = new Map(parent?.items)
  for (const file of set.items) {
    const { id } = file.value
    const earlier = merged.get(id)
    if (earlier?.base.pack === pack) faults.push(fault('duplicate-id', file.at(['id']), { id, other: pack }))
    else if (earlier) faults.push(fault('silent-override', file.at(['id']), { id, pack: earlier.base.pack }))
    const { versions } = resolveSources(file, chain, library, faults)
    merged.set(id, { id, base: { pack, versions }, changes: [] })
  }
  for (const file of set.itemChanges) {
    const { id } = file.value
    const earlier = merged.get(id)
    const { versions } = resolveSources(file, chain, library, faults)
    if (!earlier || earlier.base.pack === pack) {
      faults.push(fault('override-of-unknown', file.at(['override']), { id }))
      continue
    }
    if (earlier.changes.some((change) => change.pack === pack))
      faults.push(fault('duplicate-id', file.at(['id']), { id, other: pack }))
    const fields = versions.flatMap((version) => Object.keys(version)).filter((key) => !VALIDITY.has(key))
    overrides.push({
      kind: 'item',
      id,
      ofPack: earlier.changes.at(-1)?.pack ?? earlier.base.pack,
      fields: [...new Set(fields)],
    })
    merged.set(id, { ...earlier, changes: [...earlier.changes, { pack, versions }] })
  }
  return merged
}
const VALIDITY = new Set(['from', 'until', 'fromBasis'])

function calendarsOf(
  set: PackFiles,
  parent: Pack | undefined,
  library: Library,
  chain: readonly string[],
  faults: PackFault[],
): readonly CalendarVersion[] {
  return [
    ...(parent?.calendars ?? []),
    ...set.calendars.flatMap((file) => calendarVersionsOf(file, chain, library, faults)),
  ]
}

function directoriesOf(
  set: PackFiles,
  parent: Pack | undefined,
  layering: Layering,
): ReadonlyMap<string, Directory> {
  const { pack, chain, library, faults } = layering
  const merged = new Map(parent?.directories)
  for (const file of set.directories) {
    const { id } = file.value
    const earlier = merged.get(id)
    if (earlier) faults.push(fault('duplicate-id', file.at(['id']), { id, other: earlier.pack }))
    merged.set(id, { ...resolveSources(file, chain, library, faults), pack })
  }
  return merged
}

function measuresOf(
  set: PackFiles,
  parent: Pack | undefined,
  { pack, chain, library, faults }: Layering,
): ReadonlyMap<string, MeasureSet> {
  const merged = new Map(parent?.measures)
  for (const file of set.measures) {
    const { id } = file.value
    const earlier = merged.get(id)
    if (earlier) faults.push(fault('duplicate-id', file.at(['id']), { id, other: earlier.pack }))
    merged.set(id, { ...resolveSources(file, chain, library, faults), pack })
  }
  return merged
}

function ownHash(set: PackFiles, parent: Pack | undefined, sha256: (text: string) => string): string {
  const parts = [...set.texts].map(([path, text]) => `${path}\0${sha256(text)}`)
  return sha256([parent?.hash ?? '', ...parts].join('\n'))
}
