import { Unzip, UnzipInflate } from 'fflate'

const MOST_PARTS = 500
// A slice of this size cannot unpack to more than about 16 MB, so that a bomb is noticed before it fills the memory.
const SLICE_BYTES = 16_384

/**
 * The parts of a ZIP by their names; undefined when they unpack to more than `most` bytes or are too many. Unpacks in small
 * slices and stops as soon as it is too much. Only what was unpacked here is read on: the directory at the end of a file
 * may name other places in it than those a reader from the front comes by, each of them a bomb. Throws for what is damaged.
 */
export function unpack(content: Uint8Array, most: number): Record<string, Uint8Array> | undefined {
  const parts = new Map<string, Buffer[]>()
  let [unpacked, found] = [0, 0]
  const tooMuch = () => unpacked > most || found > MOST_PARTS
  const zip = new Unzip((part) => {
    found += 1
    const chunks: Buffer[] = []
    parts.set(part.name, chunks)
    part.ondata = (error, chunk) => {
      if (error) throw error
      unpacked += chunk.length
      if (!tooMuch()) chunks.push(Buffer.from(chunk))
    }
    if (!tooMuch()) part.start()
  })
  zip.register(UnzipInflate)
  for (let at = 0; at < content.length && !tooMuch(); at += SLICE_BYTES)
    zip.push(content.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= content.length)
  if (tooMuch()) return undefined
  return Object.fromEntries([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)]))
}
