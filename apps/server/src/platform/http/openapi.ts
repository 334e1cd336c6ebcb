import type { Endpoint } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { docsPage } from './docs-page.ts'
import { preferredLanguage } from './language.ts'
import { API_PREFIX } from './route.ts'

export type Json = { readonly [member: string]: unknown }

/** OpenAPI 3.1 at /api/openapi.json and a readable page at /api/docs, both made from the registered endpoints. */
export function describeApi(app: FastifyInstance): void {
  let description: Json | undefined
  const describe = () => (description ??= openApi(app.endpoints))
  const config = { access: ['public' as const], asset: true }
  app.get('/api/openapi.json', { config }, async () => describe())
  app.get('/api/docs', { config }, async (request, reply) => {
    const { lang } = request.query as { lang?: string }
    const language =
      lang === 'en' || lang === 'zh' ? lang : preferredLanguage(request.headers['accept-language'])
    return reply.type('text/html; charset=utf-8').send(docsPage(describe(), language))
  })
}

export function openApi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const endpoint of endpoints) {
    const path = (API_PREFIX + endpoint.path).replace(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yichuang 一窗',
      version: '1',
      description:
        'Amounts are yuan as text with two decimals, days are YYYY-MM-DD. Failures are RFC 9457 problems in the language of Accept-Language (zh or en). Repeat a write with the same Idempotency-Key and it is done once.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } },
      schemas: { Problem: PROBLEM },
    },
  }
}

function operation(endpoint: Endpoint): Json {
  const unsafe = endpoint.method !== 'GET'
  return {
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1] ?? ''],
    'x-access': endpoint.access,
    'x-problems': endpoint.problems ?? [],
    security: endpoint.access.includes('public') ? [] : [{ session: [] }],
    parameters: [
      ...parameters('path', endpoint.params),
      ...parameters('query', endpoint.query),
      ...(unsafe ? [WRITE_ID, ...(endpoint.access.includes('public') ? [] : [CSRF])] : []),
    ],
    ...(unsafe && body(endpoint)),
    responses: { 200: reply(endpoint), default: { description: 'Problem', content: PROBLEM_CONTENT } },
  }
}

function parameters(where: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }))
}

function body(endpoint: Endpoint): Json {
  if (endpoint.upload)
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'string', format: 'binary' } },
            },
          },
        },
      },
    }
  if (endpoint.body === undefined) return {}
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } },
    },
  }
}

function reply(endpoint: Endpoint): Json {
  if (endpoint.reply === undefined)
    return { description: 'A file', content: { [endpoint.produces ?? '*/*']: {} } }
  return {
    description: 'Done',
    content: { 'application/json': { schema: jsonSchema(endpoint.reply, 'output') } },
  }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const WRITE_ID: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A UUID, or 8 to 64 letters, digits, _ or -; the same one when the request is repeated. Writes that store something require it.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
}
const CSRF: Json = {
  name: 'x-csrf-token',
  in: 'header',
  required: true,
  description: 'csrfToken of GET /api/v1/session',
  schema: { type: 'string' },
}
const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457; detail says what is wrong and where, mend how to mend it',
  required: ['type', 'title', 'status', 'code', 'mend'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    mend: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}
const PROBLEM_CONTENT: Json = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}
