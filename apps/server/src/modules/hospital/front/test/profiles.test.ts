import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { newSm2Keys } from '../../../../platform/sm2.ts'
import { sm4Decrypt, sm4Encrypt } from '../profiles/crypto.ts'
import {
  makeToken,
  profileNamed,
  profileNames,
  wireOf,
  type Party,
  type ProfileName,
} from '../profiles/index.ts'

const now = new Date('2020-10-15T01:00:00.000Z')
const envelope = {
  infno: '2207',
  msgid: 'H33060200001202010150900000001',
  fixmedins_code: 'H33060200001',
  mdtrtarea_admvs: '330600',
  opter_name: '收费员',
  cainfo: '',
  input: { data: { psn_no: '33060000000000000000000017', medfee_sumamt: '4.50' } },
}
const text = JSON.stringify(envelope)
const reply =
  '{"infcode":0,"inf_refmsgid":"1","err_msg":null,"output":{"setlinfo":{"psn_name":"王芳","acct_pay":4.5}}}'

const [own, centre] = [newSm2Keys(), newSm2Keys()]
const secret = 'secret-of-the-institution'
const party = (name: ProfileName): Party => ({
  accessKey: name === 'oauth-sm' || name === 'mobile' ? 'client0123456789' : 'H33060200001',
  keys: { secret, publicKey: own.publicKey, centre },
  own,
  token: makeToken('client0123456789', secret, now.getTime() + 60_000),
})

/** What the centre makes of a message, as the profile of that name. */
function opened(name: ProfileName, headers: Readonly<Record<string, string>>, body: string, at = now) {
  const profile = profileNamed(name)
  const wire = wireOf(headers, body)
  const claimed = profile.claim(wire)
  if (claimed === undefined) return 'not-claimed'
  const { accessKey, keys } = party(name)
  if (name !== 'apikey' && claimed !== accessKey) return 'somebody-else'
  return profile.open(wire, claimed, keys, at)
}

describe('every profile', () => {
  test.each(profileNames)(
    '%s: what the institution signs the centre opens, and the reply comes back',
    (name) => {
      const sent = profileNamed(name).call(text, party(name), now)
      const proven = opened(name, sent.headers, sent.body)
      if (typeof proven === 'string') throw new Error(proven)
      const read = JSON.parse(proven.text) as typeof envelope
      expect(read).toMatchObject({ infno: '2207', msgid: envelope.msgid, opter_name: '收费员' })
      expect(read.input.data).toMatchObject(envelope.input.data)
      expect(JSON.parse(sent.unseal(proven.seal(reply)))).toMatchObject(JSON.parse(reply) as object)
    },
  )

  test.each(['gateway', 'x-tif', 'x-ca', 'mobile'] as const)(
    '%s: is refused half an hour and a second off',
    (name) => {
      const sent = profileNamed(name).call(text, party(name), now)
      for (const [minutes, fresh] of [
        [29, true],
        [-29, true],
        [30.1, false],
        [-30.1, false],
        [300, false],
      ] as const) {
        const proven = opened(name, sent.headers, sent.body, new Date(now.getTime() + minutes * 60_000))
        expect(typeof proven === 'string' ? proven : 'opened').toBe(fresh ? 'opened' : 'too-old')
      }
    },
  )
})

describe('the signature of', () => {
  const sent = (headers: Readonly<Record<string, string>>, body = '{"infno":"2207","opter_name":"收费员"}') =>
    wireOf(headers, body)

  // Made with other tools: Python's hmac and hashlib, and openssl.
  it('the gateway is HMAC-SHA1 over its four headers', () => {
    const wire = sent({
      _api_access_key: 'AK-H33060200001',
      _api_name: '2207',
      _api_timestamp: '1602723600000',
      _api_version: '1.0.0',
      _api_signature: 'JADMripIcbrUcgnqHxORuhXGOLg=',
    })
    const keys = { secret: 'secret-of-the-gateway' }
    expect(profileNamed('gateway').open(wire, 'AK-H33060200001', keys, now)).toHaveProperty('text')
  })
  it('x-tif is SHA-256 over time, token, nonce and time', () => {
    const wire = sent({
      'x-tif-paasid': 'P',
      'x-tif-timestamp': '1602723600',
      'x-tif-nonce': '0123456789abcdef',
      'x-tif-signature': '58c462d6ad8a829ecbd2dfc37904ea70a5a32989f271220a175f3efd8a2ee570',
    })
    expect(profileNamed('x-tif').open(wire, 'P', { secret: 'token-of-the-platform' }, now)).toHaveProperty(
      'text',
    )
  })
  it('x-ca is HMAC-SM3 over the second and the body', () => {
    const wire = sent({
      'x-ca-key': 'H33060200001',
      'x-ca-signature': '1602723600:823684FEEB3EEF0C3FB40953469173314CF00FA5261A7C3CBFCEBB0471AC815B',
    })
    expect(profileNamed('x-ca').open(wire, 'H33060200001', { secret }, now)).toHaveProperty('text')
  })
  it('ciphers are SM4 as openssl makes it', () => {
    expect(sm4Encrypt('{"data":{}}', '0123456789abcdef').toString('base64')).toBe('oEZ+wJ7g+Brh+1N882qR9A==')
    expect(sm4Decrypt(Buffer.from('oEZ+wJ7g+Brh+1N882qR9A==', 'base64'), '0123456789abcdef')).toBe(
      '{"data":{}}',
    )
    // The key of mobile payment: 16 characters of SM4(app id, secret).
    const derived = sm4Encrypt('app-secret-of-the-institution', 'APP0123456789ABC')
      .toString('hex')
      .toUpperCase()
    expect(derived.slice(0, 16)).toBe('47BB598D9E5ACE26')
  })
})

