import { isMap } from 'yaml'
import type { PlainDate } from '@yichuang/kernel'
import { changeYaml, fileWithId, listAt, newYaml, pathOfId } from './draft-files.ts'
import type { FileEdits, PackTexts } from './draft-files.ts'
import { inForceOn } from './periods.ts'
import type { Pack } from './types.ts'

/** The words a value rests on. `document` is an id of the pack's chain, or `pack:id`. */
export interface EditSource {
  readonly document: string
  readonly clause: string
  readonly quote: string
}

/** Sets a value of a parameter from a day on; the value before it ends by itself. */
export interface ValueEdit {
  readonly pack: string
  readonly parameter: string
  readonly key?: string | undefined
  readonly from: PlainDate
  readonly until?: PlainDate | undefined
  readonly fromBasis?: string | undefined
  readonly value: string
  readonly source: EditSource
  readonly note?: string | undefined
}

/** Sets the limits of an item from a day on, and what the new version means for running cases. */
export interface LimitEdit {
  readonly pack: string
  readonly item: string
  readonly from: PlainDate
  readonly fromBasis?: string | undefined
  readonly limit: 'statutory' | 'promised'
  readonly workingDays: number
  readonly runningCases?: 'stay' | 'move' | undefined
  readonly source: EditSource
}

/** Adds a document with its whole text, or replaces one of this pack. */
export interface DocumentEdit {
  readonly pack: string
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly issuer: string
  readonly published: PlainDate
  readonly inForce: PlainDate | null
  readonly text: string
}

/** Why an edit cannot be made; everything else shows when the edited packs are loaded. */
export class EditImpossible extends Error {
  override readonly name = 'EditImpossible'
  readonly zh: string

  constructor(en: string, zh: string) {
    super(en)
    this.zh = zh
  }
}

type Packs = ReadonlyMap<string, Pack>

/** The files that change when a parameter gets a value. An inherited parameter is overridden with all it held before. */
export function setValue(files: PackTexts, packs: Packs, edit: ValueEdit): FileEdits {
  const pack = packOf(packs, edit.pack)
  const parameter = pack.parameters.get(edit.parameter)
  if (!parameter)
    throw new EditImpossible(
      `No pack declares the parameter “${edit.parameter}”. Choose one of the list, or add it to the pack first.`,
      `没有政策包声明参数“${edit.parameter}”。请从列表中选择，或先在政策包中声明。`,
    )
  const entry = valueEntry(edit)
  const own = fileWithId(files, `${pack.id}/parameters`, edit.parameter)
  if (own !== undefined)
    return new Map([
      [
        own,
        changeYaml(files.get(own)!, (document) => putByDay(listAt(document, ['values']), entry, document)),
      ],
    ])
  const { title, unit, key, values } = parameter
  const inherited = values.map(({ source, ...value }) => ({
    ...withoutUndefined(value),
    source: { document: source.document, clause: source.clause, quote: source.quote },
  }))
  const kept = inherited.filter((value) => !(value.from === edit.from && keyOf(value) === edit.key))
  return new Map([
    [
      `${pack.id}/parameters/${pathOfId(edit.parameter)}.yaml`,
      newYaml('parameter', edit.parameter.includes('.') ? 4 : 3, {
        id: edit.parameter,
        override: true,
        title,
        unit,
        ...(key !== undefined && { key }),
        values: [...kept, entry],
      }),
    ],
  ])
}

/** The files that change when an item gets a limit: a new version of this pack's layer from that day. */
export function setLimit(files: PackTexts, packs: Packs, edit: LimitEdit): FileEdits {
  const pack = packOf(packs, edit.pack)
  const item = pack.items.get(edit.item)
  if (!item)
    throw new EditImpossible(
      `There is no item “${edit.item}” in ${pack.id}. Choose one of the list.`,
      `${pack.title.zh}没有事项“${edit.item}”。请从列表中选择。`,
    )
  const limit = { workingDays: edit.workingDays, source: { ...edit.source } }
  const own = fileWithId(files, `${pack.id}/items`, edit.item)
  if (own === undefined)
    return new Map([
      [
        `${pack.id}/items/${edit.item}.yaml`,
        newYaml('item', 3, {
          id: edit.item,
          override: true,
          versions: [
            {
              from: edit.from,
              ...(edit.fromBasis !== undefined && { fromBasis: edit.fromBasis }),
              ...(edit.runningCases !== undefined && { runningCases: edit.runningCases }),
              limits: { [edit.limit]: limit },
            },
          ],
        }),
      ],
    ])
  const layer =
    item.base.pack === pack.id ? item.base : item.changes.find((change) => change.pack === pack.id)
  const versions = layer?.versions ?? []
  const before = inForceOn<(typeof versions)[number]>(versions, edit.from)
  const text = changeYaml(files.get(own)!, (document) => {
    const list = listAt(document, ['versions'])
    let place = list.items.findIndex((node) => isMap(node) && String(node.get('from')) === edit.from)
    if (place < 0) {
      const copied = list.items.find((node) => isMap(node) && String(node.get('from')) === before?.from)
      list.items.push(isMap(copied) ? copied.clone() : document.createNode({}))
      place = list.items.length - 1
      for (const ofTheOther of ['until', 'fromBasis']) document.deleteIn(['versions', place, ofTheOther])
      document.setIn(['versions', place, 'from'], edit.from)
    }
    const at = ['versions', place]
    if (edit.fromBasis !== undefined) document.setIn([...at, 'fromBasis'], edit.fromBasis)
    if (edit.runningCases !== undefined) document.setIn([...at, 'runningCases'], edit.runningCases)
    document.setIn([...at, 'limits', edit.limit], document.createNode(limit))
  })
  return new Map([[own, text]])
}

/** The two files of a document: what is known of it, and its text. */
export function addDocument(
  packs: Packs,
  { pack: packId, id, text, ...facts }: DocumentEdit,
  sha256: (text: string) => string,
): FileEdits {
  const pack = packOf(packs, packId)
  const base = `${pack.id}/documents/${id}`
  return new Map([
    [`${base}.yaml`, newYaml('document', 3, { id, kind: 'full', ...facts, sha256: sha256(text) })],
    [`${base}.txt`, text],
  ])
}

export function packOf(packs: Packs, id: string): Pack {
  const pack = packs.get(id)
  if (!pack)
    throw new EditImpossible(
      `There is no pack “${id}”; there are ${[...packs.keys()].join(', ')}.`,
      `没有政策包“${id}”；现有：${[...packs.keys()].join('、')}。`,
    )
  return pack
}

function valueEntry({ key, from, until, fromBasis, value, source, note }: ValueEdit) {
  return withoutUndefined({ key, from, until, fromBasis, value, source: { ...source }, note })
}

/** Replaces the entry of the same key and day, or adds it. */
function putByDay(
  list: ReturnType<typeof listAt>,
  entry: ReturnType<typeof valueEntry>,
  document: Parameters<Parameters<typeof changeYaml>[1]>[0],
): void {
  const same = list.items.findIndex(
    (node) =>
      isMap(node) &&
      String(node.get('from')) === entry.from &&
      (node.get('key') === undefined ? undefined : String(node.get('key'))) === entry.key,
  )
  const node = document.createNode(entry)
  if (same < 0) list.items.push(node)
  else list.items[same] = node
}

function keyOf(value: object): string | undefined {
  return 'key' in value ? String(value.key) : undefined
}

function withoutUndefined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
