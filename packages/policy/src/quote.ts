/** Whether every part of a quote, split at `…`, occurs in the text in this order. White space does not count. */
export function quoteOccurs(squeezedText: string, quote: string): boolean {
  let position = 0
  for (const part of quote.split('…').map(squeeze)) {
    if (part === '') continue
    const found = squeezedText.indexOf(part, position)
    if (found < 0) return false
    position = found + part.length
  }
  return position > 0
}

/** A text without its white space, so that line breaks of an edition do not hide a quote. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}
