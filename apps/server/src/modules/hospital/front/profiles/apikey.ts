import { sameText, sha256Hex } from './crypto.ts'
import { asItIs, header, type Profile } from './profile.ts'

/** A key in a header and nothing else: as good as the https below it. The key is found by its SHA-256. */
export const apikey: Profile = {
  name: 'apikey',
  claim(wire) {
    const key = header(wire, 'apikey')
    return key === undefined ? undefined : sha256Hex(key)
  },
  open(wire, _accessKey, { secret }) {
    if (!sameText(header(wire, 'apikey') ?? '', secret)) return 'unknown-user'
    return { text: wire.body, seal: asItIs }
  },
  call: (text, { keys }) => ({ headers: { apikey: keys.secret }, body: text, unseal: asItIs }),
}
