import fc from 'fast-check'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { newId } from '../../platform/uuid.ts'
import { issueVoucher, presentVoucher, redeemVoucher, spendVoucher } from './index.ts'
import { qrOf } from '../../platform/qr.ts'

const { db } = await testDatabase()
const issuedAt = new Date('2020-10-15T01:00:00Z')
const after = (seconds: number) => new Date(issuedAt.getTime() + seconds * 1000)
const [FIRST, SECOND] = ['H33060200001', 'H33060200002']

const uses = {
  present: (code: string, at: Date, institution: string) =>
    inTransaction(db, (db) => presentVoucher(db, code, institution, at)),
  spend: (code: string, at: Date, institution: string) =>
    inTransaction(db, (db) => spendVoucher(db, code, institution, at)),
  redeem: (code: string, at: Date) => inTransaction(db, (db) => redeemVoucher(db, code, at)),
}
const codeOf = (promise: Promise<string>) =>
  promise.catch((error: unknown) => (error as { code?: string }).code ?? String(error))

describe('an e-voucher code at a hospital', () => {
  it('is read, registers one visit, and is then used up for everybody', async () => {
    const personId = newId()
    const code = await issueVoucher(db, personId, issuedAt)
    expect(await uses.present(code, after(20), FIRST)).toBe(personId)
    expect(await uses.present(code, after(25), FIRST)).toBe(personId)
    expect(await uses.spend(code, after(180), FIRST)).toBe(personId)
    for (const again of [uses.spend(code, after(181), FIRST), uses.redeem(code, after(182))])
      expect(await codeOf(again)).toBe('voucher-used')
  })

  it('belongs to the first that reads it: another hospital or a window cannot use a copy', async () => {
    const code = await issueVoucher(db, newId(), issuedAt)
    await uses.present(code, after(1), FIRST)
    expect(await codeOf(uses.present(code, after(2), SECOND))).toBe('voucher-used')
    expect(await codeOf(uses.spend(code, after(3), SECOND))).toBe('voucher-used')
    expect(await codeOf(uses.redeem(code, after(3)))).toBe('voucher-used')
  })

  it('that nobody read within a minute is dead, and so is one that registered nothing in ten', async () => {
    const late = await issueVoucher(db, newId(), issuedAt)
    expect(await codeOf(uses.present(late, after(61), FIRST))).toBe('voucher-expired')
    const idle = await issueVoucher(db, newId(), issuedAt)
    await uses.present(idle, after(10), FIRST)
    expect(await codeOf(uses.spend(idle, after(10 + 601), FIRST))).toBe('voucher-expired')
    expect(await codeOf(uses.spend('0'.repeat(28), after(1), FIRST))).toBe('voucher-invalid')
  })

  it('of two visits opened with it at the same moment, one is', async () => {
    const code = await issueVoucher(db, newId(), issuedAt)
    const both = await Promise.all([FIRST, SECOND].map((at) => codeOf(uses.spend(code, after(5), at))))
    expect(both.filter((outcome) => outcome === 'voucher-used')).toHaveLength(1)
  })

  it('whatever is done with it in whatever order, it is used at most once and never after its time', async () => {
    const step = fc.record({
      use: fc.constantFrom('present' as const, 'spend' as const, 'redeem' as const),
      at: fc.constantFrom(FIRST, SECOND),
      wait: fc.integer({ min: 0, max: 400 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const personId = newId()
        const code = await issueVoucher(db, personId, issuedAt)
        let now = 0
        const worked: { use: string; at: number }[] = []
        for (const { use, at, wait } of steps) {
          now += wait
          if ((await codeOf(uses[use](code, after(now), at))) === personId) worked.push({ use, at: now })
        }
        const firstUse = worked.findIndex(({ use }) => use !== 'present')
        // Nothing works after it was used.
        expect(worked.slice(firstUse === -1 ? worked.length : firstUse + 1)).toEqual([])
        expect(worked.slice(0, 1).filter(({ at }) => at > 60)).toEqual([])
        expect(worked.filter(({ at }) => at - worked[0]!.at > 600)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the QR code of an e-voucher', () => {
  it('says the digits to a scanner', async () => {
    const code = '0123456789012345678901234567'
    const { size, path } = qrOf(code)
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="400" height="400"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`
    const { data, info } = await sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(code)
  })
})
