import { profileNamed, wireOf } from '../hospital/index.ts'

/** The provincial hub (省平台) that carries messages between the centres of cities. */
export interface HubSettings {
  readonly url: string
  /** how the hub knows this centre, and this centre the hub */
  readonly accessKey: string
  readonly secret: string
}

/** The way to the hub. */
export interface HubLine {
  /** Sends a message as it stands. Throws `HubSilent` when no readable answer came: what happened there is not known. */
  send(text: string): Promise<string>
}

/** No answer came from the other place. */
export class HubSilent extends Error {
  override readonly name = 'HubSilent'
}

/** An in-patient settlement may take the other centre a while; clients themselves wait up to ten minutes. */
const LONGEST_MS = 30_000
/** HMAC-SM3 over the time and the whole message, as between institutions and the centre of Zhejiang */
const signature = profileNamed('x-ca')

/** A line that signs what it sends and waits half a minute for the answer. */
export function hubLine({ url, accessKey, secret }: HubSettings): HubLine {
  return {
    async send(text) {
      const { headers, body } = signature.call(text, { accessKey, keys: { secret } }, new Date())
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(LONGEST_MS),
        })
        const reply = await answer.text()
        if (answer.status === 200 || answer.status === 401) return reply
        throw new HubSilent(`the hub answered ${answer.status}`)
      } catch (error) {
        if (error instanceof HubSilent) throw error
        throw new HubSilent('the hub did not answer', { cause: error })
      }
    },
  }
}

/** Whether a message that came over the line was signed by the hub. */
export function signedByHub(
  { accessKey, secret }: HubSettings,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  text: string,
  now: Date,
): boolean {
  const wire = wireOf(headers, text)
  if (signature.claim(wire) !== accessKey) return false
  return typeof signature.open(wire, accessKey, { secret }, now) !== 'string'
}
