import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'

const BLOCK = 512
const CHUNK = 1_048_576

/** Writes a POSIX tar file, so that an operator can look into a backup with any tool. */
export interface TarWriter {
  /** Adds an entry of known size and returns the SHA-256 of its content. */
  add(name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<string>
  /** Ends the archive and puts it on the disk. */
  close(): Promise<void>
}

export async function createTar(file: string): Promise<TarWriter> {
  const handle = await open(file, 'wx', 0o600)
  return {
    async add(name, size, content) {
      await handle.write(header(name, size))
      const hash = createHash('sha256')
      let written = 0
      for await (const chunk of content) {
        written += chunk.length
        hash.update(chunk)
        await handle.write(chunk)
      }
      if (written !== size) throw new Error(`${name} has ${written} bytes and was announced with ${size}`)
      await handle.write(Buffer.alloc(padding(size)))
      return hash.digest('hex')
    },
    async close() {
      await handle.write(Buffer.alloc(2 * BLOCK))
      await handle.sync()
      await handle.close()
    },
  }
}

export interface TarEntry {
  readonly name: string
  readonly size: number
  /** may be left unread */
  readonly content: () => Readable
}

/** The entries of an archive, in order. Throws an Error when the file is cut off or is no tar file. */
export async function* readTar(file: string): AsyncGenerator<TarEntry> {
  const handle = await open(file, 'r')
  try {
    const { size: end } = await handle.stat()
    for (let at = 0; ;) {
      const block = await readExactly(handle, at, BLOCK)
      if (block.every((byte) => byte === 0)) return
      const { name, size } = parseHeader(block)
      const start = at + BLOCK
      at = start + size + padding(size)
      if (at > end) throw new Error(`the archive ends in the middle of ${name}`)
      yield { name, size, content: () => Readable.from(readRange(handle, start, size)) }
    }
  } finally {
    await handle.close()
  }
}

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for an archive`)
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
  block.write(name, 0)
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  if (size < 8 ** 11) octal(size, 124, 12)
  else {
    // Eight gigabytes and more do not fit in octal digits; this is what GNU tar does.
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(size), 128)
  }
  octal(0, 136, 12)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\x0000', 257, 'latin1')
  octal(checksum(block), 148, 7)
  return block
}

function parseHeader(block: Buffer): { name: string; size: number } {
  const stored = Number.parseInt(block.toString('latin1', 148, 154), 8)
  const blank = Buffer.from(block)
  blank.fill(' ', 148, 156)
  if (stored !== checksum(blank)) throw new Error('the file is no archive, or is damaged')
  const name = block.toString('utf8', 0, 100).replace(/\0.*$/s, '')
  const size =
    block[124] === 0x80
      ? Number(block.readBigUInt64BE(128))
      : Number.parseInt(block.toString('latin1', 124, 135), 8)
  return { name, size }
}

function checksum(block: Buffer): number {
  return block.reduce((sum, byte) => sum + byte, 0)
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

async function* readRange(handle: FileHandle, start: number, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size;) {
    const chunk = await readExactly(handle, start + done, Math.min(CHUNK, size - done))
    done += chunk.length
    yield chunk
  }
}

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  if (bytesRead < length) throw new Error('the archive ends too early')
  return buffer
}
