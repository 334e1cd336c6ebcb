import { actingByDocument, BY_DOCUMENT, packUnder, type ActingMeasure, type Pack } from '@yichuang/policy'
import { sha256 } from '../../../packs/index.ts'

/** A pack under its own documents' measures and what leaders have switched on: how its cases are decided today. */
export function underLeaders(pack: Pack, acting: readonly ActingMeasure[]): Pack {
  const byLeaders = acting.filter(({ activation }) => activation !== BY_DOCUMENT)
  return packUnder(pack, [...actingByDocument(pack.measures.values()), ...byLeaders], sha256)
}
