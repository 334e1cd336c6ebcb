import { DIGITS, firstStranger, plainCharacters } from './characters.ts'
import { faulty, parsed } from './fault.ts'
import type { Parsed } from './fault.ts'

/** A six-digit code of GB/T 2260 or of the medical-insurance regions (医保区划), which adds pools such as `330699`. */
export type RegionCode = string & { readonly __brand: 'RegionCode' }

export interface Region {
  readonly code: RegionCode
  /** `pool` is a province's or city's own pool (本级), a code that GB/T 2260 does not have */
  readonly level: 'province' | 'city' | 'county' | 'pool'
  readonly province: RegionCode
  /** absent for a province and its own pool */
  readonly city?: RegionCode
}

/** First two digits of the provinces, GB/T 2260, with 83 for residence permits of people from Taiwan. */
export const provinceCodes: ReadonlySet<string> = new Set(
  `11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83`.split(
    ' ',
  ),
)

/** First two digits of the municipalities (直辖市), whose one "city" is the whole of them. */
export const municipalityCodes: ReadonlySet<string> = new Set(['11', '12', '31', '50'])

/**
 * Reads a region code by its shape. Counties are not looked up in a table: a code that was abolished years ago lives on
 * in people's records, and new areas may have no code of GB/T 2260 at all.
 */
export function parseRegion(text: string): Parsed<Region, 'length' | 'character' | 'province' | 'city'> {
  const code = plainCharacters(text)
  const stranger = firstStranger(code, DIGITS)
  if (stranger !== undefined)
    return faulty(
      'character',
      `区划代码第 ${stranger} 位不是数字。请改为 6 位数字的区划代码，例如 330602（绍兴市越城区）。`,
      `Character ${stranger} of the region code is not a digit. Give a code of six digits, e.g. 330602.`,
      { position: String(stranger) },
    )
  if (code.length !== 6)
    return faulty(
      'length',
      `区划代码应为 6 位数字，现为 ${code.length} 位。请核对后补全，例如 330602（绍兴市越城区）。`,
      `A region code has six digits; this one has ${code.length}. Check it and give all six, e.g. 330602.`,
      { length: String(code.length) },
    )
  const province = `${code.slice(0, 2)}0000` as RegionCode
  if (!provinceCodes.has(code.slice(0, 2)))
    return faulty(
      'province',
      `区划代码前两位 ${code.slice(0, 2)} 不是省级代码（GB/T 2260）。请核对第 1、2 位，例如浙江为 33，山东为 37。`,
      `The first two digits, ${code.slice(0, 2)}, are no province in GB/T 2260. Check digits 1 and 2, e.g. 33 for Zhejiang, 37 for Shandong.`,
      { province: code.slice(0, 2) },
    )
  if (code === province) return parsed({ code: province, level: 'province', province })
  if (code.slice(2, 4) === '00')
    return faulty(
      'city',
      `区划代码第 3、4 位为 00（省级），但第 5、6 位不是 00。请核对第 3 至 6 位。`,
      `Digits 3 and 4 are 00 (a province), but digits 5 and 6 are not. Check digits 3 to 6.`,
    )
  if (code.slice(2) === '9900') return parsed({ code: code as RegionCode, level: 'pool', province })
  const city = `${code.slice(0, 4)}00` as RegionCode
  const level = code === city ? 'city' : code.endsWith('99') ? 'pool' : 'county'
  return parsed({ code: code as RegionCode, level, province, city })
}

/** The city's code of a county, of a city's own pool, or of the city itself: `330602` and `330699` give `330600`. */
export function cityOf(code: RegionCode): RegionCode {
  return `${code.slice(0, 4)}00` as RegionCode
}
