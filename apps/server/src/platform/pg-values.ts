import pg from 'pg'

const { builtins } = pg.types
const NUMERIC_ARRAY = 1231
const DATE_ARRAY = 1182
const INT8_ARRAY = 1016
const TEXT_ARRAY = 1009

/**
 * How values come back: numeric as text, date as YYYY-MM-DD, timestamptz as Date, bigint as number, json parsed. The
 * driver's own parsers would turn days into instants of the local zone and arrays of numeric into floats.
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    const parser = parsers.get(oid)
    return parser ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown)
  },
}

const textArray = pg.types.getTypeParser(TEXT_ARRAY as 25) as (text: string) => (string | null)[]

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.NUMERIC, (text) => text],
  [builtins.DATE, (text) => text],
  [NUMERIC_ARRAY, textArray],
  [DATE_ARRAY, textArray],
  [INT8_ARRAY, (text) => textArray(text).map((item) => (item === null ? null : safeInteger(item)))],
])

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The bigint ${text} is too large for a whole number here`)
  return value
}
