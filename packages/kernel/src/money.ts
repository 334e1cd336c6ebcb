/**
 * Money is whole fen, never a float of yuan. A branded number: every amount the platform meets (up to 90 trillion
 * yuan) is a safe integer, and a number is an order of magnitude faster than a bigint in the benefit calculation.
 */
export type Fen = number & { readonly __brand: 'Fen' }

/** A share of one, in whole millionths: 0.85 is 850000. Parameters have at most six decimals. */
export type Ratio = number & { readonly __brand: 'Ratio' }

const WHOLE = 1_000_000
export const ONE = WHOLE as Ratio
export const ZERO_FEN = 0 as Fen

const YUAN = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/
const RATIO = /^(?:0(?:\.(\d{1,6}))?|1(?:\.0{1,6})?)$/

/** Reads `"1800.00"` as fen; at most two decimals. Throws a RangeError naming the text. */
export function yuan(text: string): Fen {
  const amount = parseYuan(text)
  if (amount === undefined)
    throw new RangeError(`“${text}” is not an amount of yuan with at most two decimals`)
  return amount
}

/** Reads `"1800.00"` as fen, or returns undefined when the text is not an amount with at most two decimals. */
export function parseYuan(text: string): Fen | undefined {
  const match = YUAN.exec(text)
  if (!match) return undefined
  const whole = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return (match[1] === '-' && whole !== 0 ? -whole : whole) as Fen
}

/** Writes fen as yuan with two decimals: `180000` becomes `"1800.00"`. */
export function formatYuan(amount: Fen): string {
  const sign = amount < 0 ? '-' : ''
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Checks that a number is a whole, safe count of fen. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of fen`)
  return amount as Fen
}

/** Reads `"0.85"` as a ratio between 0 and 1 with at most six decimals. Throws a RangeError naming the text. */
export function ratio(text: string): Ratio {
  const match = RATIO.exec(text)
  if (!match) throw new RangeError(`“${text}” is not a ratio between 0 and 1 with at most six decimals`)
  if (text.startsWith('1')) return ONE
  return Number((match[1] ?? '').padEnd(6, '0')) as Ratio
}

/** Writes a ratio as a plain decimal without trailing zeros: `850000` becomes `"0.85"`. */
export function formatRatio(share: Ratio): string {
  const fraction = String(share % WHOLE)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${Math.floor(share / WHOLE)}${fraction && `.${fraction}`}`
}

/** Writes a ratio as per cent: `850000` becomes `"85%"`. */
export function formatPercent(share: Ratio): string {
  return `${String(Number((share / 10_000).toFixed(4)))}%`
}

/**
 * One share of a non-negative amount, rounded half up to the fen, once. The other share is `amount - shareOf(…)`,
 * never a second rounding: a published settlement is one fen off because both shares were rounded.
 */
export function shareOf(amount: Fen, share: Ratio): Fen {
  const product = amount * share
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor((product + WHOLE / 2) / WHOLE) as Fen
  return Number((BigInt(amount) * BigInt(share) + BigInt(WHOLE / 2)) / BigInt(WHOLE)) as Fen
}

/** The smaller of two amounts. */
export function lesser(a: Fen, b: Fen): Fen {
  return a < b ? a : b
}

/** Sum of amounts; the caller's amounts are safe integers, and so is any sum a claim can reach. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0
  for (const amount of amounts) total += amount
  return total as Fen
}
