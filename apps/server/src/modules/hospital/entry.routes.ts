import { servicePaths } from '@yichuang/hsa'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Answered, Delivered } from './dispatch.ts'
import type { FrontDoor } from './front-door.ts'
import { limitLargeBodies } from './large-bodies.ts'

/** Single entries in use: national annex, Sichuan, Jilin; each with and without the number behind it. */
export const ENTRIES = [
  '/fsi/api/rsfComIfsService/callService',
  '/mss/web/api/fsi/callService',
  '/mbs/fmi/fsi/api/callFsiService/callService',
] as const
/** some thousand fee lines */
const MESSAGE_BYTES = 24_000_000

export interface EntryOptions {
  readonly front: FrontDoor
  readonly dispatch: (delivered: Delivered) => Promise<Answered>
  readonly clock: Pick<Clock, 'now'>
}

/** The addresses institutions' systems call. What they send is read by the front door, whatever type it says it has. */
export async function hospitalEntry(app: FastifyInstance, options: EntryOptions): Promise<void> {
  await app.register(async (inner) => {
    limitLargeBodies(inner)
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    const add = (url: string, expected?: string) =>
      inner.post(
        url,
        {
          // Nobody signs in here: the front door checks the institution's own signature.
          config: { access: ['public'], asset: true },
          bodyLimit: MESSAGE_BYTES,
          logLevel: 'warn',
          compress: false,
          helmet: false,
        },
        (request, reply) => serve(options, request, reply, expected),
      )
    for (const url of ENTRIES) {
      add(url)
      add(`${url}/:infno`)
    }
    for (const [path, infno] of Object.entries(servicePaths)) {
      // Files come as forms, and have an entry of their own.
      if (!path.startsWith('fileupload/')) add(`/fsi/api/${path}`, infno)
    }
  })
}

async function serve(
  { front, dispatch }: EntryOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  expected?: string,
): Promise<string | Buffer> {
  const opened = await front.open({
    path: request.url,
    headers: request.headers,
    rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    address: request.ip,
    now: new Date(),
  })
  if ('refused' in opened) {
    void reply.code(opened.refused.status).type('application/json; charset=utf-8')
    return opened.refused.body
  }
  const { infno } = (request.params ?? {}) as { infno?: string }
  const { status, text } = await dispatch({
    text: opened.text,
    institution: opened.institution,
    profile: opened.profile,
    expected: expected ?? infno,
  })
  const { body, contentType, headers } = opened.seal(text)
  void reply.code(status).type(contentType).header('cache-control', 'no-store')
  if (headers) void reply.headers(headers)
  return body
}
