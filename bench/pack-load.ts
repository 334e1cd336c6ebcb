import { loadPacks } from '@yichuang/policy'
import { performance } from 'node:perf_hooks'
import { readPackFolder, sha256 } from '../apps/server/src/packs/index.ts'

export interface PackLoadFigures {
  /** seconds to parse and check a pack of 5,000 parameters and 300 items, from the texts of its files */
  readonly pack_5000_load_s: number
}

/** Loads a made-up country: parameters with three values each, items as long as a real one. The best of three. */
export async function benchPackLoad({ smoke }: { smoke: boolean }): Promise<PackLoadFigures> {
  const files = await largePack(smoke ? 50 : 5000, smoke ? 3 : 300)
  let best = Infinity
  for (let turn = 0; turn < 3; turn++) {
    const begin = performance.now()
    const load = loadPacks(files, sha256)
    best = Math.min(best, performance.now() - begin)
    if (!load.ok)
      throw new Error(`The made-up pack does not load: ${load.faults[0]?.file} ${load.faults[0]?.what}`)
  }
  return { pack_5000_load_s: Math.round(best) / 1000 }
}

async function largePack(parameters: number, items: number): Promise<ReadonlyMap<string, string>> {
  const real = await readPackFolder()
  const files = new Map(real)
  for (let n = 0; n < parameters; n++) files.set(`cn/parameters/made/p${n}.yaml`, parameterText(n))
  const item = real.get('cn/items/claims.inpatient.yaml')!
  for (let n = 0; n < items; n++)
    files.set(`cn/items/made.item-${n}.yaml`, item.replace('id: claims.inpatient', `id: made.item-${n}`))
  return files
}

function parameterText(n: number): string {
  const values = ['2019-01-01', '2020-01-01', '2021-01-01'].map(
    (from, index) => `  - from: ${from}
    value: ${n % 60}${index}
    source:
      document: agency-regulation-2023
      clause: 第二十条
      quote: 30个工作日内办理完毕
`,
  )
  return `id: made.p${n}\ntitle: { zh: 参数${n}, en: Parameter ${n} }\nunit: working-days\nvalues:\n${values.join('')}`
}
