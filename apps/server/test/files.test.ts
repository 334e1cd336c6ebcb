import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, it, test } from 'vitest'
import {
  createDiskStore,
  createS3Store,
  MATERIAL_KINDS,
  openFiles,
  SHEET_KINDS,
} from '../src/platform/files/index.ts'

const dir = mkdtempSync(path.join(os.tmpdir(), 'yichuang-files-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const store = createDiskStore(path.join(dir, 'store'))
const files = await openFiles({ dir, store })
const limits = { fileName: '发票.jpg', maxBytes: 1_000_000, accept: MATERIAL_KINDS }
const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c33' } })
  .jpeg()
  .toBuffer()
const stream = (bytes: Uint8Array) => Readable.from([bytes.subarray(0, 100), bytes.subarray(100)])
const leftOver = () => readdirSync(path.join(dir, 'incoming'))

describe('a file', () => {
  it('is kept under the hash of its content and comes back as it was', async () => {
    const kept = await files.receive(stream(photo), limits)
    expect(kept).toEqual({
      sha256: createHash('sha256').update(photo).digest('hex'),
      size: photo.length,
      kind: 'jpeg',
      type: 'image/jpeg',
      isImage: true,
    })
    expect(await buffer(await files.read(kept.sha256))).toEqual(photo)
    expect(await files.receive(stream(photo), limits)).toEqual(kept)
    expect(await all(store.list())).toEqual([kept.sha256])
    expect(leftOver()).toEqual([])
  })

  const exe = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), randomBytes(400)])
  test.each([
    ['an .exe called .jpg', exe, MATERIAL_KINDS, 'file-kind-refused', /exe inside/],
    [
      'a zip',
      Buffer.from('UEsDBAoAAAAAAAAAIQAAAAAAAAAAAAAAAAABAAAAYVBLAQIKAAo=', 'base64'),
      MATERIAL_KINDS,
      'file-kind-refused',
      /zip inside/,
    ],
    ['nothing', Buffer.alloc(0), MATERIAL_KINDS, 'file-empty', /no content/],
    ['half a picture', photo.subarray(0, 20), MATERIAL_KINDS, 'image-unreadable', /damaged/],
    [
      'a web page',
      Buffer.from('<script>alert(1)</script>'),
      MATERIAL_KINDS,
      'file-kind-refused',
      /csv inside/,
    ],
    [
      'binary noise where a table belongs',
      randomBytes(500),
      SHEET_KINDS,
      'file-kind-refused',
      /cannot be recognised/,
    ],
    [
      'a picture that claims ten billion pixels',
      hugePng(),
      MATERIAL_KINDS,
      'image-unreadable',
      /too many pixels/,
    ],
  ] as const)('that is %s is refused and leaves nothing', async (_, bytes, accept, code, words) => {
    const refused: unknown = await files
      .receive(stream(bytes), { ...limits, accept })
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ code })
    expect((refused as Error).message).toMatch(words)
    expect(leftOver()).toEqual([])
  })

  it('that never ends is refused at its limit, not at its end', async () => {
    let sent = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          sent += 100_000
          yield Buffer.alloc(100_000)
        }
      })(),
    )
    await expect(files.receive(endless, limits)).rejects.toMatchObject({
      code: 'file-too-large',
      status: 413,
    })
    expect(sent).toBeLessThan(3_000_000)
    expect(leftOver()).toEqual([])
  })

  it('that breaks off while it arrives leaves nothing', async () => {
    const broken = Readable.from(
      (function* () {
        yield photo.subarray(0, 200)
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
      })(),
    )
    await expect(files.receive(broken, limits)).rejects.toMatchObject({ code: 'upload-broken' })
    expect(leftOver()).toEqual([])
  })

  it('is refused with a sentence when the disk is full, and leaves nothing', async () => {
    const full = await openFiles({
      dir,
      store,
      create: async (file) => {
        const handle = await open(file, 'wx')
        let written = 0
        return {
          write: async (chunk: Uint8Array) => {
            written += chunk.length
            if (written > 150) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
            return handle.write(chunk)
          },
          sync: () => handle.sync(),
          close: () => handle.close(),
        } as Awaited<ReturnType<typeof open>>
      },
    })
    const other = await sharp(photo).negate().jpeg().toBuffer()
    await expect(full.receive(stream(other), limits)).rejects.toMatchObject({
      code: 'disk-full',
      status: 507,
    })
    expect(leftOver()).toEqual([])
    expect(await store.has(createHash('sha256').update(other).digest('hex'))).toBe(false)
  })

  test.each([
    ['UTF-8', Buffer.from('项目,金额\n西药,12.50\n')],
    ['GB 18030', Buffer.from('cfeec4bf2cbdf0b6ee0aced2', 'hex')],
  ])('that is a table in %s is text', async (_, bytes) => {
    expect(await files.receive(stream(bytes), { ...limits, accept: SHEET_KINDS })).toMatchObject({
      kind: 'csv',
    })
  })

  it('is kept although its directories were tidied away, and many at once are each kept whole', async () => {
    const other = path.join(dir, 'tidied')
    const tidied = await openFiles({ dir: other, store: createDiskStore(path.join(other, 'store')) })
    for (let round = 0; round < 3; round++) {
      rmSync(other, { recursive: true })
      const kept = await Promise.all(Array.from({ length: 12 }, () => tidied.receive(stream(photo), limits)))
      expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1)
      expect(await buffer(await tidied.read(kept[0]!.sha256))).toEqual(photo)
      expect(readdirSync(path.join(other, 'incoming'))).toEqual([])
    }
  })

  it('is not in the way of a command that opens the same directory', async () => {
    const uploads = Array.from({ length: 20 }, () => files.receive(stream(photo), limits))
    await Promise.all(Array.from({ length: 20 }, () => openFiles({ dir, store })))
    expect(new Set((await Promise.all(uploads)).map(({ size }) => size))).toEqual(new Set([photo.length]))
  })

  it('of our own making is kept too', async () => {
    const sha256 = await files.keep(Buffer.from('%PDF-1.7 letter'))
    expect(String(await buffer(await files.read(sha256)))).toBe('%PDF-1.7 letter')
  })
})

