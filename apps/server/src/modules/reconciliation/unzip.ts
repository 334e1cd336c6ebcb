import { crc32, createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import { HospitalFault } from '../hospital/index.ts'

/** What the TXT in a ZIP may come to: some hundred thousand rows. */
const MOST_UNPACKED_BYTES = 67_108_864
/** The directory of one file and a remark are shorter than this. */
const MOST_AFTER_BYTES = 70_000

/** More than the unpacking ever has waiting. */
const MOST_AHEAD_BYTES = 1_048_576

/** Layout of a ZIP: a head before each file, a directory with a line for each, and an end that counts them. */
const [HEAD, LINE, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const [HEAD_BYTES, LINE_BYTES, END_BYTES] = [30, 46, 22]
const [LOCKED, SIZES_LATER] = [1, 8]
const [STORED, DEFLATED] = [0, 8]

/**
 * The content of the only file in a ZIP, piece by piece while it is read; what it is unpacked to is never in memory whole.
 * Throws `HospitalFault` for what is no ZIP, is locked or damaged, holds no file, several, or one with a path, and as soon
 * as it is too much.
 */
export async function* unzipped(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = reader(content)
  const { method, size } = await readHead(input)
  let [unpacked, crc] = [0, 0]
  try {
    for await (const chunk of method === STORED ? input.exactly(size) : inflated(input)) {
      unpacked += chunk.length
      if (unpacked > MOST_UNPACKED_BYTES)
        throw new HospitalFault(
          `ZIP 解压后超过 ${MOST_UNPACKED_BYTES / 1_048_576} MB，已停止读取。请按日或按清算类别拆分后重新上传（9101）。`,
        )
      crc = crc32(chunk, crc)
      yield chunk
    }
    checkEnd(await input.rest(MOST_AFTER_BYTES), { unpacked, crc })
  } catch (error) {
    if (error instanceof HospitalFault) throw error
    throw damaged(error)
  }
}

type Input = ReturnType<typeof reader>

async function readHead(input: Input): Promise<{ readonly method: number; readonly size: number }> {
  const head = await input.bytes(HEAD_BYTES)
  if (head.length >= 4 && head.readUInt32LE(0) === END) throw damaged()
  if (head.length < 4 || head.readUInt32LE(0) !== HEAD)
    throw new HospitalFault(
      '上传的文件不是 ZIP。请把 TXT 明细文件压缩成 ZIP 后重新上传（9101），只改扩展名没有用。',
    )
  if (head.length < HEAD_BYTES) throw damaged()
  const [flags, method] = [head.readUInt16LE(6), head.readUInt16LE(8)]
  const [size, nameBytes, extraBytes] = [head.readUInt32LE(18), head.readUInt16LE(26), head.readUInt16LE(28)]
  const name = (await input.bytes(nameBytes)).toString('latin1')
  await input.bytes(extraBytes)
  if (/[/\\:]|^\.\.?$/.test(name))
    throw new HospitalFault(
      'ZIP 内的文件名带有路径（文件夹）。请直接压缩 TXT 文件本身，不要压缩文件夹，再重新上传（9101）。',
    )
  if ((flags & LOCKED) !== 0)
    throw new HospitalFault('ZIP 设有密码，无法读取。请去掉密码后重新压缩上传（9101）。')
  if (method !== DEFLATED && (method !== STORED || (flags & SIZES_LATER) !== 0))
    throw new HospitalFault('ZIP 的压缩方式无法读取。请用普通的 ZIP（deflate）方式重新压缩上传（9101）。')
  return { method, size }
}

/** Inflates up to where the packed file ends, and gives back what was read beyond. */
async function* inflated(input: Input): AsyncGenerator<Uint8Array> {
  const packed: Buffer[] = []
  let [given, dropped] = [0, 0]
  const held = () => given - dropped
  const source = async function* () {
    for (let chunk = await input.some(); chunk.length > 0; chunk = await input.some()) {
      given += chunk.length
      packed.push(chunk)
      // Only the last pieces can hold the end of the file.
      while (held() - packed[0]!.length > MOST_AHEAD_BYTES) dropped += packed.shift()!.length
      yield chunk
    }
  }
  const inflate = createInflateRaw()
  const from = Readable.from(source(), { highWaterMark: 1 })
  from.on('error', (error) => inflate.destroy(error))
  from.pipe(inflate)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } finally {
    from.destroy()
    inflate.destroy()
  }
  input.putBack(Buffer.concat(packed).subarray(inflate.bytesWritten - dropped))
  if (inflate.bytesWritten > given) throw new Error('More was unpacked than came')
}

function checkEnd(after: Buffer, { unpacked, crc }: { unpacked: number; crc: number }): void {
  const end = lastOf(after, END, END_BYTES)
  if (after.length === MOST_AFTER_BYTES || (end >= 0 && after.readUInt16LE(end + 10) > 1))
    throw new HospitalFault('ZIP 内有不止一个文件。请只压缩一个 TXT 明细文件后重新上传（9101）。')
  const line = end < 0 ? -1 : lastOf(after.subarray(0, end), LINE, LINE_BYTES)
  if (line < 0) throw damaged()
  if (after.readUInt32LE(line + 16) !== crc || after.readUInt32LE(line + 24) !== unpacked) throw damaged()
}

function lastOf(bytes: Buffer, signature: number, length: number): number {
  for (let at = bytes.length - length; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === signature) return at
  return -1
}

/** Bytes taken from the front of what arrives. */
function reader(content: AsyncIterable<Uint8Array>) {
  const chunks = content[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const some = async (): Promise<Buffer> => {
    while (held.length === 0) {
      const next = await chunks.next()
      if (next.done) return held
      held = Buffer.from(next.value)
    }
    const taken = held
    held = Buffer.alloc(0)
    return taken
  }
  const bytes = async (count: number): Promise<Buffer> => {
    const parts: Buffer[] = []
    let missing = count
    while (missing > 0) {
      const chunk = await some()
      if (chunk.length === 0) break
      parts.push(chunk.subarray(0, missing))
      held = chunk.subarray(missing)
      missing -= parts.at(-1)!.length
    }
    return Buffer.concat(parts)
  }
  return {
    some,
    bytes,
    /** what is left, at most so many bytes */
    rest: bytes,
    putBack: (chunk: Buffer) => void (held = Buffer.concat([chunk, held])),
    async *exactly(count: number): AsyncGenerator<Uint8Array> {
      for (let missing = count; missing > 0;) {
        const chunk = await bytes(Math.min(missing, 65_536))
        if (chunk.length === 0) throw new Error('The file ends too soon')
        missing -= chunk.length
        yield chunk
      }
    },
  }
}

const damaged = (cause?: unknown) =>
  new HospitalFault(
    'ZIP 不完整、没有文件或已损坏，无法解压。请重新压缩 TXT 明细文件后上传（9101）。',
    cause === undefined ? undefined : { cause },
  )
