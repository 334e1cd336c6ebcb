import type { Endpoint } from '@yichuang/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Caller } from './caller.ts'
import { readForm, readUpload, type FormFile, type Upload } from './upload.ts'
import { parseSent } from './validation.ts'

/** What a handler gets: everything parsed, the caller known and allowed. */
export interface Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: z.output<P>
  readonly query: z.output<Q>
  readonly body: z.output<B>
  readonly caller: Caller
  readonly request: FastifyRequest
  /** The uploaded file, for endpoints with `upload`; its stream must be read to the end. */
  upload(): Promise<Upload>
  /** The form, for endpoints with `upload` and a body: the body parsed, the files as they come in. */
  form(): Promise<{ readonly body: z.output<B>; readonly files: AsyncIterable<FormFile> }>
}

/** The reply of an endpoint that `produces` something else than JSON. */
export interface FileReply {
  readonly content: Buffer | Readable | string
  /** content type; the endpoint's `produces` when absent */
  readonly type?: string
  /** offered to the browser as this file name; shown in the page when absent */
  readonly downloadAs?: string
}

/** A short reply in place of the whole one, for callers that sent `Prefer: return=minimal` (RFC 7240). */
export class MinimalReply {
  readonly content: Readonly<Record<string, unknown>>

  constructor(content: Readonly<Record<string, unknown>>) {
    this.content = content
  }
}

/** Whether the caller needs no more than to know that it was done; a program that sends many acts reads none of the pages. */
export function prefersMinimal(request: FastifyRequest): boolean {
  return /\breturn=minimal\b/.test(String(request.headers['prefer'] ?? ''))
}

export const API_PREFIX = '/api/v1'

/** Generous limits for endpoints that name none; whoever passes them is a program. */
const PER_MINUTE = { read: 600, write: 240 }

declare module 'fastify' {
  interface FastifyInstance {
    /** every endpoint registered so far, for the API description and the permission tests */
    readonly endpoints: Endpoint[]
    readonly rateLimited: boolean
  }
}

/**
 * Registers an endpoint of the contracts under /api/v1. What is sent is parsed before the handler runs; what is replied
 * passes the reply schema, which drops every column it does not name.
 */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  endpoint: Endpoint<P, Q, B, R>,
  handler: (call: Call<P, Q, B>) => Promise<z.input<R> | FileReply | MinimalReply>,
): void {
  if ((endpoint.reply === undefined) === (endpoint.produces === undefined))
    throw new Error(`${endpoint.method} ${endpoint.path} must declare either reply or produces`)
  app.endpoints.push(endpoint)
  app.route({
    method: endpoint.method,
    url: API_PREFIX + endpoint.path,
    config: {
      access: endpoint.access,
      ...(app.rateLimited && {
        rateLimit: {
          max: endpoint.perMinute ?? (endpoint.method === 'GET' ? PER_MINUTE.read : PER_MINUTE.write),
          timeWindow: 60_000,
        },
      }),
    },
    handler: async (request, reply) => {
      const result = await handler({
        params: part(endpoint.params, request.params, ''),
        query: part(endpoint.query, request.query, ''),
        body: part(endpoint.upload ? undefined : endpoint.body, request.body ?? {}, ''),
        caller: request.caller,
        request,
        upload: () => readUpload(request),
        form: async () => {
          const { json, files } = await readForm(request, app.initialConfig.bodyLimit!)
          return { body: part(endpoint.body, json, ''), files }
        },
      })
      if (endpoint.reply === undefined) return sendFile(reply, result as FileReply, endpoint.produces!)
      void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store')
      if (result instanceof MinimalReply) {
        void reply.header('preference-applied', 'return=minimal')
        return JSON.stringify(result.content)
      }
      return JSON.stringify(endpoint.reply.parse(result))
    },
  })
}

function part<Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
  where: string,
): z.output<Schema> {
  return schema === undefined ? (undefined as z.output<Schema>) : parseSent(schema, value, where)
}

function sendFile(reply: FastifyReply, file: FileReply, produces: string): FastifyReply {
  void reply.type(file.type ?? produces).header('cache-control', 'private, no-store')
  // Whatever a person uploaded must never run as a page of ours.
  void reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  if (file.downloadAs !== undefined) void reply.header('content-disposition', attachment(file.downloadAs))
  return reply.send(file.content)
}

/** Saves under a name in any language; browsers inside other apps know only the plain name, and get one with its ending. */
function attachment(name: string): string {
  const ending = /\.[a-z\d]{1,5}$/i.exec(name)?.[0] ?? ''
  return `attachment; filename="yichuang${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
