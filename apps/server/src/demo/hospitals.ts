import type { Hospital } from '../modules/organisations/index.ts'
import { jining, shaoxing, type DemoCity } from './cities.ts'

/** Made-up hospitals of every level in both cities, and two elsewhere for care outside the insured place. */
export const demoHospitals: readonly Hospital[] = [
  ...hospitalsOf(shaoxing),
  ...hospitalsOf(jining),
  hospital('310101', '310100', 1, '上海演示医院', 'tertiary'),
  hospital('110101', '110100', 1, '北京演示协作医院', 'tertiary'),
]

function hospitalsOf(city: DemoCity): Hospital[] {
  const [first, second] = city.counties
  const { zh } = city.name
  return [
    hospital(first!.code, city.regionCode, 1, `${zh}演示人民医院`, 'tertiary'),
    hospital(first!.code, city.regionCode, 2, `${zh}演示中医院`, 'tertiary'),
    hospital(second!.code, city.regionCode, 3, `${zh}演示妇幼保健院`, 'secondary'),
    ...city.counties.map(({ code, name }) =>
      hospital(code, city.regionCode, 11, `${name}演示医院`, 'secondary'),
    ),
    ...city.counties.map(({ code, name }) =>
      hospital(code, city.regionCode, 21, `${name}演示社区卫生服务中心`, 'primary'),
    ),
  ]
}

/** `H`, the region and five digits, as designated institutions are coded. */
function hospital(
  territory: string,
  regionCode: string,
  number: number,
  name: string,
  level: Hospital['level'],
): Hospital {
  return {
    hospitalCode: `H${territory}${String(number).padStart(5, '0')}`,
    regionCode,
    territory,
    name,
    level,
  }
}
