import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../apps/server/src/demo/random.ts'
import { seededRandom } from '../../apps/server/src/demo/random.ts'
import { openConnections, type Connections } from '../../bench/connections.ts'
import { ENTRY } from '../../hospital/client/station.ts'
import { rowsOf, showsInside } from '../amounts.ts'
import { identities } from '../identities.ts'
import { formOf, spoiltFile } from './files.ts'
import { mutateText, mutateTree, type Message } from './mutate.ts'
import { openScene, type House, type Scene, type Valid } from './scene.ts'
import { forge, sign } from './signing.ts'

export interface HuntOptions {
  readonly url: string
  readonly count: number
  readonly seed: number
  readonly lanes: number
  /** each lane is in one of them, in turn */
  readonly towns: readonly Town[]
  readonly foreign: Foreign
  readonly tell?: (done: number) => void
}

/** Where messages come from: what one place does not serve, another may. */
export interface Town {
  /** computers of a hospital and its pharmacy, with empty books */
  readonly open: () => House
  /** ID numbers of people who may be treated */
  readonly people: readonly string[]
}

/** Keys of another institution's visits and settlements, which nobody here may see or touch. */
export interface Foreign {
  /** put into messages: nothing may be done with them */
  readonly tried: readonly string[]
  /** in no message: none of them may be told */
  readonly untold: readonly string[]
}

export interface Hunted {
  readonly sent: number
  readonly accepted: number
  readonly slowestMs: number
  /** what went wrong, with the message that did it; at most MOST_FAULTS */
  readonly faults: readonly string[]
  /** numbers sent, and how many of each were accepted */
  readonly byNumber: Readonly<Record<string, readonly [sent: number, accepted: number]>>
}

/** Messages about one scene before another is made. */
const PER_SCENE = 500
const MOST_FAULTS = 40
/** A message that takes longer hangs. */
const LONGEST_MS = 10_000

