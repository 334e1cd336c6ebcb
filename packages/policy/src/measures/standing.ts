import { formatRatio, formatYuan } from '@yichuang/kernel'
import { EditImpossible } from '../draft-edits.ts'
import { changeYaml, fileWithId, listAt, newYaml, type FileEdits, type PackTexts } from '../draft-files.ts'
import type { Pack } from '../types.ts'
import type { Measure, MeasureSet, PermanentRule } from './types.ts'

/**
 * A measure that is put in force for good by a document of its own: it stands in its set from the day, without an end and
 * without anybody's act. For effects no parameter, table or item of the place can say.
 */
export function standingMeasure(
  files: PackTexts,
  pack: Pack,
  { set, measure }: { readonly set: MeasureSet; readonly measure: Measure },
  { from, source }: PermanentRule,
): FileEdits {
  const id = `${measure.id}-permanent`
  const standing = [...pack.measures.values()]
    .flatMap(({ measures }) => measures)
    .find((one) => one.id === id)
  if (standing)
    throw new EditImpossible(
      `“${measure.title.en}” holds for good already, from ${standing.from ?? ''}. Change “${standing.title.en}” in the policy room.`,
      `“${measure.title.zh}”已自 ${standing.from ?? ''} 起固化。请在政策室修改“${standing.title.zh}”。`,
    )
  const { title, effect, items, groups } = measure
  const entry = {
    id,
    title: { zh: `${title.zh}（固化）`, en: `${title.en} (for good)` },
    effect: plain(effect),
    ...(items && { items: [...items] }),
    ...(groups && { groups: [...groups] }),
    from,
    source: { ...source },
  }
  const own = set.pack === pack.id ? fileWithId(files, `${pack.id}/measures`, set.id) : undefined
  if (own !== undefined)
    return new Map([
      [
        own,
        changeYaml(files.get(own)!, (document) =>
          listAt(document, ['measures']).items.push(document.createNode(entry)),
        ),
      ],
    ])
  const { occasion, warnDays } = set
  return new Map([
    [
      `${pack.id}/measures/${set.id}-permanent.yaml`,
      newYaml('measure', 3, {
        id: `${set.id}-permanent`,
        title: { ...set.title },
        occasion: { ...occasion },
        warnDays,
        measures: [entry],
      }),
    ],
  ])
}

/** Amounts and ratios of an effect are branded numbers in memory; a file says them as people write them. */
function plain(effect: Measure['effect']): object {
  if (effect.kind !== 'adjust-payer') return { ...effect }
  const { deductible, raiseShare, yearlyCap, ...rest } = effect
  return {
    ...rest,
    ...(deductible !== undefined && { deductible: formatYuan(deductible) }),
    ...(raiseShare !== undefined && { raiseShare: formatRatio(raiseShare) }),
    ...(yearlyCap !== undefined && { yearlyCap: formatYuan(yearlyCap) }),
  }
}
