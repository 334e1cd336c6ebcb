import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText, encodeGb18030, readTableBytes, transactions, writeTableText } from '../src/index.ts'

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

test.each([
  ['A', '41'],
  ['中', 'd6d0'],
  ['医保', 'd2bdb1a3'],
  ['€', 'a2e3'],
  ['㐀', '8139ee39'],
  ['é', 'a8a6'],
  ['ü', 'a8b9'],
  ['ß', '81308938'],
  ['𠀀', '95328236'],
])('%s is %s in GB18030', (text, bytes) => {
  expect(hex(encodeGb18030(text))).toBe(bytes)
})

const points = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)

test('every text comes back from GB18030, but for nineteen code points of private use', () => {
  const decoder = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true })
  const isLost = (point: number) => {
    const character = String.fromCodePoint(point)
    return decoder.decode(encodeGb18030(character)) !== character
  }
  const lost = [...points(0, 0xd800), ...points(0xe000, 0x1_0000)].filter(isLost)
  expect(lost).toHaveLength(19)
  expect(lost.filter((point) => point < 0xe000 || point > 0xf8ff)).toEqual([])
  const text = fc.array(fc.integer({ min: 0, max: 0x10_ffff })).map((all) =>
    all
      .filter((point) => (point < 0xd800 || point > 0xdfff) && !lost.includes(point))
      .map((point) => String.fromCodePoint(point))
      .join(''),
  )
  fc.assert(
    fc.property(text, (sent) => decoder.decode(encodeGb18030(sent)) === sent),
    { numRuns: 300, seed: 4 },
  )
  expect(() => encodeGb18030('\ud800')).toThrow(RangeError)
})

test('a reconciliation file is read in either encoding, and one of no encoding is named', () => {
  const node = transactions['3202'].fileOutput!
  const row = { psn_no: 'P1', msgid: 'X', stmt_rslt: '1', refd_setl_flag: '0', memo: '金额不一致' }
  const text = writeTableText(node, [row])
  for (const bytes of [new TextEncoder().encode(text), encodeGb18030(text)])
    expect(readTableBytes(node, bytes)).toEqual({ ok: true, value: [row] })
  expect(readTableBytes(node, Uint8Array.of(0xff, 0xff, 0x0a))).toMatchObject({ fault: { code: 'encoding' } })
  expect(decodeText(Uint8Array.of(0x80))).toBe('€')
})
