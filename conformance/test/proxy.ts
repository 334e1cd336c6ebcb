import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A reply on its way back to the institution. */
export interface Reply {
  readonly status: number
  readonly text: string
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
      const body = Buffer.concat(chunks).toString('utf8')
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers
      const answer = await fetch(`${centre}${request.url}`, {
        method: request.method ?? 'POST',
        headers: headers as Record<string, string>,
        ...(request.method === 'POST' && { body }),
      })
      const honest = { status: answer.status, text: await answer.text() }
      const sent = sentOf(body, request.url ?? '', headers['content-type'] ?? '')
      const reply = plant(honest, sent, before)
      if (sent.msgid !== '' && !before.has(sent.msgid)) before.set(sent.msgid, reply)
      response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(reply.text)
    })()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
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
