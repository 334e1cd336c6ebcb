import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { blobPath, type BlobStore } from './blob-store.ts'

/** Contents as files below a directory. A content is there whole and on the disk, or not at all. */
export function createDiskStore(root: string): BlobStore {
  const fileOf = (sha256: string) => path.join(root, blobPath(sha256))
  return {
    async keep(localFile, sha256) {
      const file = fileOf(sha256)
      await makeDirs(root, path.dirname(file))
      // The same content again is replaced by itself: atomic, and no question who was first.
      await rename(localFile, file)
      await syncDir(path.dirname(file))
    },
    has: (sha256) =>
      access(fileOf(sha256)).then(
        () => true,
        () => false,
      ),
    async read(sha256) {
      const handle = await open(fileOf(sha256), 'r')
      return createReadStream('', { fd: handle })
    },
    async *list() {
      for (const entry of await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []))
        if (entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)) yield entry.name
    },
  }
}

/** Makes the directories down to `dir` and puts each new name on the disk. */
async function makeDirs(root: string, dir: string): Promise<void> {
  const first = await mkdir(dir, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let parent = path.dirname(dir); parent.length >= root.length; parent = path.dirname(parent))
    await syncDir(parent)
}

async function syncDir(dir: string): Promise<void> {
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
