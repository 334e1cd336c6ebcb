import { buffer } from 'node:stream/consumers'
import type { Upload } from '../../platform/http/upload.ts'

/** An uploaded file whole; the platform has limited its size. */
export async function readWhole({ fileName, stream }: Upload) {
  return { fileName, content: await buffer(stream) }
}
