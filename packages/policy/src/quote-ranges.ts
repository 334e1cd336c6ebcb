/** A stretch of a text: `text.slice(start, end)`. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * Where the quoted words stand in a document, one range for each part between `…`; white space does not count. Undefined
 * when they do not occur in this order.
 */
export function quoteRanges(text: string, quote: string): readonly TextRange[] | undefined {
  const { squeezed, places } = squeezeWithPlaces(text)
  const ranges: TextRange[] = []
  let position = 0
  for (const part of quote.split('…').map((words) => words.replaceAll(/\s+/gu, ''))) {
    if (part === '') continue
    const found = squeezed.indexOf(part, position)
    if (found < 0) return undefined
    position = found + part.length
    ranges.push({ start: places[found]!, end: places[position - 1]! + 1 })
  }
  return ranges.length > 0 ? ranges : undefined
}

/** The text without white space, and for each of its code units the place it had in the text. */
function squeezeWithPlaces(text: string): { squeezed: string; places: readonly number[] } {
  const places: number[] = []
  let squeezed = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at]!
    if (/\s/u.test(unit)) continue
    squeezed += unit
    places.push(at)
  }
  return { squeezed, places }
}
