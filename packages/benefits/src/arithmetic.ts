import { ONE, shareOf, yuan, type Fen, type Ratio } from '@yichuang/kernel'

/**
 * The largest claim that is calculated. Up to here an amount times a ratio in millionths is still an exact number, and a
 * larger claim is a slip of the keyboard.
 */
export const LARGEST_CLAIM = yuan('90000000.00')

/** Quantities have at most four decimals, as in the national interface (数量 NUM(16,4)). */
export const QUANTITY_UNIT = 10_000

/** What a line may cost within its ceiling: quantity × price, half up to the fen. */
export function ceilingOf(quantity: number, price: Fen): Fen {
  if (Number.isInteger(quantity)) return (quantity * price) as Fen
  return Math.floor((Math.round(quantity * QUANTITY_UNIT) * price + QUANTITY_UNIT / 2) / QUANTITY_UNIT) as Fen
}

/**
 * The fund's share of a band for this person at this place. The factor works on the person's own share (retired people in
 * Beijing pay 60 % of 15 %), and only then do the points for out-of-area care come off; never below nothing.
 */
export function fundShareFor(fundShare: Ratio, ownShareFactor?: Ratio, pointsOff?: Ratio): Ratio {
  let share: number = fundShare
  if (ownShareFactor !== undefined) share = ONE - shareOf((ONE - share) as Fen, ownShareFactor)
  if (pointsOff !== undefined) share -= pointsOff
  return (share > 0 ? share : 0) as Ratio
}

/** How much of the stretch from `start` to `end` lies in the band above `above` and up to `upTo`. */
export function partInBand(start: Fen, end: Fen, above: Fen, upTo: Fen): Fen {
  const from = start > above ? start : above
  const to = end < upTo ? end : upTo
  return (to > from ? to - from : 0) as Fen
}

/** An exact sum of amounts times millionths, rounded half up to the fen. */
export function roundMillionths(exact: number): Fen {
  return Math.floor((exact + ONE / 2) / ONE) as Fen
}
