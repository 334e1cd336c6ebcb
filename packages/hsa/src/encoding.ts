/** The text of a file: UTF-8 where it is that, else GB18030; undefined where it is neither. */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this one.
    }
  return undefined
}

/**
 * A text as GB18030, for systems that read nothing else. The tables of the encoding are those of the decoder every platform
 * has, read backwards once. Nineteen code points of private use have no place in them and become `?`. Throws a RangeError for half a surrogate pair.
 */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0)!
    if (point >= 0xd800 && point <= 0xdfff) throw new RangeError('Half a surrogate pair is no character')
    if (point < 0x80) bytes.push(point)
    else if (point > 0xffff) bytes.push(...fourBytes(FIRST_BEYOND + point - 0x1_0000))
    else bytes.push(...(table().get(point) ?? [QUESTION_MARK]))
  }
  return Uint8Array.from(bytes)
}

const QUESTION_MARK = 0x3f
/** Numbers of four-byte sequences: of the basic plane, and the first beyond it. */
const [BASIC, FIRST_BEYOND] = [39_420, 189_000]

/** What the decoder gives for a sequence that means nothing. */
const UNKNOWN = 0xfffd

function fourBytes(number: number): [number, number, number, number] {
  return [
    0x81 + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ]
}

let made: Map<number, readonly number[]> | undefined

function table(): ReadonlyMap<number, readonly number[]> {
  if (made) return made
  const found = new Map<number, readonly number[]>()
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true })
  const note = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    const point = text.codePointAt(0)
    // What stands twice is written as the first, shorter form.
    if (point !== undefined && point >= 0x80 && point !== UNKNOWN && text.length === 1 && !found.has(point))
      found.set(point, bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) note([lead, trail])
  for (let number = 0; number < BASIC; number += 1) note(fourBytes(number))
  found.set(UNKNOWN, [0x84, 0x31, 0xa4, 0x37])
  made = found
  return found
}
