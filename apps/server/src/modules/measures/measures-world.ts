import type { MeasuredPacks } from './measured-packs.ts'

let packs: MeasuredPacks | undefined

/** Gives the module its packs; `app.ts` calls it once, tests once per file. */
export function openMeasures(measured: MeasuredPacks): void {
  packs = measured
}

export function measured(): MeasuredPacks {
  if (!packs) throw new Error('openMeasures was not called before the first measure')
  return packs
}

/** Reads the activations of a place anew; for whoever switched a measure on in a transaction of their own. */
export const readMeasuresAnew = (regionCode: string): Promise<void> => measured().reload(regionCode)
