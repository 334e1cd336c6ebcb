import { createHmac } from 'node:crypto'
import { openConnections } from './connections.ts'
import { BENCH_DAY } from './server.ts'
import { secretOf } from './settlement-town.ts'

const ENTRY = '/fsi/api/rsfComIfsService/callService'

/** Computers of the town's institutions: each message is signed with HMAC-SM3 and must be accepted. */
export interface Signed {
  /** Sends `input` (JSON as text) and returns the whole reply; throws when it is refused. */
  readonly send: (code: string, region: string, infno: string, input: string) => Promise<string>
  /** milliseconds of each call, by its number */
  readonly times: Map<string, number[]>
  readonly close: () => void
}

/** `mark` makes the messages of this play unlike those of any other. */
export function openSigned(base: string, mark: string): Signed {
  const connections = openConnections(base)
  const times = new Map<string, number[]>()
  let messages = 0
  return {
    times,
    async send(code, region, infno, input) {
      messages += 1
      const begin = performance.now()
      const msgid = `${code}20210615${mark}${String(messages).padStart(9, '0')}`
      const body =
        `{"infno":"${infno}","msgid":"${msgid}","mdtrtarea_admvs":"${region}","insuplc_admdvs":"${region}",` +
        `"recer_sys_code":"FSI_LOCAL","dev_no":"","dev_safe_info":"","cainfo":"","signtype":"","infver":"V1.0",` +
        `"opter_type":"1","opter":"op1","opter_name":"收费员","inf_time":"${BENCH_DAY} 10:00:00",` +
        `"fixmedins_code":"${code}","fixmedins_name":"量测医院","sign_no":"","input":${input}}`
      const second = Math.floor(Date.now() / 1000)
      const mac = createHmac('sm3', secretOf(code)).update(`${second}\n${body}`).digest('hex').toUpperCase()
      const { status, body: reply } = await connections.send(
        `POST ${ENTRY} HTTP/1.1\r\ncontent-type: application/json\r\nx-ca-key: ${code}\r\nx-ca-signature: ${second}:${mac}`,
        body,
      )
      note(times, infno, performance.now() - begin)
      if (status !== 200 || !reply.startsWith('{"infcode":0,'))
        throw new Error(`${infno} was answered ${status}: ${reply.slice(0, 300)}`)
      return reply
    },
    close: () => connections.close(),
  }
}

function note(times: Map<string, number[]>, infno: string, ms: number): void {
  const known = times.get(infno)
  if (known) known.push(ms)
  else times.set(infno, [ms])
}
