import { buffer } from 'node:stream/consumers'
import type { SingleUpload } from '../../platform/http/upload.ts'

/** An uploaded file whole; the platform has limited its size. */
export async function readWhole({ fileName, stream, fields }: SingleUpload) {
  return { fileName, fields, content: await buffer(stream) }
}
