import { describe, expect, test } from 'vitest'
import {
  personNumber,
  plainProfile,
  readReply,
  recordId,
  replyId,
  timestamp17,
  writeGatewayRefusal,
  writeOutput,
  writeRefusal,
  writeReply,
} from '../src/index.ts'
import { mdtrtId, psnNo } from './samples.ts'

const instant = new Date('2022-01-21T06:47:42.015Z')
const frame = {
  region: '330000',
  receivedAt: instant,
  respondedAt: new Date('2022-01-21T16:00:00.000Z'),
  sequence: 159_618_450,
  profile: plainProfile,
}

describe('replies are what real clients read', () => {
  test('success', () => {
    const text = writeReply(
      frame,
      writeOutput('2201', { data: { mdtrt_id: mdtrtId, psn_no: psnNo, ipt_otp_no: 'MZ0001' } }),
    )
    expect(JSON.parse(text)).toEqual({
      infcode: 0,
      inf_refmsgid: '330000202201211447420159618450',
      refmsg_time: '20220121144742015',
      respond_time: '20220122000000000',
      err_msg: null,
      warn_msg: null,
      cainfo: null,
      signtype: null,
      output: { data: { mdtrt_id: mdtrtId, psn_no: psnNo, ipt_otp_no: 'MZ0001', exp_content: null } },
    })
  })

  test('success as the clients of one province read it, without output', () => {
    const text = writeReply(
      { ...frame, profile: { infcode: 'text', onSuccess: '成功' } },
      writeOutput('2202', null),
    )
    expect(JSON.parse(text)).toMatchObject({ infcode: '0', err_msg: '成功', output: null })
    expect(readReply(text)).toMatchObject({ ok: true, value: { accepted: true, output: null } })
  })

  test('refusal: no id, no output, a reason of at most 200 characters', () => {
    const refusal = JSON.parse(writeRefusal(frame, '错'.repeat(300)))
    expect(refusal).toMatchObject({ infcode: -1, inf_refmsgid: null, output: null })
    expect(refusal.err_msg).toHaveLength(200)
    expect(readReply(writeRefusal(frame, '不能办理'))).toMatchObject({
      value: { accepted: false, id: undefined, reason: '不能办理' },
    })
  })

  test('refusal of the gateway', () => {
    expect(writeGatewayRefusal('wrong-signature')).toBe('{"code":401,"message":"签名不一致!"}')
    expect(readReply(writeGatewayRefusal('wrong-signature'))).toMatchObject({
      value: { accepted: false, reason: '签名不一致!' },
    })
  })

  test('amounts are numbers of yuan, and fields without a value are null', () => {
    const output = writeOutput('2205', null)
    expect(output).toBeNull()
    const settled = writeOutput('2208', {
      setlinfo: { mdtrt_id: mdtrtId, setl_id: mdtrtId, medfee_sumamt: -120_001 },
      setldetail: [],
    } as never) as { setlinfo: Record<string, unknown> }
    expect(settled.setlinfo).toMatchObject({ medfee_sumamt: -1200.01, psn_name: null })
    expect(() =>
      writeOutput('2208', { setlinfo: { medfee_sumamt: Number.NaN }, setldetail: [] } as never),
    ).toThrow(RangeError)
  })

  test('ids have the lengths real ones have', () => {
    expect(timestamp17(instant)).toHaveLength(17)
    expect(replyId('330000', instant, 1)).toHaveLength(30)
    expect(recordId('330100', instant, 17)).toBe('330100164274766201500000000017')
    expect(personNumber('330100', 12_345)).toBe('33010000000000000000012345')
    expect(() => personNumber('3301', 1)).toThrow(RangeError)
    expect(() => replyId('330000', instant, 1e11)).toThrow(RangeError)
  })
})
