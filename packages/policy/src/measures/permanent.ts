import { addDays } from '@yichuang/kernel'
import { EditImpossible, packOf, setLimit, setValue } from '../draft-edits.ts'
import { changeYaml, fileWithId, type FileEdits, type PackTexts } from '../draft-files.ts'
import type { Pack } from '../types.ts'
import { measureNamed } from './in-force.ts'
import { changedFields, itemsOf, newVersion, oneAfterAnother } from './permanent-items.ts'
import { payerEdits } from './permanent-payer.ts'
import { standingMeasure } from './standing.ts'
import type { PermanentRule } from './types.ts'

/**
 * The files of the packs that change when a measure becomes a permanent rule: the value, the limit, the tables of a
 * payer, or a new version of each item it is for. Where no file of the place can say what the measure does, it stands in
 * its set without an end. Throws `EditImpossible` where something the rule needs has not been said.
 */
export function permanentEdits(
  files: PackTexts,
  packs: ReadonlyMap<string, Pack>,
  rule: PermanentRule,
): FileEdits {
  const ended = endOfMeasure(files, packs, rule)
  const now = new Map([...files, ...ended])
  return new Map([...ended, ...ruleEdits(now, packs, rule)])
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
      return payerEdits(files, pack, measure, effect, rule) ?? standingMeasure(files, pack, named, rule)
    case 'take-over-rest':
    case 'larger-prescription':
    case 'internet-care':
    case 'settle-later':
    case 'prepay-hospitals':
    case 'limit-numbers':
      return standingMeasure(files, pack, named, rule)
  }
}
