import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A reply on its way back to the institution. */
export interface Reply {
  readonly status: number
  readonly text: string
  /** what came instead of a text (9102) */
  readonly file?: Uint8Array
}

/** A message on its way to the centre, as far as a defect needs to know it; what is no message has no number. */
export interface Sent {
  readonly infno: string
  readonly msgid: string
  readonly body: string
  readonly path: string
  readonly contentType: string
  // oxlint-disable-next-line typescript/no-explicit-any -- any message
  readonly input: any
}

/** Changes a reply as a faulty centre would; `before` holds the replies already given, by msgid. */
export type Plant = (reply: Reply, sent: Sent, before: ReadonlyMap<string, Reply>) => Reply

/** A centre that is ours but for one planted defect. */
export async function faultyCentre(centre: string, plant: Plant): Promise<{ url: string; server: Server }> {
  const before = new Map<string, Reply>()
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const bytes = Buffer.concat(chunks)
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers
      const answer = await fetch(`${centre}${request.url}`, {
        method: request.method ?? 'POST',
        headers: headers as Record<string, string>,
        ...(request.method === 'POST' && { body: bytes }),
      })
      const type = headers['content-type'] ?? ''
      const isFile = answer.headers.get('content-type')?.startsWith('application/octet-stream')
      const honest = isFile
        ? { status: answer.status, text: '', file: await answer.bytes() }
        : { status: answer.status, text: await answer.text() }
      const sent = sentOf(messageIn(bytes, type), request.url ?? '', type)
      const reply = plant(honest, sent, before)
      if (sent.msgid !== '' && !before.has(sent.msgid)) before.set(sent.msgid, reply)
      const kind = reply.file ? 'application/octet-stream' : 'application/json; charset=utf-8'
      response.writeHead(reply.status, { 'content-type': kind })
      response.end(reply.file ?? reply.text)
    })()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

/** The message in a body: all of it, or the part of a form that has it (9101). */
function messageIn(bytes: Buffer, contentType: string): string {
  if (!contentType.startsWith('multipart/')) return bytes.toString('utf8')
  const from = bytes.indexOf('\r\n\r\n', bytes.indexOf('name="jsonStr"')) + 4
  return bytes.subarray(from, bytes.indexOf('\r\n--', from)).toString('utf8')
}

/** Of what is no message, the number and msgid are empty. */
function sentOf(body: string, path: string, contentType: string): Sent {
  const none = { infno: '', msgid: '', input: undefined, body, path, contentType }
  try {
    const json = JSON.parse(body) as Partial<Sent> | null
    return typeof json?.infno === 'string'
      ? { ...none, infno: json.infno, msgid: String(json.msgid), input: json.input as unknown }
      : none
  } catch {
    return none
  }
}
