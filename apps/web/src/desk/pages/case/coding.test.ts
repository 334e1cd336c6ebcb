import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatYuan, type Fen } from '@yichuang/kernel'
import { bulkSet, certainEntry, codingOf, faultsOf, fromCatalogue, type CodingRow } from './coding.ts'

const row = (over: Partial<CodingRow> = {}): CodingRow => ({
  lineId: 'b/1',
  class: 'A',
  selfPay: '',
  ceiling: '',
  cut: '',
  cutReason: '',
  code: '',
  ...over,
})

test.each([
  [{}, []],
  [{ class: '' }, ['class']],
  [{ class: 'B', selfPay: '120' }, ['selfPay']],
  [{ ceiling: '1.234' }, ['ceiling']],
  [{ cut: '100.01', cutReason: '重复收费' }, ['cutTooMuch']],
  [{ cut: '10' }, ['cutReason']],
  [{ cut: '10', cutReason: '重复收费' }, []],
] as const)('a row %o of a line of ¥100.00 has the faults %o', (over, faults) =>
  expect(faultsOf(row(over as Partial<CodingRow>), '100.00')).toEqual(faults),
)

test('class B keeps its self-pay share, the other classes never carry one', () => {
  const coding = codingOf([
    row({ class: 'B', selfPay: '10' }),
    row({ lineId: 'b/2', class: 'A', selfPay: '10' }),
  ])
  expect(coding.map((line) => line.selfPayRatio)).toEqual(['0.1', '0'])
})

test('a line that is not coded yet is not sent', () => {
  expect(codingOf([row({ class: '' })])).toEqual([])
})

test('a typed cut reaches the contract to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (cut) => {
      const [coding] = codingOf([row({ cut: formatYuan(cut as Fen), cutReason: '理由' })])
      expect(coding?.cutAmount).toBe(formatYuan(cut as Fen))
    }),
  )
})

test('setting in bulk touches the chosen rows, or those without a class when none is chosen', () => {
  const rows = [row(), row({ lineId: 'b/2', class: '' })]
  expect(bulkSet(rows, new Set(), { class: 'C' }).map((r) => r.class)).toEqual(['A', 'C'])
  expect(bulkSet(rows, new Set(['b/1']), { class: 'B' }).map((r) => r.class)).toEqual(['B', ''])
})

const entry = {
  code: 'XA01',
  name: '阿莫西林胶囊',
  class: 'B',
  selfPayRatio: '0.1',
  ceilingPrice: '12.00',
} as const

test('the catalogue decides only when code or name agree exactly', () => {
  expect(certainEntry({ id: '1', name: '别的', code: 'XA01', amount: '1' }, [entry])).toBe(entry)
  expect(certainEntry({ id: '1', name: '阿莫西林胶囊', amount: '1' }, [entry])).toBe(entry)
  expect(certainEntry({ id: '1', name: '阿莫西林', amount: '1' }, [entry])).toBeUndefined()
  expect(
    certainEntry({ id: '1', name: '阿莫西林胶囊', amount: '1' }, [entry, { ...entry, code: 'XA02' }]),
  ).toBeUndefined()
})

test('a row taken from the catalogue carries class, share and ceiling price', () => {
  expect(fromCatalogue(row(), entry)).toMatchObject({
    class: 'B',
    selfPay: '10',
    ceiling: '12.00',
    code: 'XA01',
  })
})