describe('a thumbnail', () => {
  it('is small, upright, and made once', async () => {
    const wide = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#3c3' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { sha256 } = await files.receive(stream(wide), limits)
    const small = await files.thumbnail(sha256)
    const { format, width, height } = await sharp(small).metadata()
    expect([format, width, height]).toEqual(['webp', 240, 480])
    expect(await files.thumbnail(sha256)).toEqual(small)
  })
})

describe('an S3-compatible store', () => {
  it('keeps and gives back contents, with signed requests', async () => {
    const objects = new Map<string, Buffer>()
    const unsigned: string[] = []
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://localhost')
      const body = await buffer(request)
      if (
        !/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-test\/s3\/aws4_request/.test(
          request.headers.authorization ?? '',
        )
      )
        unsigned.push(request.url!)
      if (request.method === 'PUT') objects.set(pathname, body)
      if (searchParams.has('list-type'))
        return response.end(
          [...objects.keys()].map((key) => `<Key>${key.replace('/bucket/', '')}</Key>`).join(''),
        )
      const found = objects.get(pathname)
      response.writeHead(found ? 200 : 404)
      return response.end(request.method === 'GET' ? found : undefined)
    }
    const server = createServer((request, response) => void answer(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const s3 = createS3Store({
      bucketUrl: `http://127.0.0.1:${port}/bucket`,
      accessKeyId: 'key',
      secretAccessKey: 'secret',
      region: 'cn-test',
    })
    const remote = await openFiles({ dir, store: s3 })
    const { sha256 } = await remote.receive(stream(photo), limits)
    expect([...objects.keys()]).toEqual([`/bucket/${sha256.slice(0, 3)}/${sha256}`])
    expect(await buffer(await remote.read(sha256))).toEqual(photo)
    expect([await s3.has(sha256), await s3.has('0'.repeat(64))]).toEqual([true, false])
    expect(await all(s3.list())).toEqual([sha256])
    expect(unsigned).toEqual([])
    expect(leftOver()).toEqual([])
    await new Promise((resolve) => server.close(resolve))
    await expect(remote.receive(stream(photo), limits)).rejects.toMatchObject({
      code: 'file-store-unavailable',
    })
  })
})

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** A valid small PNG whose header says 100,000 × 100,000. */
function hugePng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([head, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(100_000, 0)
  header.writeUInt32BE(100_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
