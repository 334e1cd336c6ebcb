import type { Source } from '@yichuang/benefits'
import { municipalityCodes, parseRegion, yearsLater, type PlainDate } from '@yichuang/kernel'
import { isMissing, parameterOn, type Pack } from '@yichuang/policy'

/** From when to when a referral is good, and on what that rests. */
export interface Term {
  readonly from: PlainDate
  /** the last day; undefined where no rule gives one */
  readonly until: PlainDate | undefined
  readonly valid: Source | undefined
  readonly ends: Source | undefined
  /** who can load the rule, when there is none */
  readonly missing: { readonly zh: string; readonly en: string } | undefined
}

/** The days of a referral issued on a day: as long as the place's rule says, its last day found as the civil law says. */
export function termFrom(pack: Pack, from: PlainDate): Term {
  const years = parameterOn(pack, 'referral.valid-years', undefined, from)
  if (isMissing(years))
    return { from, until: undefined, valid: undefined, ends: undefined, missing: years.sentence }
  const ends = parameterOn(pack, 'periods.year-ends', undefined, from)
  return {
    from,
    until: yearsLater(from, Number(years.value)),
    valid: years.source,
    ends: isMissing(ends) ? undefined : ends.source,
    missing: undefined,
  }
}

/** The province or city that a region code stands for as a place to be referred to; undefined for no region. */
export function targetOf(code: string): string | undefined {
  const region = parseRegion(code)
  if (!region.ok) return undefined
  const { province, city } = region.value
  return city === undefined || municipalityCodes.has(province.slice(0, 2)) ? province : city
}

/** Whether a hospital of a city lies where a referral leads. */
export function reaches(target: string, hospitalRegion: string): boolean {
  const prefix = target.endsWith('0000') ? target.slice(0, 2) : target.slice(0, 4)
  return hospitalRegion.startsWith(prefix)
}

const PROVINCES: Readonly<Record<string, string>> = {
  11: '北京市',
  12: '天津市',
  13: '河北省',
  14: '山西省',
  15: '内蒙古自治区',
  21: '辽宁省',
  22: '吉林省',
  23: '黑龙江省',
  31: '上海市',
  32: '江苏省',
  33: '浙江省',
  34: '安徽省',
  35: '福建省',
  36: '江西省',
  37: '山东省',
  41: '河南省',
  42: '湖北省',
  43: '湖南省',
  44: '广东省',
  45: '广西壮族自治区',
  46: '海南省',
  50: '重庆市',
  51: '四川省',
  52: '贵州省',
  53: '云南省',
  54: '西藏自治区',
  61: '陕西省',
  62: '甘肃省',
  63: '青海省',
  64: '宁夏回族自治区',
  65: '新疆维吾尔自治区',
  71: '台湾省',
  81: '香港特别行政区',
  82: '澳门特别行政区',
}

/** Where the national network of insurance reaches: the provinces without Taiwan, Hong Kong and Macao. */
export const provinces: readonly { readonly code: string; readonly name: string }[] = Object.entries(
  PROVINCES,
)
  .filter(([code]) => Number(code) < 71)
  .map(([code, name]) => ({ code: `${code}0000`, name }))

/** A province by its name, a city by its own where this installation knows it, else by its province and code. */
export function targetName(target: string, cities: ReadonlyMap<string, string>): string {
  const province = PROVINCES[target.slice(0, 2)] ?? target
  if (target.endsWith('0000')) return province
  return cities.get(target) ?? `${province}（${target}）`
}
