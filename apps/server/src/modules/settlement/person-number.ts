const REGION = 6
/** enough for the 124 bits that tell people apart */
const DIGITS = 24
const PART = 8
const NUMBER = /^\d{6}[0-9A-Z]{24}$/

/**
 * The number of a person (人员编号, psn_no) as institutions see it: city and 24 characters, 30 in all, made of the
 * person's id and read back without asking anybody. Capitals and digits only: many clients do not tell letters apart by size.
 */
export function psnNo(regionCode: string, personId: string): string {
  const hex = personId.replaceAll('-', '')
  // Every id of ours has a 7 here (UUID version 7), so it need not be said.
  const bits = BigInt(`0x${hex.slice(0, 12)}${hex.slice(13)}`)
  return regionCode + bits.toString(36).toUpperCase().padStart(DIGITS, '0')
}

/** The person a number stands for; undefined for a number that is none of this city's. */
export function personOf(regionCode: string, number: string): string | undefined {
  const text = number.toUpperCase()
  if (!NUMBER.test(text) || !text.startsWith(regionCode)) return undefined
  let bits = 0n
  for (let at = REGION; at < REGION + DIGITS; at += PART)
    bits = bits * BigInt(36 ** PART) + BigInt(Number.parseInt(text.slice(at, at + PART), 36))
  const hex = bits.toString(16).padStart(31, '0')
  if (hex.length > 31) return undefined
  const id = `${hex.slice(0, 12)}7${hex.slice(12)}`
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`
}
