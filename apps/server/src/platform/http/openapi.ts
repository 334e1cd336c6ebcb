import type { Endpoint } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { docsPage } from './docs-page.ts'
import { preferredLanguage } from './language.ts'
import type { Json } from './json.ts'
import { API_PREFIX } from './route.ts'

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

/** The description of endpoints. Shapes that contain themselves stand under `components/schemas`. */
export function openApi(endpoints: readonly Endpoint[]): Json {
  const named = new Map<string, Json>()
  const paths: Record<string, Record<string, Json>> = {}
  for (const endpoint of endpoints) {
    const path = (API_PREFIX + endpoint.path).replace(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint, named)
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
      securitySchemes: { session: SESSION },
      schemas: { Problem: PROBLEM, ...Object.fromEntries(named) },
    },
  }
}

type Named = Map<string, Json>

function operation(endpoint: Endpoint, named: Named): Json {
  const unsafe = endpoint.method !== 'GET'
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[1] ?? ''],
    'x-access': endpoint.access,
    'x-problems': endpoint.problems ?? [],
    security: endpoint.access.includes('public') ? [] : [{ session: [] }],
    parameters: [
      ...parameters('path', endpoint.params, named),
      ...parameters('query', endpoint.query, named),
      ...(unsafe ? [WRITE_ID, ...(endpoint.access.includes('public') ? [] : [CSRF])] : []),
    ],
    ...(unsafe && body(endpoint, named)),
    responses: { 200: reply(endpoint, named), default: { description: 'Problem', content: PROBLEM_CONTENT } },
  }
}

function parameters(where: 'path' | 'query', schema: z.ZodType | undefined, named: Named): Json[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input', named) as {
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

function body(endpoint: Endpoint, named: Named): Json {
  if (endpoint.upload) {
    const file = { type: 'string', format: 'binary' }
    const schema =
      endpoint.body === undefined
        ? { type: 'object', required: ['file'], properties: { file } }
        : {
            type: 'object',
            required: ['json'],
            properties: { json: jsonSchema(endpoint.body, 'input', named) },
            additionalProperties: file,
          }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (endpoint.body === undefined) return {}
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input', named) } },
    },
  }
}

function reply(endpoint: Endpoint, named: Named): Json {
  if (endpoint.reply === undefined)
    return { description: 'A file', content: { [endpoint.produces ?? '*/*']: {} } }
  return {
    description: 'Done',
    content: { 'application/json': { schema: jsonSchema(endpoint.reply, 'output', named) } },
  }
}

/** A shape as JSON Schema. Its own definitions would be out of reach inside the description, so they move to the components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', named: Named): Json {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Json & {
    readonly $defs?: Readonly<Record<string, Json>>
  }
  for (const [name, definition] of Object.entries($defs)) {
    const { id: _, ...shape } = definition
    const known = named.get(name)
    if (known && JSON.stringify(known) !== JSON.stringify(shape))
      throw new Error(`Two different shapes are called ${name}; give one of them another id`)
    named.set(name, shape)
  }
  return rest
}

/** The same on every start, e.g. `post-cases-caseId-hand-in`: generators name their functions after it. */
function operationId({ method, path }: Endpoint): string {
  return method.toLowerCase() + path.replaceAll('/:', '-').replaceAll('/', '-')
}

const SESSION: Json = {
  type: 'apiKey',
  in: 'cookie',
  name: 'yichuang-session',
  description: 'Given by a sign-in in the browser; over https it is called __Host-yichuang-session.',
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
