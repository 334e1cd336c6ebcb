import { makeCreditCode } from '@yichuang/kernel'
import type { DemoCity } from './cities.ts'

const KINDS = ['纺织', '机械', '医药', '建材', '食品', '物流', '软件', '酒店管理']

/** Made-up employers of a city, with valid credit codes. */
export function employersOf(city: DemoCity): { readonly name: string; readonly creditCode: string }[] {
  return KINDS.map((kind, index) => ({
    name: `${city.name.zh}演示${kind}有限公司`,
    creditCode: makeCreditCode({
      kind: '91',
      region: city.counties[index % city.counties.length]!.code,
      serial: `MA0YC${String(index + 1).padStart(3, '0')}`,
    }),
  }))
}
