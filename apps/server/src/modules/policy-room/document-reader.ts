// The process that reads a document; document-text.ts starts it.
import { takeTask, tell } from '../../platform/aside.ts'
import type { Sentences } from '../../platform/problem.ts'
import { textInFile } from './text-in-file.ts'
import { Unreadable } from './unreadable.ts'

export type DocumentRead = { readonly text: string } | { readonly said: Sentences }

const { fileName, content } = await takeTask<{ fileName: string; content: Uint8Array }>()
await tell(await read())
process.disconnect()

async function read(): Promise<DocumentRead> {
  try {
    return { text: await textInFile(fileName, Buffer.from(content)) }
  } catch (error) {
    if (error instanceof Unreadable) return { said: error.said }
    throw error
  }
}
