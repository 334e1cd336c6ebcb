/**
 * What people paste: full-width letters and digits become half-width, spaces and every kind of dash go, letters become
 * capitals. `１１０１０５－１９４９ ｘ` is read as `1101051949X`.
 */
export function plainCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff\u2010-\u2015\u2212_-]/g, '')
    .toUpperCase()
}

/** Position, from 1, of the first character that an alphabet lacks; undefined when there is none. */
export function firstStranger(text: string, alphabet: string): number | undefined {
  const index = Array.from(text).findIndex((character) => !alphabet.includes(character))
  return index < 0 ? undefined : index + 1
}

/** Sum of products of the characters' values and weights. */
export function weightedSum(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(text.charAt(i)), 0)
}

export const DIGITS = '0123456789'
export const LETTERS_AND_DIGITS = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`
