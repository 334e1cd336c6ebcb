import { readFile, unlink } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { blobPath, type BlobStore } from './blob-store.ts'
import { StoreUnavailable } from './problems.ts'

export interface S3Options {
  /** address of the bucket, for instance `https://minio.example.cn/yichuang` */
  readonly bucketUrl: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

/** Contents as objects of an S3-compatible store. */
export function createS3Store(options: S3Options): BlobStore {
  const { accessKeyId, secretAccessKey, region } = options
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const bucket = options.bucketUrl.replace(/\/$/, '')
  const send = async (method: string, url: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> => {
    try {
      return await client.fetch(url, { method, ...(body && { body }), signal: AbortSignal.timeout(60_000) })
    } catch (cause) {
      throw StoreUnavailable(undefined, { cause })
    }
  }
  const urlOf = (sha256: string) => `${bucket}/${blobPath(sha256)}`
  return {
    async keep(localFile, sha256) {
      const response = await send('PUT', urlOf(sha256), new Uint8Array(await readFile(localFile)))
      await expectOk(response)
      await unlink(localFile)
    },
    async has(sha256) {
      const response = await send('HEAD', urlOf(sha256))
      if (response.status === 404) return false
      await expectOk(response)
      return true
    },
    async read(sha256) {
      const response = await send('GET', urlOf(sha256))
      if (response.status === 404) throw new Error(`The store has no content ${sha256}`)
      await expectOk(response)
      return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
    },
    async *list() {
      let token = ''
      do {
        const response = await send(
          'GET',
          `${bucket}?list-type=2${token && `&continuation-token=${encodeURIComponent(token)}`}`,
        )
        await expectOk(response)
        const xml = await response.text()
        for (const [, sha256] of xml.matchAll(/<Key>[^<]*?([0-9a-f]{64})<\/Key>/g)) yield sha256!
        token = /<NextContinuationToken>([^<]+)</.exec(xml)?.[1] ?? ''
      } while (token !== '')
    },
  }
}

async function expectOk(response: Response): Promise<void> {
  if (response.ok) return
  const text = (await response.text()).slice(0, 300)
  throw StoreUnavailable(undefined, { cause: new Error(`The store answered ${response.status}: ${text}`) })
}
