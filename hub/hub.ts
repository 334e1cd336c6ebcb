import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readRequest, type Envelope } from '@yichuang/hsa'
import { hubLine, signedByHub } from '../apps/server/src/modules/cross-region/hub-line.ts'
import { insuredCity, isOfTheInstitution } from '../apps/server/src/modules/hospital/afar.ts'

/** The centre of a city, as the hub knows it. */
export interface Centre {
  /** cities it settles for, `330600` */
  readonly cities: readonly string[]
  /** its entry for the hub */
  readonly url: string
  readonly accessKey: string
  readonly secret: string
}

export interface HubOptions {
  readonly centres: readonly Centre[]
  /** 0: any free one */
  readonly port: number
  /** Called with each message that was delivered; `true`: the answer is lost on its way back. */
  readonly loses?: (envelope: Envelope) => boolean
}

export interface Hub {
  readonly url: string
  /** messages delivered so far */
  readonly delivered: () => number
  close(): Promise<void>
}

const LONGEST = 24_000_000

/**
 * A provincial hub (省平台) as its centres see it: takes a signed message of one centre, finds the centre of the insured
 * place (or, for a question about an institution, of the place of care), signs it for that one, and brings the answer back.
 * It keeps nothing and decides nothing.
 */
export async function startHub({ centres, port, loses }: HubOptions): Promise<Hub> {
  let delivered = 0
  const centreOf = (city: string) => centres.find(({ cities }) => cities.includes(city))

  async function carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request)
    if (text === undefined) return answer(response, 413, refusal('报文过长。'))
    const from = centres.find((centre) => signedByHub(centre, request.headers, text, new Date()))
    if (!from) return answer(response, 401, JSON.stringify({ code: 401, message: '签名不一致!' }))
    const read = readRequest(text)
    if (!read.ok) return answer(response, 200, refusal(read.fault.sentences['zh-CN']))
    const envelope = read.value
    const home = `${envelope.careRegion.slice(0, 4)}00`
    const city = isOfTheInstitution(envelope) ? home : insuredCity(envelope, home)
    const to = centreOf(city)
    if (!to) return answer(response, 200, refusal(`${city} 没有接入异地就医平台，请按自费结算。`))
    try {
      const reply = await hubLine(to).send(text)
      delivered += 1
      if (loses?.(envelope)) {
        response.destroy()
        return
      }
      answer(response, 200, reply)
    } catch {
      answer(response, 504, refusal('对方中心没有应答，结果未知。'))
    }
  }

  const server = createServer((request, response) => void carry(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    delivered: () => delivered,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(text)
}

const refusal = (reason: string) =>
  JSON.stringify({ infcode: -1, inf_refmsgid: null, err_msg: reason, output: null })
