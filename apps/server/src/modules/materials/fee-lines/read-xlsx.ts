import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { Worker } from 'node:worker_threads'
import { SheetTooLarge, SheetUnreadable } from './problems.ts'
import { MOST_ROWS, type Sheet } from './sheet.ts'
import type { WorkbookAnswer } from './workbook-worker.ts'

const MOST_UNPACKED_BYTES = 32 * 1_048_576
const MOST_PARTS = 500
// A slice of this size cannot unpack to more than about 16 MB, so that a bomb is noticed before it fills the memory.
const SLICE_BYTES = 16_384

const LONGEST_MS = 15_000
const MOST_MEGABYTES = 400
const AT_ONCE = 2

/**
 * The first sheet of a workbook with anything in it, read in a thread of its own: half a kilobyte can say that a million
 * rows are merged, and the reader would do as it is told. Nobody else waits for that, and after a while nobody at all.
 */
export async function readXlsx(content: Buffer): Promise<Sheet> {
  const parts = unpack(content)
  // A thread that runs out of memory can take the server along: what is known to fill it is not even begun.
  if (Object.values(parts).some(mergesTooMuch)) throw SheetTooLarge({ most: MOST_ROWS })
  const whole = zipSync(parts, { level: 0 })
  while (reading.size >= AT_ONCE) await Promise.race(reading)
  const answer = inThread(whole)
  reading.add(answer)
  const { sheet, tooLarge } = await answer.finally(() => reading.delete(answer))
  if (tooLarge) throw SheetTooLarge({ most: MOST_ROWS })
  if (!sheet) throw SheetUnreadable()
  return sheet
}

/** Whether cells are merged over more rows than any list of fees has. */
function mergesTooMuch(part: Uint8Array): boolean {
  const merged = Buffer.from(part).toString('latin1').matchAll(MERGED)
  for (const [, first, last] of merged) if (Number(last) - Number(first) > MOST_MERGED_ROWS) return true
  return false
}
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["'][A-Z]+(\d+):[A-Z]+(\d+)/g
const MOST_MERGED_ROWS = 10_000

const reading = new Set<Promise<WorkbookAnswer>>()

function inThread(workbook: Uint8Array): Promise<WorkbookAnswer> {
  const thread = new Worker(new URL('workbook-worker.ts', import.meta.url), {
    workerData: workbook,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  })
  const answer = new Promise<WorkbookAnswer>((resolve) => {
    const tooLong = setTimeout(() => resolve({ tooLarge: true }), LONGEST_MS)
    thread.once('message', resolve)
    // Out of memory: the thread ends, the server goes on.
    thread.once('error', () => resolve({ tooLarge: true }))
    thread.once('exit', () => {
      clearTimeout(tooLong)
      resolve({ tooLarge: true })
    })
  })
  return answer.finally(() => void thread.terminate())
}

/**
 * Unpacks in small slices and stops as soon as it is too much. Only what was unpacked here is read on: the directory at
 * the end of a file may name other places in it than those a reader from the front comes by, each of them a bomb.
 */
function unpack(content: Buffer): Record<string, Uint8Array> {
  const parts = new Map<string, Buffer[]>()
  let [unpacked, found] = [0, 0]
  const tooMuch = () => unpacked > MOST_UNPACKED_BYTES || found > MOST_PARTS
  const zip = new Unzip((part) => {
    found += 1
    const chunks: Buffer[] = []
    parts.set(part.name, chunks)
    part.ondata = (error, chunk) => {
      if (error) throw SheetUnreadable(undefined, { cause: error })
      unpacked += chunk.length
      if (!tooMuch()) chunks.push(Buffer.from(chunk))
    }
    if (!tooMuch()) part.start()
  })
  zip.register(UnzipInflate)
  try {
    for (let at = 0; at < content.length && !tooMuch(); at += SLICE_BYTES)
      zip.push(content.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= content.length)
  } catch (cause) {
    throw SheetUnreadable(undefined, { cause })
  }
  if (tooMuch()) throw SheetTooLarge({ most: MOST_ROWS })
  return Object.fromEntries([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)]))
}
