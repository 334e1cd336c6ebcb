import { createCipheriv, createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  canonicalJson,
  chainHash,
  createBlindIndex,
  createFieldCipher,
  newKey,
  parseKeyRing,
} from './crypto.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('the runtime computes what the standards publish', () => {
  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('GB/T 32905-2016 appendix A: SM3 of %s', (text, digest) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(digest)
  })

  it('GB/T 32907-2016 appendix A: SM4 of the example block', () => {
    const block = hex('0123456789abcdeffedcba9876543210')
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false)
    expect(cipher.update(block, undefined, 'hex')).toBe('681edf34d206965e86b3e94f536e4246')
  })

  it('HMAC-SM3 agrees with its definition by SM3', () => {
    const key = Buffer.alloc(64, 0x0b, 'hex')
    const pad = (byte: number) => key.map((value) => value ^ byte)
    const sm3 = (...parts: Uint8Array[]) => createHash('sm3').update(Buffer.concat(parts)).digest()
    const message = Buffer.from('医保')
    expect(createHmac('sm3', key).update(message).digest()).toEqual(sm3(pad(0x5c), sm3(pad(0x36), message)))
  })
})

describe('a field at rest', () => {
  const old = newKey()
  const cipher = createFieldCipher(parseKeyRing(`2:${newKey()},1:${old}`))

  it('comes back as it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cipher.decrypt(cipher.encrypt(text, 'person.phone'), 'person.phone')).toBe(text)
      }),
    )
  })

  it('never looks the same twice', () => {
    expect(cipher.encrypt('13800000000', 'p')).not.toEqual(cipher.encrypt('13800000000', 'p'))
  })

  it('is refused when any byte of it was changed', () => {
    const bytes = cipher.encrypt('330602199001011234', 'p')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const changed = Buffer.from(bytes)
        changed[position] = changed[position]! ^ change
        expect(() => cipher.decrypt(changed, 'p')).toThrow(/was changed|not configured/)
      }),
    )
  })

  it('is refused in another column, and when its key is not there', () => {
    const bytes = cipher.encrypt('x', 'person.phone')
    expect(() => cipher.decrypt(bytes, 'person.account')).toThrow('belongs to another field')
    expect(() => createFieldCipher(parseKeyRing(newKey())).decrypt(bytes, 'person.phone')).toThrow(
      'needs key 2',
    )
  })

  it('written with the old key is still read after the key was changed', () => {
    const before = createFieldCipher(parseKeyRing(`1:${old}`)).encrypt('x', 'p')
    expect(cipher.decrypt(before, 'p')).toBe('x')
  })

  test.each([
    ['short', 'entry 1 is not'],
    [`1:${old},1:${old}`, 'same number'],
    [`300:${old}`, 'entry 1'],
  ])('keys written as %s are refused without being repeated', (text, message) => {
    expect(() => parseKeyRing(text)).toThrow(message)
  })
})

describe('the blind index', () => {
  const index = createBlindIndex(Buffer.from(newKey(), 'hex'))
  it('finds equal texts of one purpose and nothing else', () => {
    expect(index('a', 'p')).toEqual(index('a', 'p'))
    expect(index('a', 'p')).not.toEqual(index('b', 'p'))
    expect(index('a', 'p')).not.toEqual(index('a', 'q'))
  })
})

describe('the audit chain', () => {
  it('depends on every earlier entry and not on the order of members', () => {
    const first = chainHash(undefined, canonicalJson({ b: 1, a: { d: [2, { z: 1, y: 2 }], c: null } }))
    expect(first).toEqual(chainHash(undefined, '{"a":{"c":null,"d":[2,{"y":2,"z":1}]},"b":1}'))
    expect(chainHash(first, '{}')).not.toEqual(chainHash(chainHash(undefined, '{}'), '{}'))
  })
})
