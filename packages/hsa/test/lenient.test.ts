import { describe, expect, test } from 'vitest'
import { knownInfno, readInput, readOutput, readRequest } from '../src/index.ts'
import { envelope, feeLine, mdtrtId, psnNo, settle2207, visit2201 } from './samples.ts'

function good<T>(read: { ok: true; value: T } | { ok: false; fault: { sentences: { en: string } } }): T {
  if (!read.ok) throw new Error(read.fault.sentences.en)
  return read.value
}

describe('what real clients send is taken', () => {
  test('one object where rows are due, numbers as text, nothing in a number, a day in a time', () => {
    const { feedetail } = good(readInput('2204', { feedetail: feeLine }))
    expect(feedetail).toHaveLength(1)
    expect(feedetail[0]).toMatchObject({
      feedetl_sn: 'XM5129673',
      det_item_fee_sumamt: 452,
      cnt: '2',
      pric: '2.26',
      fee_ocur_time: '2022-01-21',
    })
    expect(feedetail[0]).not.toHaveProperty('prd_days')
  })

  test('one row where an object is due', () => {
    expect(good(readInput('2201', { data: [visit2201.data] })).data.psn_no).toBe(psnNo)
  })

  test('either spelling of a key, and keys nobody knows', () => {
    const read = good(
      readInput('2404', { Data: { psn_No: psnNo, mdtrtId, expContent: '{"a":1}', insuplcAdmdvs: '330100' } }),
    )
    expect(read.data).toEqual({ psn_no: psnNo, mdtrt_id: mdtrtId, exp_content: { a: 1 } })
  })

  test('a code without its leading zero, and one with a zero too many', () => {
    expect(good(readInput('2207', settle2207)).data.mdtrt_cert_type).toBe('01')
    const diseinfo = {
      diag_type: '1',
      diag_srt_no: '1',
      diag_code: 'J00',
      diag_name: '感冒',
      diag_dept: '内科',
      dise_dor_no: 'D1',
      dise_dor_name: '王',
      diag_time: '2022-01-21 14:00:00',
      vali_flag: '01',
    }
    const mdtrtinfo = { mdtrt_id: mdtrtId, psn_no: psnNo, med_type: '11', begntime: '2022-01-21 14:00:00' }
    expect(good(readInput('2203A', { mdtrtinfo, diseinfo })).diseinfo[0]?.vali_flag).toBe('1')
  })

  test('exp_content as object, as text, and as null', () => {
    for (const [sent, read] of [
      [{ card_token: 'x' }, { card_token: 'x' }],
      ['{"crtYearBalc":0}', { crtYearBalc: 0 }],
      ['free words', 'free words'],
    ])
      expect(
        good(readInput('2201', { data: { ...visit2201.data, exp_content: sent } })).data.exp_content,
      ).toEqual(read)
    expect(
      good(readInput('2201', { data: { ...visit2201.data, exp_content: null } })).data,
    ).not.toHaveProperty('exp_content')
  })

  test('a time in the day fields of 3201, and “null” written out', () => {
    const data = {
      insutype: '310',
      clr_type: '11',
      setl_optins: '330100',
      stmt_begndate: '2022-01-21 00:00:00',
      stmt_enddate: '2022-01-21 23:59:59',
      medfee_sumamt: '-12.50',
      fund_pay_sumamt: '0',
      acct_pay: 0,
      fixmedins_setl_cnt: '3',
      refd_setl_flag: 'NULL',
    }
    const read = good(readInput('3201', { data })).data
    expect(read).toMatchObject({ stmt_enddate: '2022-01-21', medfee_sumamt: -1250, fixmedins_setl_cnt: 3 })
    expect(read).not.toHaveProperty('refd_setl_flag')
  })

  test('fields only Hunan demands are not demanded', () => {
    expect(readInput('2201', visit2201).ok).toBe(true)
  })

  test.each(['V1.0', '1.0.0', '1.0', '1', 1])('version %s', (infver) => {
    const read = good(readRequest(JSON.stringify({ ...envelope('2207A', {}), infver })))
    expect(read.version).toBe('1.0')
    expect(knownInfno(read.infno)).toBe('2207')
  })

  test.each(['H33010000001202201211447420001', '20220121144742000100020003', '202302271447422206A01'])(
    'msgid %s',
    (msgid) => {
      expect(good(readRequest(JSON.stringify({ ...envelope('2206A', {}), msgid }))).msgid).toBe(msgid)
    },
  )

  test('a long number is never rounded', () => {
    const text = JSON.stringify(envelope('2404', { data: { psn_no: 'PSN', mdtrt_id: mdtrtId } }))
    const read = good(readRequest(text.replace('"PSN"', psnNo)))
    expect(good(readInput('2404', read.input)).data.psn_no).toBe(psnNo)
  })

  test('enciphered input stays the text it is', () => {
    expect(good(readRequest(JSON.stringify(envelope('2207', 'QmFzZTY0')))).input).toBe('QmFzZTY0')
  })

  test('an answer of a reversal is negative, and its cash may be spelt pdn_cash_pay', () => {
    const setlinfo = { mdtrt_id: mdtrtId, setl_id: mdtrtId, medfee_sumamt: -1200, pdn_cash_pay: -1200 }
    expect(good(readOutput('2208', { setlinfo, setldetail: null }))).toMatchObject({
      setlinfo: { medfee_sumamt: -120_000, psn_cash_pay: -120_000 },
      setldetail: [],
    })
  })
})
