import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A reply on its way back to the institution. */
export interface Reply {
  readonly status: number
  readonly text: string
}

/** A message on its way to the centre, as far as a defect needs to know it. */
export interface Sent {
  readonly infno: string
  readonly msgid: string
  readonly body: string
  readonly path: string
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
      const sent = sentOf(body, request.url ?? '')
      const reply = sent ? plant(honest, sent, before) : honest
      if (sent && !before.has(sent.msgid)) before.set(sent.msgid, reply)
      response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(reply.text)
    })()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

function sentOf(body: string, path: string): Sent | undefined {
  try {
    const { infno, msgid, input } = JSON.parse(body) as Sent
    return typeof infno === 'string' ? { infno, msgid, input, body, path } : undefined
  } catch {
    return undefined
  }
}
