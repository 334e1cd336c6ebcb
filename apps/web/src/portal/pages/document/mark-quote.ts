export interface Piece {
  text: string
  marked: boolean
}

/**
 * Splits a text into paragraphs and marks the quoted words. A quote may leave words out with `…`, and line breaks or
 * spaces inside the text do not matter: officially published texts are broken anywhere.
 */
export function markQuote(text: string, quote: string): Piece[][] {
  const marks = findQuote(text, quote)
  const paragraphs: Piece[][] = []
  for (const paragraph of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    paragraphs.push(cut(paragraph[0], paragraph.index, marks))
  }
  return paragraphs
}

/** Start and end of each part of the quote in the text, in order; empty when any part is not found. */
function findQuote(text: string, quote: string): [number, number][] {
  const places: number[] = []
  let bare = ''
  for (let at = 0; at < text.length; at += 1) {
    if (/\s/.test(text[at]!)) continue
    bare += text[at]
    places.push(at)
  }
  const marks: [number, number][] = []
  let from = 0
  for (const part of quote.replace(/\s+/g, '').split(/…+|\.{3,}/)) {
    if (part === '') continue
    const at = bare.indexOf(part, from)
    if (at < 0) return []
    from = at + part.length
    marks.push([places[at]!, places[from - 1]! + 1])
  }
  return marks
}

function cut(paragraph: string, offset: number, marks: readonly [number, number][]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  const add = (end: number, marked: boolean) => {
    if (end > done) pieces.push({ text: paragraph.slice(done, end), marked })
    done = Math.max(done, end)
  }
  for (const [start, end] of marks) {
    const from = Math.min(Math.max(start - offset, done), paragraph.length)
    const to = Math.min(end - offset, paragraph.length)
    if (to <= from) continue
    add(from, false)
    add(to, true)
  }
  add(paragraph.length, false)
  return pieces
}
