import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
  type FileHandle,
} from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Problem } from '../problem.ts'
import { newId } from '../uuid.ts'
import { blobPath, type BlobStore } from './blob-store.ts'
import { imageFault, thumbnailOf } from './image.ts'
import { fileKinds, kindOf, type FileKind } from './kinds.ts'
import {
  DiskFull,
  FileEmpty,
  FileKindRefused,
  FileTooLarge,
  ImageUnreadable,
  UploadBroken,
} from './problems.ts'

export { honestName, MATERIAL_KINDS, SHEET_KINDS, type FileKind } from './kinds.ts'
export { newContentKey, sealed, unsealed } from './sealed.ts'
export { createDiskStore } from './disk-store.ts'
export { createS3Store } from './s3-store.ts'
export type { BlobStore } from './blob-store.ts'

/** A content that is stored; a module keeps this row beside its own meaning of the file. */
export interface StoredFile {
  readonly sha256: string
  readonly size: number
  /** by content, never by name */
  readonly kind: FileKind
  readonly type: string
  readonly isImage: boolean
}

export interface ReceiveOptions {
  /** for sentences only */
  readonly fileName: string
  readonly maxBytes: number
  readonly accept: readonly FileKind[]
}

/** A content that has arrived and is not stored yet. */
export interface HeldFile {
  readonly sha256: string
  readonly size: number
  /** from where it lies; not after it was let go */
  read(): AsyncIterable<Uint8Array>
  /** Stores it; twice is once. */
  keep(): Promise<void>
  /** Removes it, unless it was kept. */
  letGo(): Promise<void>
}

/** Files people hand in and files we make. */
export interface Files {
  /** Stores what arrives, or throws a problem and leaves nothing behind. Returns when the content is on the disk. */
  receive(content: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<StoredFile>
  /** Takes in what arrives, whatever it is, for somebody to look at before it is kept. */
  hold(content: AsyncIterable<Uint8Array>, limits: Omit<ReceiveOptions, 'accept'>): Promise<HeldFile>
  /** Stores bytes of our own making (letters), and returns their SHA-256. */
  keep(content: Uint8Array): Promise<string>
  read(sha256: string): Promise<Readable>
  /** A small WebP of an image, made at the first call; undefined when the image cannot be opened. */
  thumbnail(sha256: string): Promise<Buffer | undefined>
  /** the store below, for backup and restore */
  readonly store: BlobStore
}

export interface FilesOptions {
  /** local directory for files on their way in, and for thumbnails */
  readonly dir: string
  readonly store: BlobStore
  /** how a new local file is opened; tests put a full disk here */
  readonly create?: (file: string) => Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>>
}

const DAY_MS = 86_400_000

export async function openFiles({ dir, store, create = createNew }: FilesOptions): Promise<Files> {
  const incoming = path.join(dir, 'incoming')
  const thumbnails = path.join(dir, 'thumbnails')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await sweep(incoming)

  /** Writes a temporary file, lets `use` look at it, and removes it unless the store took it. */
  const spool = async <T>(
    content: AsyncIterable<Uint8Array>,
    limits: { fileName: string; maxBytes: number },
    use: (written: { file: string; sha256: string; size: number }) => Promise<T>,
  ): Promise<T> => {
    const file = path.join(incoming, newId())
    try {
      const written = await write(await create(file), content, limits)
      return await use({ file, ...written })
    } catch (error) {
      throw asProblem(error)
    } finally {
      await rm(file, { force: true })
    }
  }

  return {
    store,
    receive: (content, options) =>
      spool(content, options, async ({ file, sha256, size }) => {
        const kind = await checkedKind(file, size, options)
        await store.keep(file, sha256)
        return { sha256, size, kind, type: fileKinds[kind], isImage: isImage(kind) }
      }),
    async hold(content, limits) {
      const file = path.join(incoming, newId())
      const letGo = () => rm(file, { force: true })
      try {
        const { sha256, size } = await write(await create(file), content, limits)
        let kept: Promise<void> | undefined
        const keep = () => (kept ??= store.keep(file, sha256))
        const read = async function* () {
          yield* kept ? await store.read(sha256) : createReadStream(file)
        }
        return { sha256, size, read, keep, letGo }
      } catch (error) {
        await letGo()
        throw asProblem(error)
      }
    },
    keep: (content) =>
      spool(once(content), { fileName: '', maxBytes: content.length }, async ({ file, sha256 }) => {
        await store.keep(file, sha256)
        return sha256
      }),
    read: (sha256) => store.read(sha256),
    async thumbnail(sha256) {
      const cached = path.join(thumbnails, blobPath(sha256))
      const made = await readFile(cached).catch(() => undefined)
      if (made) return made
      const small = await thumbnailOf(await buffer(await store.read(sha256)))
      if (small) await cache(cached, small)
      return small
    },
  }
}

async function write(
  handle: Pick<FileHandle, 'write' | 'sync' | 'close'>,
  content: AsyncIterable<Uint8Array>,
  { fileName, maxBytes }: { fileName: string; maxBytes: number },
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of content) {
      size += chunk.length
      // Counted while it arrives: the rest of two gigabytes is never read.
      if (size > maxBytes) throw FileTooLarge({ fileName, limit: maxBytes })
      hash.update(chunk)
      await handle.write(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), size }
}

async function checkedKind(file: string, size: number, options: ReceiveOptions): Promise<FileKind> {
  const { fileName, accept } = options
  if (size === 0) throw FileEmpty({ fileName })
  const { kind, found } = await kindOf(file)
  if (kind === undefined || !accept.includes(kind))
    throw FileKindRefused({ fileName, found: found ?? kind, accept })
  const why = isImage(kind) ? await imageFault(file) : undefined
  if (why) throw ImageUnreadable({ fileName, why })
  return kind
}

function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return DiskFull(undefined, { cause: error })
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET')
    return UploadBroken(undefined, { cause: error })
  return error
}

function isImage(kind: FileKind): boolean {
  return kind === 'jpeg' || kind === 'png' || kind === 'webp'
}

async function createNew(file: string): Promise<FileHandle> {
  const create = () => open(file, 'wx', 0o600)
  try {
    return await create()
  } catch (error) {
    // Somebody tidied up the directory while it was empty.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    return create()
  }
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

/** A thumbnail that cannot be cached is made again next time. */
async function cache(file: string, content: Buffer): Promise<void> {
  const part = `${file}.${newId()}`
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(part, content, { mode: 0o600 })
    await rename(part, file)
  } catch {
    await unlink(part).catch(() => undefined)
  }
}

/** What a killed process left half-written. */
async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name)
    // A command beside a running server sees its uploads come and go.
    const found = await stat(file).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > DAY_MS) await rm(file, { force: true })
  }
}
