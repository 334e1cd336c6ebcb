import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOf, isSm2PublicKey, newSm2Keys, signSm2, verifySm2 } from './sm2.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const utf8 = (text: string) => Buffer.from(text, 'utf8')

/** GB/T 32918.5-2017, A.2: the standard’s own example on the recommended curve. */
const example = {
  publicKey:
    '0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
  privateKey: '3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8',
  message: utf8('message digest'),
  signature: hex(
    'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA',
  ),
}

describe('SM2', () => {
  it('takes the signature of the standard’s example, and no other', () => {
    const { message, signature, publicKey } = example
    expect(verifySm2(message, signature, publicKey)).toBe(true)
    expect(verifySm2(message, signature, publicKey.slice(2))).toBe(true)
    expect(verifySm2(message, signature, publicKey, 'ALICE123@YAHOO.COM')).toBe(false)
    expect(verifySm2(utf8('message digesu'), signature, publicKey)).toBe(false)
  })

  it('takes what it signed, with any id, in either form', () => {
    for (const form of ['raw', 'der'] as const) {
      const signature = signSm2(example.message, example, 'client-01', form)
      expect(formOf(signature)).toBe(form)
      expect(verifySm2(example.message, signature, example.publicKey, 'client-01')).toBe(true)
      expect(verifySm2(example.message, signature, example.publicKey)).toBe(false)
    }
  })

  it('refuses every signature in which one bit was changed', () => {
    const keys = newSm2Keys()
    const message = utf8('结算')
    const signatures = (['raw', 'der'] as const).map((form) => signSm2(message, keys, undefined, form))
    fc.assert(
      fc.property(fc.constantFrom(...signatures), fc.nat(10_000), (signature, at) => {
        const changed = Buffer.from(signature)
        changed[(at >> 3) % changed.length]! ^= 1 << (at & 7)
        expect(verifySm2(message, changed, keys.publicKey)).toBe(false)
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  it('takes nothing for a key or a signature that is none', () => {
    const { message, signature, publicKey } = example
    expect(isSm2PublicKey(publicKey)).toBe(true)
    for (const key of [
      '',
      '04',
      publicKey.replace('09F9', '09FA'),
      'zz'.repeat(65),
      `04${'ff'.repeat(64)}`,
    ]) {
      expect(isSm2PublicKey(key)).toBe(false)
      expect(verifySm2(message, signature, key)).toBe(false)
    }
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(64),
      Buffer.alloc(64, 0xff),
      hex('3006020101020101'),
      hex('30'),
    ])
      expect(verifySm2(message, bytes, publicKey)).toBe(false)
  })

  it('stands on the SM3 of GB/T 32905', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
  })
})
