import type { FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { newContentKey, sealed, unsealed, type Files, type HeldFile } from '../../platform/files/index.ts'
import { Problem } from '../../platform/problem.ts'
import type { Attachment } from './handler.ts'

/** The largest file taken: a ZIP of some hundred thousand rows. */
export const FILE_BYTES = 16_777_216
/** the envelope beside the file is short */
const ENVELOPE_BYTES = 65_536

/** A message that came as a form: the envelope as it was signed, and the file beside it. */
export interface FormMessage {
  readonly text: string
  /** undefined: none came */
  readonly attachment?: Attachment | undefined
  /** why the form is not taken, once it is known who sends it */
  readonly fault?: string | undefined
  letGo(): Promise<void>
}

/**
 * Reads a form with `jsonStr` and `file`, in either order (9101). The file is enciphered while it arrives, never whole in
 * memory, and gone again unless somebody keeps it.
 */
export async function readForm(request: FastifyRequest, files: Files): Promise<FormMessage> {
  let text = ''
  let taken: { readonly held: HeldFile; readonly attachment: Attachment } | undefined
  const letGo = async () => taken?.held.letGo()
  try {
    const limits = { files: 1, fields: 20, parts: 21, fieldSize: ENVELOPE_BYTES, fileSize: FILE_BYTES + 1 }
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') taken = await take(part.filename, part.file, files)
      else if (part.fieldname.toLowerCase() === 'jsonstr') text = String(part.value)
    }
  } catch (error) {
    await letGo()
    return { text, fault: faultOf(error), letGo }
  }
  return { text, attachment: taken?.attachment, letGo }
}

async function take(fileName: string, content: AsyncIterable<Uint8Array>, files: Files) {
  const key = newContentKey()
  const hash = createHash('sha256')
  const watched = async function* () {
    for await (const chunk of content) {
      hash.update(chunk)
      yield chunk
    }
  }
  const held = await files.hold(sealed(watched(), key), { fileName: '', maxBytes: FILE_BYTES })
  const sha256 = hash.digest('hex')
  const attachment: Attachment = {
    fileName,
    sha256,
    size: held.size,
    key,
    storedSha256: held.sha256,
    read: () => unsealed(held.read(), key, sha256),
    keep: () => held.keep(),
  }
  return { held, attachment }
}

function faultOf(error: unknown): string {
  const code = error instanceof Problem ? error.code : (error as { code?: unknown }).code
  if (code === 'file-too-large' || code === 'FST_REQ_FILE_TOO_LARGE')
    return `文件超过 ${FILE_BYTES / 1_048_576} MB，没有保存任何内容。请按清算类别或按日拆分后重新上传。`
  if (error instanceof Problem && error.status >= 500) throw error
  return '上传的表单没有收完整，没有保存任何内容。请用 multipart/form-data 发送 jsonStr 和一个 file 两部分后重发。'
}
