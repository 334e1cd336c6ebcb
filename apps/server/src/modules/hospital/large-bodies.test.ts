import Fastify from 'fastify'
import { EventEmitter, once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { limitLargeBodies } from './large-bodies.ts'

const app = Fastify({ bodyLimit: 5_000_000 })
limitLargeBodies(app, 2)
const begun = new EventEmitter()
app.addHook('onRequest', async () => void begun.emit('request'))
app.post('/', async (request) => ({ length: JSON.stringify(request.body).length }))
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo
const sockets: Socket[] = []
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await app.close()
})

const LARGE = 600_000
const begin = (length = LARGE) => {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  socket.write(
    `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n"`,
  )
  return socket
}
const end = (socket: Socket, length = LARGE) => socket.write(`${'a'.repeat(length - 2)}"`)
const status = async (socket: Socket) => {
  const [data] = (await once(socket, 'data')) as [Buffer]
  return Number(data.toString('latin1', 9, 12))
}
it('takes few large messages at once and small ones always; a place is free when one has gone, whatever way', async () => {
  const first = begin()
  await once(begun, 'request')
  const second = begin()
  await once(begun, 'request')
  const third = begin()
  expect(await status(third)).toBe(503)
  const small = begin(10)
  end(small, 10)
  expect(await status(small)).toBe(200)

  end(first)
  expect(await status(first)).toBe(200)
  second.destroy()
  await once(second, 'close')
  let last = 503
  // The server hears of a hang-up a moment later.
  for (let tries = 0; last === 503 && tries < 100; tries += 1) {
    const next = begin()
    end(next)
    last = await status(next)
  }
  expect(last).toBe(200)
})

it('turns away what says it is larger than any message, with nothing read, in the words of the interface', async () => {
  const socket = begin(2_147_483_648)
  const [data] = (await once(socket, 'data')) as [Buffer]
  const reply = data.toString('utf8')
  expect(reply).toMatch(/^HTTP\/1\.1 413 /)
  expect(reply).toMatch(/"infcode":-1.*报文超过 24 MB，没有读取也没有保存任何内容。请/)
})
