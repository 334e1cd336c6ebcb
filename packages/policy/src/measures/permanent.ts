import { addDays } from '@yichuang/kernel'
import type { PlainDate } from '@yichuang/kernel'
import { isMap } from 'yaml'
import { EditImpossible, packOf, setLimit, setValue, type EditSource } from '../draft-edits.ts'
import { changeYaml, fileWithId, listAt, newYaml, type FileEdits, type PackTexts } from '../draft-files.ts'
import { itemOn } from '../item.ts'
import type { Pack } from '../types.ts'
import { measureNamed } from './in-force.ts'
import type { Effect, Measure } from './types.ts'

/** A relief measure that is to hold for good (固化), from a day, on the words that decide it. */
export interface PermanentRule {
  readonly pack: string
  /** `<set>.<measure>` */
  readonly measure: string
  readonly from: PlainDate
  readonly source: EditSource
  /** calendar days for papers handed in later, as they were switched on with */
  readonly papersWithin?: number | undefined
}

/**
 * The files of the packs that change when a measure becomes a permanent rule: the value, the limit, or a new version of
 * each item it is for. Throws `EditImpossible` where a measure is about something no pack has a rule for.
 */
export function permanentEdits(
  files: PackTexts,
  packs: ReadonlyMap<string, Pack>,
  rule: PermanentRule,
): FileEdits {
  return new Map([...ruleEdits(files, packs, rule), ...endOfMeasure(files, packs, rule)])
}

/** What a document put in force for a time gives way on the day the rule holds for good. */
function endOfMeasure(
  files: PackTexts,
  packs: ReadonlyMap<string, Pack>,
  { pack: packId, measure: name, from }: PermanentRule,
): FileEdits {
  const { set, measure } = measureNamed(packOf(packs, packId), name)!
  const last = addDays(from, -1)
  if (measure.from === undefined || measure.from > last || (measure.until ?? from) < from) return new Map()
  const file = fileWithId(files, `${set.pack}/measures`, set.id)
  if (file === undefined || set.pack !== packId) return new Map()
  const place = set.measures.findIndex(({ id }) => id === measure.id)
  return new Map([
    [file, changeYaml(files.get(file)!, (document) => document.setIn(['measures', place, 'until'], last))],
  ])
}

function ruleEdits(files: PackTexts, packs: ReadonlyMap<string, Pack>, rule: PermanentRule): FileEdits {
  const pack = packOf(packs, rule.pack)
  const named = measureNamed(pack, rule.measure)
  if (!named)
    throw new EditImpossible(`There is no measure “${rule.measure}”.`, `没有措施“${rule.measure}”。`)
  const { measure } = named
  const { effect } = measure
  const { from, source } = rule
  switch (effect.kind) {
    case 'set-parameter':
      return setValue(files, packs, {
        pack: pack.id,
        parameter: effect.parameter,
        key: effect.key,
        from,
        value: effect.value,
        source,
      })
    case 'waive-out-of-area-cut':
      return setValue(files, packs, {
        pack: pack.id,
        parameter: 'claims.out-of-area-cut-applies',
        from,
        value: 'false',
        source,
      })
    case 'set-limit':
      return oneAfterAnother(files, itemsOf(pack, measure, from), (files, item) =>
        setLimit(files, packs, {
          pack: pack.id,
          item,
          from,
          limit: 'promised',
          workingDays: effect.workingDays,
          source,
        }),
      )
    case 'open-channel':
    case 'papers-later':
      return oneAfterAnother(files, itemsOf(pack, measure, from), (files, item) =>
        newVersion(files, pack, item, from, changedFields(pack, item, measure, effect, rule)),
      )
    case 'adjust-payer':
      throw new EditImpossible(
        `“${measure.title.en}” changes the tables “${effect.table}”: set their figures from a day under “Change a rule” in the policy room.`,
        `“${measure.title.zh}”改变的是待遇表“${effect.table}”：请在政策室用“修改一条规则”自某日起写入新的数额。`,
      )
    default:
      throw new EditImpossible(
        `“${measure.title.en}” changes nothing an item or a parameter says, so there is no rule to make permanent.`,
        `“${measure.title.zh}”不涉及事项或参数的规定，没有可以固化的规则。`,
      )
  }
}

function itemsOf(pack: Pack, { items }: Measure, on: PlainDate): readonly string[] {
  return (items ?? [...pack.items.keys()]).filter((id) => itemOn(pack, id, on) !== undefined)
}

/** What the item says instead, with the pack's own measures left aside: a channel more, or materials that may come later. */
function changedFields(
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
function newVersion(
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

function oneAfterAnother(
  files: PackTexts,
  items: readonly string[],
  edit: (files: PackTexts, item: string) => FileEdits,
): FileEdits {
  const changed = new Map<string, string>()
  for (const item of items)
    for (const [path, text] of edit(new Map([...files, ...changed]), item)) changed.set(path, text)
  return changed
}
