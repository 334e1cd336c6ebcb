import { create } from 'qrcode'

/** A QR code as one SVG path: a square of `size` units, quiet zone and all; what `path` fills is dark. */
export interface Qr {
  readonly size: number
  readonly path: string
}

// The light border without which scanners do not find the code (ISO/IEC 18004).
const QUIET = 4

/** The QR code of a text, with the middle level of correction that paper and screens need. */
export function qrOf(text: string): Qr {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: modules.size }, (_, y) => darkRuns(modules.data, modules.size, y))
  return { size: modules.size + 2 * QUIET, path: rows.join('') }
}

/** The dark runs of one row; a run is one rectangle, so that no seams show between modules. */
function darkRuns(data: Uint8Array, size: number, y: number): string {
  let path = ''
  for (let x = 0; x < size;) {
    const from = x
    while (x < size && data[y * size + x]) x += 1
    if (x > from) path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h-${x - from}z`
    else x += 1
  }
  return path
}
