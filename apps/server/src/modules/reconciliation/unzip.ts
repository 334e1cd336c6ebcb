import { Unzip, UnzipInflate } from 'fflate'
import { HospitalFault } from '../hospital/index.ts'

/** What the TXT in a ZIP may come to: some hundred thousand rows. */
const MOST_UNPACKED_BYTES = 67_108_864
// A slice of this size cannot unpack to more than about 4 MB, so that a bomb is noticed before it fills the memory.
const SLICE_BYTES = 4096
/** where the first entry of a ZIP says that it is locked with a password */
const [FLAGS_AT, LOCKED] = [6, 1]

/**
 * The content of the only file in a ZIP, piece by piece while it is read. Throws `HospitalFault` for what is no ZIP, holds
 * no file, several, or one with a path, and as soon as it is too much.
 */
export async function* unzipped(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let [names, complete, unpacked] = [0, false, 0]
  const zip = new Unzip((part) => {
    names += 1
    if (names > 1)
      throw new HospitalFault('ZIP 内有不止一个文件。请只压缩一个 TXT 明细文件后重新上传（9101）。')
    if (/[/\\:]|^\.\.?$/.test(part.name))
      throw new HospitalFault(
        'ZIP 内的文件名带有路径（文件夹）。请直接压缩 TXT 文件本身，不要压缩文件夹，再重新上传（9101）。',
      )
    part.ondata = (error, chunk, final) => {
      if (error) throw error
      unpacked += chunk.length
      if (unpacked > MOST_UNPACKED_BYTES)
        throw new HospitalFault(
          `ZIP 解压后超过 ${MOST_UNPACKED_BYTES / 1_048_576} MB，已停止读取。请按日或按清算类别拆分后重新上传（9101）。`,
        )
      if (chunk.length > 0) ready.push(chunk)
      complete ||= final
    }
    part.start()
  })
  zip.register(UnzipInflate)
  try {
    let first = true
    for await (const chunk of content) {
      if (first) checkHead(chunk)
      first = false
      for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
        zip.push(chunk.subarray(at, at + SLICE_BYTES))
        yield* ready.splice(0)
      }
    }
    zip.push(new Uint8Array(0), true)
    yield* ready.splice(0)
  } catch (error) {
    if (error instanceof HospitalFault) throw error
    throw damaged()
  }
  if (!complete) throw damaged()
}

function checkHead(chunk: Uint8Array): void {
  if (chunk.length < FLAGS_AT + 2 || chunk[0] !== 0x50 || chunk[1] !== 0x4b)
    throw new HospitalFault(
      '上传的文件不是 ZIP。请把 TXT 明细文件压缩成 ZIP 后重新上传（9101），只改扩展名没有用。',
    )
  if ((chunk[FLAGS_AT]! & LOCKED) !== 0)
    throw new HospitalFault('ZIP 设有密码，无法读取。请去掉密码后重新压缩上传（9101）。')
}

const damaged = () =>
  new HospitalFault('ZIP 不完整、没有文件或已损坏，无法解压。请重新压缩 TXT 明细文件后上传（9101）。')