/** What the published rules of each profile sign: a change anywhere in it must be refused. */
const signed: readonly (readonly [ProfileName, readonly string[], boolean])[] = [
  ['gateway', ['_api_access_key', '_api_name', '_api_timestamp', '_api_version', '_api_signature'], false],
  ['x-tif', ['x-tif-timestamp', 'x-tif-nonce', 'x-tif-signature'], false],
  ['x-ca', ['x-ca-key', 'x-ca-signature'], true],
  ['apikey', ['apikey'], false],
  ['oauth-sm', ['authorization'], false],
]

describe('any changed byte', () => {
  test.each(signed)(
    '%s: of its headers, and of the body where it is signed, is refused',
    (name, headers, body) => {
      const sent = profileNamed(name).call(text, party(name), now)
      fc.assert(
        fc.property(
          fc.constantFrom(...headers, ...(body ? ['body'] : [])),
          fc.nat(5000),
          fc.integer({ min: 1, max: 25 }),
          (where, at, by) => {
            const before = where === 'body' ? sent.body : sent.headers[where]!
            const changed = withChange(before, at, by)
            // Letters of a number in hexadecimal may be large or small.
            fc.pre(changed.toLowerCase() !== before.toLowerCase())
            const result =
              where === 'body'
                ? opened(name, sent.headers, changed)
                : opened(name, { ...sent.headers, [where]: changed }, sent.body)
            expect(typeof result).toBe('string')
          },
        ),
        { numRuns: 200, seed: 4 },
      )
    },
  )

  test.each(['oauth-sm', 'sm2-sm4', 'mobile'] as const)('%s: of what SM2 signs is refused', (name) => {
    const sent = profileNamed(name).call(text, party(name), now)
    const outer = JSON.parse(sent.body) as Record<string, string>
    const places = {
      'oauth-sm': ['input', 'cainfo'],
      'sm2-sm4': ['msgid', 'infno', 'fixmedins_code', 'mdtrtarea_admvs', 'opter_name', 'cainfo'],
      mobile: ['encData', 'signData', 'timestamp', 'version', 'transType', 'appId'],
    }[name]
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.nat(5000),
        fc.integer({ min: 1, max: 25 }),
        (where, at, by) => {
          const changed = withChange(outer[where]!, at, by)
          fc.pre(changed.toLowerCase() !== outer[where]!.toLowerCase())
          const body = JSON.stringify({ ...outer, [where]: changed })
          expect(typeof opened(name, sent.headers, body)).toBe('string')
        },
      ),
      { numRuns: 60, seed: 4 },
    )
  })
})

/** Another letter or digit at a place of a text. */
function withChange(before: string, at: number, by: number): string {
  const index = at % before.length
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
  const now = alphabet.indexOf(before[index]!.toLowerCase())
  const other = alphabet[(Math.max(now, 0) + by) % alphabet.length]!
  return before.slice(0, index) + other + before.slice(index + 1)
}

describe('what looks signed and is not', () => {
  it('an input that writes keys of its own into the envelope', () => {
    const injected = sm4Encrypt('{}, "fixmedins_code":"H99999999999"', 'client0123456789').toString('base64')
    const sent = profileNamed('oauth-sm').call(text, party('oauth-sm'), now)
    const body = JSON.stringify({ ...(JSON.parse(sent.body) as object), input: injected })
    expect(opened('oauth-sm', sent.headers, body)).toBe('wrong-signature')
  })
  it('a bearer token whose end was moved, and one that has ended', () => {
    const sent = profileNamed('oauth-sm').call(text, party('oauth-sm'), now)
    const moved = {
      authorization: sent.headers['authorization']!.replace(/\.(\d+)\./, (_, end) => `.${Number(end) + 1}.`),
    }
    expect(opened('oauth-sm', moved, sent.body)).toBe('unknown-user')
    expect(opened('oauth-sm', sent.headers, sent.body, new Date(now.getTime() + 60_001))).toBe('too-old')
  })
  it('two card tokens of which one is right', () => {
    const both = {
      ...envelope,
      input: { data: { exp_content: { card_token: secret } }, exp_content: '{"card_token":"other"}' },
    }
    expect(opened('card-token', {}, JSON.stringify(both))).toBe('unknown-user')
    expect(opened('card-token', {}, text)).toBe('no-headers')
  })
  it('a gateway header that names another transaction than the message', () => {
    const sent = profileNamed('gateway').call(text, party('gateway'), now)
    expect(opened('gateway', sent.headers, sent.body.replace('2207', '1101'))).toBe('wrong-signature')
  })
})
