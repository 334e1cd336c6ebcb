import { describe, expect, test } from 'vitest'
import { readInput, readRequest } from '../src/index.ts'
import { envelope, feeLine, psnNo, settle2207, visit2201 } from './samples.ts'

const settled = (change: Record<string, unknown>) =>
  readInput('2207', { data: { ...settle2207.data, ...change } })

function fault(read: { ok: boolean; fault?: unknown }) {
  expect(read.ok).toBe(false)
  return read.fault as { code: string; values: Record<string, string>; sentences: Record<string, string> }
}

describe('what would harm money or identity is refused', () => {
  test.each([
    [4.525, 'money'],
    ['4.525', 'money'],
    ['NaN', 'money'],
    ['1e3', 'money'],
    ['1,000.00', 'money'],
    ['99999999999999.00', 'money'],
    [[4.52], 'money'],
    [{ amount: 4 }, 'money'],
    [true, 'money'],
    ['-0.01', 'negative'],
    ['', 'missing'],
    [null, 'missing'],
  ])('an amount of %j', (medfee_sumamt, code) => {
    expect(fault(settled({ medfee_sumamt })).code).toBe(code)
  })

  test.each(['12 34', '张三', 'a'.repeat(31), { id: 1 }, 33_010_000_000_000_000_000])(
    'a person number of %j',
    (psn_no) => {
      expect(fault(settled({ psn_no })).code).toBe('id')
    },
  )

  test('two spellings of the person with different values', () => {
    expect(fault(settled({ psnNo: `${psnNo.slice(0, -1)}6` })).code).toBe('contradiction')
    expect(settled({ psnNo }).ok).toBe(true)
  })

  test('an identity number whose check digit is wrong', () => {
    const read = (mdtrt_cert_no: string) =>
      readInput('2201', { data: { ...visit2201.data, mdtrt_cert_type: '02', mdtrt_cert_no } })
    expect(read('11010519491231002X').ok).toBe(true)
    expect(fault(read('110105194912310021'))).toMatchObject({
      code: 'paper',
      values: { field: 'mdtrt_cert_no' },
    })
  })

  test('a flag that decides who pays and is in no list', () => {
    expect(fault(settled({ acct_used_flag: '7' })).code).toBe('flag')
  })

  test('a quantity below nothing out-patient, while a stay refunds with it', () => {
    expect(fault(readInput('2204', { feedetail: [{ ...feeLine, cnt: '-1' }] })).code).toBe('negative')
    const refund = {
      ...feeLine,
      med_type: '21',
      cnt: '-1',
      det_item_fee_sumamt: '-4.52',
      init_feedetl_sn: 'X1',
    }
    expect(readInput('2301', { feedetail: [refund] })).toMatchObject({
      value: { feedetail: [{ cnt: '-1', det_item_fee_sumamt: -452 }] },
    })
  })

  test('several where one is due, none where one is due', () => {
    expect(fault(readInput('2207', { data: [settle2207.data, settle2207.data] })).code).toBe('several')
    expect(fault(readInput('2204', { feedetail: [] })).code).toBe('missing')
    expect(fault(readInput('2204', null)).code).toBe('missing')
    expect(fault(readInput('2204', { feedetail: ['x'] })).code).toBe('not-an-object')
  })

  test('the sentence names field, row and mend, and not what was sent', () => {
    const wrong = fault(
      readInput('2204', { feedetail: [feeLine, { ...feeLine, det_item_fee_sumamt: '7.777' }] }),
    )
    expect(wrong.values).toEqual({ node: 'feedetail', row: '2', field: 'det_item_fee_sumamt' })
    expect(wrong.sentences['zh-CN']).toBe(
      'feedetail 第 2 行 的“明细项目费用总额”（det_item_fee_sumamt）不是最多两位小数的金额。请以元为单位改写，如 12.30。',
    )
    expect(wrong.sentences['en']).toContain('det_item_fee_sumamt in row 2 of feedetail is not an amount')
    expect(JSON.stringify(wrong)).not.toContain('7.777')
  })

  test.each([[['\u0000']], ['21\u0000'], [{ deep: [{ '\u0001': 1 }] }], ['\ud800']])(
    'a list that may be anything holds a text nobody can store: %j',
    (medtype_list) => {
      const wrong = fault(readInput('4105', { data: { fixmedins_code: 'H33060200001', medtype_list } }))
      expect(wrong.values).toMatchObject({ field: 'medtype_list' })
    },
  )

  test('a list that may be anything lies a hundred thousand levels deep', () => {
    const medtype_list = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown
    expect(() => readInput('4105', { data: { fixmedins_code: 'H33060200001', medtype_list } })).not.toThrow()
  })

  test.each([
    ['infno', undefined, 'missing'],
    ['infno', '22', 'shape'],
    ['msgid', '', 'missing'],
    ['msgid', 'a b', 'shape'],
    ['fixmedins_code', 'H3301\u00000001', 'missing'],
    ['fixmedinsCode', 'H99999999999', 'contradiction'],
    ['mdtrtarea_admvs', '3301', 'shape'],
    ['insuplc_admdvs', 'abcdef', 'shape'],
  ])('an envelope whose %s is %j', (key, value, code) => {
    expect(fault(readRequest(JSON.stringify({ ...envelope('2207', {}), [key]: value }))).code).toBe(code)
  })

  test.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['[]', 'not-an-object'],
    ['null', 'not-an-object'],
    ['"x"', 'not-an-object'],
  ])('the text %j', (text, code) => {
    expect(fault(readRequest(text)).code).toBe(code)
  })
})
