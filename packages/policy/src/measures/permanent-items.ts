import type { PlainDate } from '@yichuang/kernel'
import { isMap } from 'yaml'
import { EditImpossible } from '../draft-edits.ts'
import { changeYaml, fileWithId, listAt, newYaml, type FileEdits, type PackTexts } from '../draft-files.ts'
import { itemOn } from '../item.ts'
import type { Pack } from '../types.ts'
import type { Effect, Measure, PermanentRule } from './types.ts'

/** The items a measure is for that are there on a day. */
export function itemsOf(pack: Pack, { items }: Measure, on: PlainDate): readonly string[] {
  return (items ?? [...pack.items.keys()]).filter((id) => itemOn(pack, id, on) !== undefined)
}

/** What the item says instead, with the pack's own measures left aside: a channel more, or materials that may come later. */
export function changedFields(
  pack: Pack,
  itemId: string,
  { groups }: Measure,
  effect: Extract<Effect, { kind: 'open-channel' | 'papers-later' }>,
  { from, source, papersWithin }: PermanentRule,
): Readonly<Record<string, unknown>> {
  const item = itemOn({ ...pack, acting: [] }, itemId, from)!
  if (effect.kind === 'open-channel') {
    const kept = item.channels.filter(({ channel }) => channel !== effect.channel).map(written)
    return { channels: [...kept, { channel: effect.channel, source: { ...source } }] }
  }
  const days = papersWithin ?? effect.days
  if (days === undefined)
    throw new EditImpossible(
      'Nobody has said within how many days the papers are handed in.',
      '没有写明应在多少天内补交材料。',
    )
  const laterToo = (id: string) => effect.materials?.includes(id) ?? true
  return {
    materials: item.materials.map((material) => ({
      ...written(material),
      ...(laterToo(material.id) && { later: { days, ...(groups && { groups }) } }),
    })),
  }
}

/** A definition as its file says it: a source is the reference it was written as. */
function written(value: unknown): Record<string, unknown> {
  const plain = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(plain)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]: [string, { document: string; clause: string; quote: string }]) =>
          key === 'source'
            ? [key, { document: inner.document, clause: inner.clause, quote: inner.quote }]
            : [key, plain(inner)],
        ),
    )
  }
  return plain(value) as Record<string, unknown>
}

/** A version of this pack's layer of an item that begins on a day, with some fields anew. */
export function newVersion(
  files: PackTexts,
  pack: Pack,
  itemId: string,
  from: PlainDate,
  fields: Readonly<Record<string, unknown>>,
): FileEdits {
  const own = fileWithId(files, `${pack.id}/items`, itemId)
  if (own === undefined)
    return new Map([
      [
        `${pack.id}/items/${itemId}.yaml`,
        newYaml('item', 3, { id: itemId, override: true, versions: [{ from, ...fields }] }),
      ],
    ])
  const text = changeYaml(files.get(own)!, (document) => {
    const { items } = listAt(document, ['versions'])
    let place = items.findIndex((node) => isMap(node) && String(node.get('from')) === from)
    if (place < 0) {
      const earlier = items
        .filter((node) => isMap(node))
        .filter((node) => String(node.get('from')) < from)
        .toSorted((a, b) => (String(a.get('from')) < String(b.get('from')) ? 1 : -1))[0]
      items.push(earlier ? earlier.clone() : document.createNode({}))
      place = items.length - 1
      for (const ofTheOther of ['until', 'fromBasis']) document.deleteIn(['versions', place, ofTheOther])
      document.setIn(['versions', place, 'from'], from)
    }
    for (const [field, content] of Object.entries(fields))
      document.setIn(['versions', place, field], document.createNode(content))
  })
  return new Map([[own, text]])
}

/** The edits of several items, each upon the files the ones before left. */
export function oneAfterAnother(
  files: PackTexts,
  items: readonly string[],
  edit: (files: PackTexts, item: string) => FileEdits,
): FileEdits {
  const changed = new Map<string, string>()
  for (const item of items)
    for (const [path, text] of edit(new Map([...files, ...changed]), item)) changed.set(path, text)
  return changed
}