/** Sends mutated messages in lanes, and looks at every reply. */
export async function hunt(options: HuntOptions): Promise<Hunted> {
  const { url, count, seed, lanes, towns } = options
  const connections = openConnections(url)
  const faults: string[] = []
  const byNumber: Record<string, [number, number]> = {}
  let [sent, accepted, slowestMs] = [0, 0, 0]

  const lane = async (index: number) => {
    const random = seededRandom(seed + index)
    // Lanes have people of their own, so that one lane's messages do not explain another's refusals.
    const { open, people } = towns[index % towns.length]!
    const beside = Math.ceil(lanes / towns.length)
    const own = people.filter((_, at) => at % beside === Math.floor(index / towns.length))
    let scene: Scene | undefined
    for (let nth = 0; nth < Math.ceil(count / lanes) && faults.length < MOST_FAULTS; nth += 1) {
      if (nth % PER_SCENE === 0) scene = await openScene(open(), own, random)
      const spoilt = spoil(scene!, options.foreign.tried, random)
      const began = performance.now()
      const reply = await bounded(connections, spoilt)
      const ms = performance.now() - began
      slowestMs = Math.max(slowestMs, ms)
      sent += 1
      const ok = reply !== undefined && isAccepted(reply.body)
      if (ok) accepted += 1
      const entry = (byNumber[spoilt.infno] ??= [0, 0])
      entry[0] += 1
      if (ok) entry[1] += 1
      const fault = faultOf(reply, spoilt, options.foreign)
      if (fault !== undefined)
        faults.push(`${fault} ⟵ ${spoilt.infno} ${spoilt.message.toString('utf8').slice(0, 1500)}`)
      if (sent % 5000 === 0) options.tell?.(sent)
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  } finally {
    connections.close()
  }
  return { sent, accepted, slowestMs, faults, byNumber }
}

interface Spoilt {
  readonly infno: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** the message, which is all that is signed */
  readonly message: Buffer
  readonly body: Buffer
  /** whether what proves the sender was spoilt: then it must be refused */
  readonly forged: boolean
}

let numbers = 0

function spoil(scene: Scene, foreign: readonly string[], random: Random): Spoilt {
  const valid = random.pick(random.chance(0.85) ? scene.messages : scene.others)
  const { accessKey, keys } = valid.by.station.options.party
  const signer = { code: accessKey, secret: keys.secret }
  const envelope = envelopeOf(valid, random)
  const ids = [...scene.ids, ...foreign]
  const kind = random.int(0, 99)
  const tree = kind < 80 ? mutateTree(envelope, ids, random) : envelope
  const text = JSON.stringify(tree)
  const message = kind >= 80 && kind < 92 ? mutateText(text, random) : Buffer.from(text)
  const forged = kind >= 92
  const proof = forged
    ? forge(signer, message, `${signer.code.slice(0, -1)}2`, random)
    : sign(signer, message)
  const { type, body } =
    valid.table === undefined
      ? { type: 'application/json', body: message }
      : formOf(message, spoiltFile(valid.table, ids, random))
  const headers = { 'content-type': type, ...proof }
  const path = random.chance(0.9) ? ENTRY : `${ENTRY}/${random.pick([valid.infno, '2207', '0000'])}`
  return { infno: valid.infno, path, headers, message, body, forged }
}

function envelopeOf({ by: his, infno, input }: Valid, random: Random): Message {
  const { institution, today } = his.station.options
  numbers += 1
  const last = his.store.journal().at(-1)!.msgid
  // Now and then under a number that was used before.
  const msgid = random.chance(0.03) ? last : `M${Date.now()}${String(numbers).padStart(10, '0')}`
  return {
    infno,
    msgid,
    mdtrtarea_admvs: institution.region,
    insuplc_admdvs: institution.region,
    recer_sys_code: 'FSI_LOCAL',
    dev_no: '',
    dev_safe_info: '',
    cainfo: '',
    signtype: '',
    infver: 'V1.0',
    opter_type: '1',
    opter: '001',
    opter_name: '收费员',
    inf_time: `${today()} 10:00:00`,
    fixmedins_code: institution.code,
    fixmedins_name: institution.name,
    sign_no: '',
    input,
  }
}

interface Reply {
  readonly status: number
  readonly body: string
}

/** The reply, or nothing when none came in time or the connection broke. */
async function bounded(
  connections: Connections,
  { path, headers, body }: Spoilt,
): Promise<Reply | undefined> {
  const lines = Object.entries(headers).map(([key, value]) => `\r\n${key}: ${value}`)
  const late = new AbortController()
  const waiting = sleep(LONGEST_MS, undefined, { signal: late.signal }).catch(() => undefined)
  const reply = connections.send(`POST ${path} HTTP/1.1${lines.join('')}`, body).catch(() => undefined)
  try {
    return await Promise.race([reply, waiting])
  } finally {
    late.abort()
  }
}

const isAccepted = (body: string) => /"infcode":"?0"?[,}]/.test(body.slice(0, 200)) || isFile(body)
/** A file is given as it is: a ZIP. */
const isFile = (body: string) => body.startsWith('PK\u0003\u0004')

/** What is wrong with a reply; nothing when all is as it must be. */
function faultOf(reply: Reply | undefined, sent: Spoilt, { tried, untold }: Foreign): string | undefined {
  if (!reply) return 'no reply within ten seconds'
  const { status, body } = reply
  if (status >= 500) return `HTTP ${status}: ${body.slice(0, 300)}`
  if (isFile(body) && sent.infno === '9102') return sent.forged ? 'gave a file to nobody' : undefined
  const json = jsonOf(body)
  if (!json) return `HTTP ${status}, no JSON object: ${body.slice(0, 300)}`
  if (showsInside(body)) return `shows its inside: ${body.slice(0, 300)}`
  const leaked = untold.find((id) => body.includes(id))
  if (leaked !== undefined) return `tells ${leaked} of another institution: ${body.slice(0, 300)}`
  if (!isAccepted(body)) return undefined
  if (sent.forged) return `took a message that proves nothing: ${body.slice(0, 300)}`
  const asked = (json['output'] ?? {}) as Readonly<Record<string, unknown>>
  const told = tried.find((id) => new RegExp(`"(mdtrt_id|setl_id)":"${id}"`).test(body))
  if (told !== undefined) return `did something with ${told} of another institution: ${body.slice(0, 300)}`
  const info = asked['setlinfo'] as Readonly<Record<string, unknown>> | undefined
  if (info?.['medfee_sumamt'] === undefined || !/^(2206|2207|230[345]|210[123]|2208)/.test(sent.infno))
    return undefined
  const detail = rowsOf(asked['setldetail'])
  for (const { id, sides, what } of identities) {
    if (id === 'A6' && detail.length === 0) continue
    const [left, right] = sides(info, detail)
    if (left !== right) return `${id} does not hold, ${what}: ${left} ≠ ${right}: ${body.slice(0, 600)}`
  }
  return undefined
}

function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
