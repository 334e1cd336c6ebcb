import { connect, type Socket } from 'node:net'

export interface Reply {
  readonly status: number
  /** as they came, one line each, without the status line */
  readonly headers: string
  readonly body: string
}

/** Connections to one server that stay open. */
export interface Connections {
  /** Sends a request on a free connection; `head` is its lines without the empty one at the end. */
  send(head: string, body?: Buffer | string): Promise<Reply>
  close(): void
}

interface Line {
  readonly socket: Socket
  answer: { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void } | undefined
}

/**
 * As much HTTP/1.1 as our own server speaks (lengths and chunks), for a third of what Node's client costs: whoever
 * measures on the same cores should take little of them.
 */
export function openConnections(base: string): Connections {
  const { hostname, port } = new URL(base)
  const free: Line[] = []
  const all = new Set<Line>()

  function open(): Line {
    const socket = connect(Number(port), hostname).setNoDelay()
    const line: Line = { socket, answer: undefined }
    all.add(line)
    let [received, length] = [[] as Buffer[], 0]
    const end = (error: Error) => {
      all.delete(line)
      const at = free.indexOf(line)
      if (at >= 0) free.splice(at, 1)
      line.answer?.reject(error)
    }
    socket.on('data', (chunk) => {
      received.push(chunk)
      length += chunk.length
      const whole = received.length === 1 ? chunk : Buffer.concat(received, length)
      const reply = readReply(whole)
      if (!reply) {
        received = [whole]
        return
      }
      ;[received, length] = [[], 0]
      const { resolve } = line.answer!
      line.answer = undefined
      free.push(line)
      resolve(reply)
    })
    socket.on('error', end)
    socket.on('close', () => end(new Error('The server closed the connection')))
    return line
  }

  return {
    send(head, body) {
      return new Promise((resolve, reject) => {
        const line = free.pop() ?? open()
        line.answer = { resolve, reject }
        const bytes = body === undefined ? 0 : Buffer.byteLength(body)
        const text = `${head}\r\nhost: ${hostname}:${port}\r\ncontent-length: ${bytes}\r\n\r\n`
        if (typeof body !== 'object') line.socket.write(text + (body ?? ''))
        else line.socket.write(Buffer.concat([Buffer.from(text), body]))
      })
    },
    close() {
      for (const { socket } of all) socket.destroy()
    },
  }
}

/** The reply, when all of it is there. */
function readReply(bytes: Buffer): Reply | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const headers = head.slice(head.indexOf('\r\n') + 2)
  const start = end + 4
  const length = status === 204 || status === 304 ? '0' : /^content-length: *(\d+)/im.exec(headers)?.[1]
  if (length !== undefined) {
    const stop = start + Number(length)
    return bytes.length < stop ? undefined : { status, headers, body: bytes.toString('utf8', start, stop) }
  }
  if (!bytes.subarray(-7).includes('0\r\n\r\n')) return undefined
  const parts: Buffer[] = []
  for (let at = start; ;) {
    const line = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    if (Number.isNaN(size) || line + 4 + size > bytes.length) return undefined
    if (size === 0) return { status, headers, body: Buffer.concat(parts).toString() }
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 4 + size
  }
}
