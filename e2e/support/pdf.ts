import jsqr from 'jsqr'
import { inflateSync } from 'node:zlib'

const PIXELS = 4

/** What a phone reads from the QR code of a letter: its modules are taken from the drawing in the PDF. */
export function readQrCode(pdf: Buffer): string {
  for (const content of contentsOf(pdf)) {
    // A QR code is drawn as horizontal strokes along the middle of each row of modules.
    const strokes = [...content.matchAll(/([\d.]+) ([\d.]+\.5) m\s+([\d.]+) \2 l/g)].map(([, x, y, to]) => ({
      row: Math.floor(Number(y)),
      from: Number(x),
      to: Number(to),
    }))
    if (strokes.length < 50) continue
    const side = (Math.max(...strokes.map(({ to }) => to)) + 1) * PIXELS
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
    for (const { row, from, to } of strokes)
      for (let y = row * PIXELS; y < (row + 1) * PIXELS; y++)
        for (let x = from * PIXELS; x < to * PIXELS; x++)
          pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    const found = jsqr.default(pixels, side, side)
    if (found) return found.data
  }
  throw new Error('There is no QR code in this PDF')
}

function* contentsOf(pdf: Buffer): Generator<string> {
  let at = 0
  while ((at = pdf.indexOf('stream\n', at)) >= 0) {
    const from = at + 'stream\n'.length
    at = pdf.indexOf('endstream', from)
    try {
      yield inflateSync(pdf.subarray(from, at)).toString('latin1')
    } catch {
      // A font or a picture, packed in another way.
    }
    at += 'endstream'.length
  }
}
