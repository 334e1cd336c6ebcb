import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { NoFile } from './problems.ts'

/** A file on its way in, with the fields sent before it. */
export interface Upload {
  /** as the sender calls it; never a path */
  readonly fileName: string
  readonly stream: Readable
  readonly fields: Readonly<Record<string, string>>
}

export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw NoFile()
  const part = await request.file()
  if (!part) throw NoFile()
  const fields = Object.entries(part.fields).flatMap(([name, field]) =>
    field && !Array.isArray(field) && field.type === 'field' ? [[name, String(field.value)] as const] : [],
  )
  return {
    fileName:
      part.filename
        .replace(/^.*[/\\]/, '')
        .replace(UNSEEN, '')
        .slice(0, 200)
        .toWellFormed() || 'file',
    stream: part.file,
    fields: Object.fromEntries(fields),
  }
}

// Control characters cannot be stored, and signs that turn the direction of writing make `exe` look like `jpg`.
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu
