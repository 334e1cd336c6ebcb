import { servicePaths } from '@yichuang/hsa'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Clock } from '../../platform/clock.ts'
import type { Files } from '../../platform/files/index.ts'
import type { Answered, Delivered } from './dispatch.ts'
import { readForm, type FormMessage } from './form-file.ts'
import { callOf, type RecentCalls } from './front/recent-calls.ts'
import type { FrontDoor, Sealed } from './front-door.ts'
import { limitLargeBodies, MESSAGE_BYTES } from './large-bodies.ts'

/** Single entries in use: national annex, Sichuan, Jilin; each with and without the number behind it. */
export const ENTRIES = [
  '/fsi/api/rsfComIfsService/callService',
  '/mss/web/api/fsi/callService',
  '/mbs/fmi/fsi/api/callFsiService/callService',
] as const

export interface EntryOptions {
  readonly front: FrontDoor
  readonly dispatch: (delivered: Delivered) => Promise<Answered>
  readonly clock: Pick<Clock, 'now'>
  readonly files: Files
  /** where the last calls of each institution are kept for those who help it connect */
  readonly recent?: RecentCalls | undefined
}

/** The addresses institutions' systems call. What they send is read by the front door, whatever type it says it has. */
export async function hospitalEntry(app: FastifyInstance, options: EntryOptions): Promise<void> {
  await app.register(async (inner) => {
    limitLargeBodies(inner)
    // Forms (9101) are read while they arrive, everything else as bytes.
    inner.removeContentTypeParser(['application/json', 'text/plain'])
    inner.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    const add = (url: string, expected?: string) =>
      inner.post(
        url,
        {
          // Nobody signs in here: the front door checks the institution's own signature.
          config: { access: ['public'], asset: true, ownLimit: true },
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
    for (const [path, infno] of Object.entries(servicePaths)) add(`/fsi/api/${path}`, infno)
  })
}

async function serve(
  options: EntryOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  expected?: string,
): Promise<string | Buffer | Readable> {
  const form = request.isMultipart() ? await readForm(request, options.files) : undefined
  if (form?.fault !== undefined) readAway(request)
  try {
    return await answer(options, request, reply, { form, expected })
  } finally {
    await form?.letGo()
  }
}

async function answer(
  { front, dispatch, recent }: EntryOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, expected }: { readonly form?: FormMessage | undefined; readonly expected?: string | undefined },
): Promise<string | Buffer | Readable> {
  const opened = await front.open({
    path: request.url,
    headers: request.headers,
    // What is signed of a form is its envelope.
    rawBody: form ? Buffer.from(form.text) : bytesOf(request.body),
    address: request.ip,
    now: new Date(),
  })
  if ('refused' in opened) {
    if (opened.claimed) {
      const { institution, reason } = opened.claimed
      recent?.note(institution, { at: new Date(), infno: null, outcome: 'turned-away', reason })
    }
    void reply.code(opened.refused.status).type('application/json; charset=utf-8')
    return opened.refused.body
  }
  const { infno } = (request.params ?? {}) as { infno?: string }
  const { status, text, file } = await dispatch({
    text: opened.text,
    institution: opened.institution,
    profile: opened.profile,
    expected: expected ?? infno,
    attachment: form?.attachment,
    ...(form?.fault !== undefined && { refuse: form.fault }),
  })
  recent?.note(opened.institution, callOf(opened.text, text, new Date()))
  void reply.code(status).header('cache-control', 'no-store')
  if (file) {
    void reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename="${file.fileName.replace(/[^\w.-]/g, '_')}"`)
    return Readable.from(file.content)
  }
  const { body, contentType, headers }: Sealed = opened.seal(text)
  void reply.type(contentType)
  if (headers) void reply.headers(headers)
  return body
}

/** More than a client sends before it looks for an answer. */
const MOST_AWAY_BYTES = 67_108_864

/**
 * Reads what is left of a form that is not taken, and keeps none of it: many clients look for the answer when they have
 * sent everything. Whoever goes on and on is cut off.
 */
function readAway({ raw }: FastifyRequest): void {
  let left = MOST_AWAY_BYTES
  raw.unpipe()
  raw.on('data', (chunk: Uint8Array) => {
    left -= chunk.length
    if (left < 0) raw.destroy()
  })
  raw.resume()
}

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))
