// Loaded into the server process with `--import`: writes every named statement it sends, with its values, to a file, one
// JSON line each, in the order of the connections. Only the benchmark loads it; the server itself knows nothing of it.
import { appendFileSync } from 'node:fs'
import pg from 'pg'

const file = process.env['BENCH_TAP']
if (!file) throw new Error('BENCH_TAP must name the file to write to')

let lines: string[] = []
setInterval(flush, 100).unref()
process.on('exit', flush)

type Sent = string | { readonly name?: string; readonly text?: string; readonly values?: readonly unknown[] }
const numbers = new WeakMap<pg.Client, number>()
let connections = 0
// Called with the client it was called on.
// oxlint-disable-next-line typescript/unbound-method
const send = pg.Client.prototype.query as (...parts: unknown[]) => unknown

pg.Client.prototype.query = function (this: pg.Client, ...parts: unknown[]) {
  const sent = parts[0] as Sent
  const connection = numbers.get(this) ?? ++connections
  numbers.set(this, connection)
  const { name, text, values } = typeof sent === 'string' ? { text: sent, name: undefined, values: [] } : sent
  lines.push(JSON.stringify({ connection, name, text, values: values?.map(written) }))
  return send.apply(this, parts)
} as typeof pg.Client.prototype.query

/** A value as JSON can carry it. */
function written(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { bytes: value.toString('base64') }
  if (value instanceof Date) return { instant: value.toISOString() }
  return value
}

function flush(): void {
  if (lines.length === 0) return
  appendFileSync(file!, `${lines.join('\n')}\n`)
  lines = []
}
