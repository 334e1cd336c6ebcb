import { readAside } from '../../platform/aside.ts'
import type { DocumentRead } from './document-reader.ts'
import { DocumentUnreadable } from './policy-room.problems.ts'

const MOST = { megabytes: 300, milliseconds: 20_000 }

/**
 * The text of an uploaded document, read in a process of its own, since a file can be made so that reading it never ends.
 * Throws `document-unreadable`.
 */
export async function documentText(fileName: string, content: Buffer, caller: string): Promise<string> {
  const script = new URL('document-reader.ts', import.meta.url)
  const read = await readAside<DocumentRead>(script, { fileName, content }, MOST, caller)
  if (!read)
    throw DocumentUnreadable({
      zh: `“${fileName}”太复杂，读取时间或内存超出限制`,
      en: `“${fileName}” takes too much time or memory to read`,
    })
  if ('said' in read) throw DocumentUnreadable(read.said)
  return read.text
}
