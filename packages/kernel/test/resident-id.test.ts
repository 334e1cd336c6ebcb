import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromDayNumber, plainDate } from '../src/plain-date.ts'
import { makeResidentId, parseResidentId } from '../src/resident-id.ts'
import { faultOf, told, wellTold } from './faults.ts'

const notAfter = plainDate('2020-02-01')
const read = (text: string) => parseResidentId(text, { notAfter })

test('the sample of the standard is read', () => {
  expect(read('11010519491231002X')).toEqual({
    ok: true,
    value: {
      id: '11010519491231002X',
      region: '110105',
      birth: '1949-12-31',
      sex: 'female',
      upgraded: false,
    },
  })
})

test.each([
  '11010519491231002x',
  '１１０１０５１９４９１２３１００２Ｘ',
  ' 110105 19491231 002X ',
  '110105-19491231-002X',
])('“%s” is the same number', (text) => {
  expect(read(text)).toMatchObject({ ok: true, value: { id: '11010519491231002X' } })
})

test('a number of 15 digits is brought to 18', () => {
  expect(read('110105491231002')).toMatchObject({
    ok: true,
    value: { id: '11010519491231002X', upgraded: true, birth: '1949-12-31' },
  })
})

test.each(['330621', '330682', '370802', '370882'])('the abolished county %s is accepted', (region) => {
  const id = makeResidentId({ region, birth: plainDate('1985-06-15'), sequence: 12 })
  expect(read(id)).toMatchObject({ ok: true, value: { region, sex: 'female' } })
})

test.each([
  ['', 'length', '现为 0 位'],
  ['1101051949123100', 'length', '现为 16 位'],
  ['11010519491231O02X', 'character', '第 15 位'],
  ['1101051949123100XX', 'character', '第 17 位'],
  ['11010519491231002A', 'character', '第 18 位不是数字或 X'],
  ['91010519491231002X', 'region', '前两位 91'],
  ['11010519490231002X', 'birth', '第 7 至 14 位'],
  ['110105490231002', 'birth', '第 7 至 12 位'],
  ['110105202002020027', 'birth-in-future', '晚于 2020-02-01'],
  ['110105194912310021', 'check', '第 18 位'],
])('“%s” has the fault %s and a sentence that says where', (text, code, where) => {
  expect(told(read(text), where)).toEqual(wellTold(code))
})

test('a child born on the very day is accepted', () => {
  const id = makeResidentId({ region: '330602', birth: notAfter, sequence: 1 })
  expect(read(id)).toMatchObject({ ok: true, value: { birth: notAfter } })
})

test('no sentence repeats the number or gives away its check character', () => {
  const fault = faultOf(read('110105194912310021'))
  expect(Object.values(fault.sentences).join()).not.toMatch(/1949|X/)
  expect(fault.values).toEqual({ position: '18', expected: 'X' })
})

const samples = fc.record({
  region: fc.constantFrom('330602', '370811', '110105'),
  birth: fc.integer({ min: -25_000, max: 18_000 }).map(fromDayNumber),
  sequence: fc.integer({ min: 0, max: 999 }),
})

test('made numbers are read back', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      expect(read(makeResidentId(sample))).toMatchObject({
        ok: true,
        value: {
          region: sample.region,
          birth: sample.birth,
          sex: sample.sequence % 2 ? 'male' : 'female',
        },
      })
    }),
  )
})

test('one wrong digit or two swapped neighbours are always noticed', () => {
  fc.assert(
    fc.property(samples, fc.nat(16), fc.integer({ min: 1, max: 9 }), (sample, at, by) => {
      const id = makeResidentId(sample)
      const wrong = `${id.slice(0, at)}${(Number(id[at]) + by) % 10}${id.slice(at + 1)}`
      expect(read(wrong).ok).toBe(false)
      const swapped = `${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`
      expect(read(swapped).ok).toBe(id[at] === id[at + 1])
    }),
  )
})

test('a sample needs a region of six digits', () => {
  expect(() => makeResidentId({ region: '3306', birth: notAfter, sequence: 1 })).toThrow(
    'a region of six digits',
  )
})
