import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { isTooDeep } from './json-body.ts'
import { FormWithoutJson, NoFile } from './problems.ts'

/** A file on its way in; its stream must be read to the end before the next one comes. */
export interface Upload {
  /** as the sender calls it; never a path */
  readonly fileName: string
  readonly stream: Readable
}

/** A file of a form, in a field that says what it is. */
export interface FormFile extends Upload {
  readonly field: string
}

/** The file of a request that carries one alone. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw NoFile()
  const part = await request.file()
  if (!part) throw NoFile()
  return uploadOf(part)
}

const MOST_FILES = 100

/** A form: the field `json` comes first, so that what it says can be looked at before any file is taken in. */
export async function readForm(
  request: FastifyRequest,
  jsonBytes: number,
): Promise<{ readonly json: unknown; readonly files: AsyncIterable<FormFile> }> {
  if (!request.isMultipart()) throw FormWithoutJson()
  const limits = { files: MOST_FILES, fields: 1, parts: MOST_FILES + 1, fieldSize: jsonBytes }
  const parts = request.parts({ limits })
  const first = await parts.next()
  if (first.done || first.value.fieldname !== 'json' || first.value.type !== 'field') {
    if (!first.done && first.value.type === 'file') first.value.file.resume()
    throw FormWithoutJson()
  }
  return { json: parsed(String(first.value.value)), files: filesOf(parts) }
}

async function* filesOf(parts: ReturnType<FastifyRequest['parts']>): AsyncGenerator<FormFile> {
  for await (const part of parts) if (part.type === 'file') yield { ...uploadOf(part), field: part.fieldname }
}

function parsed(text: string): unknown {
  if (isTooDeep(text)) throw FormWithoutJson()
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw FormWithoutJson()
  }
}

function uploadOf({ filename, file }: MultipartFile): Upload {
  const fileName =
    filename
      .replace(/^.*[/\\]/, '')
      .replace(UNSEEN, '')
      .slice(0, 200)
      .toWellFormed() || 'file'
  return { fileName, stream: file }
}

// Control characters cannot be stored, and signs that turn the direction of writing make `exe` look like `jpg`.
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu
