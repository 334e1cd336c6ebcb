import { parseJson, readEnvelope } from '@yichuang/hsa'
import { hmac, sameText } from './crypto.ts'
import { asItIs, header, isFresh, type Profile } from './profile.ts'

/**
 * The signed gateway: HMAC-SHA1 over access key, transaction, time and version. The body is not part of it, and there is no
 * nonce: two messages of one millisecond have one signature. So the transaction must be the signed one, the connection must
 * be https, and what is sent twice is answered from what was stored under its msgid.
 */
export const gateway: Profile = {
  name: 'gateway',
  claim: (wire) => header(wire, '_api_access_key'),
  open(wire, accessKey, { secret }, now) {
    const [name, version, timestamp, signature] = ['name', 'version', 'timestamp', 'signature'].map((key) =>
      header(wire, `_api_${key}`),
    )
    if (name === undefined || version === undefined || timestamp === undefined || signature === undefined)
      return 'no-headers'
    if (!/^\d{13}$/.test(timestamp) || !isFresh(Number(timestamp), now)) return 'too-old'
    if (!sameText(signature, sign(secret, accessKey, name, timestamp, version))) return 'wrong-signature'
    const envelope = readEnvelope(wire.envelope())
    if (envelope.ok && envelope.value.infno !== name.toUpperCase()) return 'wrong-signature'
    return { text: wire.body, seal: asItIs }
  },
  call(text, { accessKey, keys }, now) {
    const envelope = readEnvelope(parseJson(text))
    const name = envelope.ok ? envelope.value.infno : ''
    const [timestamp, version] = [String(now.getTime()), '1.0.0']
    return {
      headers: {
        _api_access_key: accessKey,
        _api_name: name,
        _api_timestamp: timestamp,
        _api_version: version,
        _api_signature: sign(keys.secret, accessKey, name, timestamp, version),
      },
      body: text,
      unseal: asItIs,
    }
  },
}

function sign(secret: string, accessKey: string, name: string, timestamp: string, version: string): string {
  const text = `_api_access_key=${accessKey}&_api_name=${name}&_api_timestamp=${timestamp}&_api_version=${version}`
  return hmac('sha1', secret, text).toString('base64')
}
