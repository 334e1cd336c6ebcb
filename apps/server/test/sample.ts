import { z } from 'zod'

interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly minItems?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly default?: unknown
}

/** A value that a schema accepts; `known` gives values by the names of fields. Optional fields that are not known are left out. */
export function sampleOf(schema: z.ZodType | undefined, known: Readonly<Record<string, unknown>>): unknown {
  if (schema === undefined) return undefined
  return valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, known, '')
}

function valueOf(schema: JsonSchema, known: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in known) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const alternative = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (alternative) return valueOf(alternative, known, '')
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(
            ([key, inner]) => key in known || (schema.required?.includes(key) && inner.default === undefined),
          )
          .map(([key, inner]) => [key, valueOf(inner, known, key)]),
      )
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}, known, ''))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0)
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      return textOf(schema)
  }
}

function textOf({ format, pattern, minLength = 0 }: JsonSchema): string {
  if (format === 'uuid') return '01a20082-0631-7726-a494-933f1b3fdc6a'
  if (format === 'date') return '2020-10-15'
  if (format === 'date-time') return '2020-10-15T09:00:00+08:00'
  if (pattern?.includes('{1,12}')) return '1.00'
  if (pattern?.includes('{6}')) return '330600'
  if (pattern?.includes('0(')) return '0.5'
  return 'x'.repeat(Math.max(minLength, 2))
}
