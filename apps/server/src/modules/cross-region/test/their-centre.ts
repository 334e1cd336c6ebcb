import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readRequest, type Envelope } from '@yichuang/hsa'

export const reply = (output: unknown, infcode: 0 | -1 = 0, err_msg: string | null = null): string =>
  JSON.stringify({ infcode, inf_refmsgid: '1', err_msg, output })

/** The other place's centre: a program of somebody else that speaks the interface and knows some institutions. */
export function openTheirCentre(institutions: readonly string[]) {
  const theirs = {
    /** what it was sent */
    received: [] as Envelope[],
    /** what it answers; undefined: nothing at all */
    answer: undefined as ((asked: Envelope) => string | undefined) | undefined,
    /** Begins to listen; returns the port. */
    listen: async (): Promise<number> => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return (server.address() as AddressInfo).port
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const read = readRequest(Buffer.concat(chunks).toString())
      if (!read.ok) throw new Error('the hub sent what cannot be read')
      theirs.received.push(read.value)
      const text =
        read.value.infno === '1201' ? institutionAsked(read.value, institutions) : theirs.answer?.(read.value)
      if (text === undefined) response.destroy()
      else response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    })
  })
  return theirs
}

function institutionAsked({ input }: Envelope, known: readonly string[]): string {
  const { fixmedins_code } = (input as { medinsinfo: { fixmedins_code: string } }).medinsinfo
  const one = {
    fixmedins_code,
    fixmedins_name: '济宁演示医院',
    uscc: '',
    fixmedins_type: '1',
    hosp_lv: '2',
  }
  return reply({ medinsinfo: known.includes(fixmedins_code) ? [one] : [] })
}
