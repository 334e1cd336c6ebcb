import { plainDate } from '@yichuang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newSigningKey,
  readCredential,
  readRevocations,
  regionOf,
  signCredential,
  signRevocations,
} from '../credential.ts'

const key = newSigningKey('370800-1')
const other = newSigningKey('370800-2')
const keys = (keyId: string) => (keyId === '370800-1' ? key.publicKey : undefined)
const credential = {
  number: '37080020201015ABCDEFGH',
  personName: '王芳',
  idNumberMasked: '370811********0021',
  from: plainDate('2020-10-15'),
  until: plainDate('2021-10-15'),
  target: '310000',
  hospital: 'H37081100001',
}

describe('a credential', () => {
  it('is read back with the public key alone', () => {
    expect(readCredential(signCredential(credential, key), keys)).toEqual({ ok: true, credential })
  })

  it('is also found in the address a QR code opens', () => {
    const token = signCredential(credential, key)
    expect(readCredential(` https://yibao.example.cn/referral#${token} `, keys)).toEqual({
      ok: true,
      credential,
    })
    expect(regionOf(`http://x/referral#${token}`)).toBe('370800')
    expect(regionOf('http://x/referral')).toBeUndefined()
  })

  it('signed with another key, or by a key nobody knows, is refused with the reason', () => {
    const forged = signCredential(credential, { ...other, keyId: '370800-1' })
    expect(readCredential(forged, keys)).toEqual({ ok: false, why: 'forged' })
    expect(readCredential(signCredential(credential, other), keys)).toEqual({ ok: false, why: 'unknown-key' })
    expect(readCredential('370800', keys)).toEqual({ ok: false, why: 'unreadable' })
  })

  it('stays genuine for nobody once a single character of it is changed', () => {
    const token = signCredential(credential, key)
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom(...Array.from('ABCabc019-_. ')),
        (position, character) => {
          fc.pre(token[position] !== character)
          const changed = token.slice(0, position) + character + token.slice(position + 1)
          expect(readCredential(changed, keys).ok).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says whatever was signed, for any name and days', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2190-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), days, days, (personName, a, b) => {
        const [from, until] = [a, b].map((day) => plainDate(day.toISOString().slice(0, 10)))
        const said = { ...credential, personName, from: from!, until: until! }
        expect(readCredential(signCredential(said, key), keys)).toEqual({ ok: true, credential: said })
      }),
    )
  })
})

describe('a list of revocations', () => {
  const list = {
    regionCode: '370800',
    asOf: plainDate('2020-11-01'),
    revoked: [{ number: credential.number, on: plainDate('2020-10-20') }],
  }
  it('is read back with the public key, and is no credential', () => {
    const signed = signRevocations(list, key)
    expect(readRevocations(signed, keys)).toEqual({ ok: true, list })
    expect(readCredential(signed, keys)).toEqual({ ok: false, why: 'unreadable' })
    expect(readRevocations(signCredential(credential, key), keys)).toEqual({ ok: false, why: 'unreadable' })
  })
})
