import { booksDefects } from './defects-of-books.ts'
import { careDefects } from './defects-of-cares.ts'
import { stayDefects } from './defects-of-stays.ts'
import { allowing, edited, onRefusal, onSuccess, refusing, type Defect, type Json } from './plants.ts'
import type { Plant } from './proxy.ts'

const settled = (change: (info: Json, output: Json) => void) =>
  onSuccess(['2207', '2207A'], ({ output }) => change(output.setlinfo, output))

const hasRow = (input: Json, test: (row: Json) => boolean) => [input?.feedetail ?? []].flat().some(test)

const careless: readonly Defect[] = [
  {
    what: 'infcode is a text now and then',
    check: 'reply-infcode',
    plant: onSuccess(['2206', '2206A'], (json) => (json.infcode = '0')),
  },
  {
    what: 'err_msg says success',
    check: 'reply-err-msg',
    plant: onSuccess([], (json) => (json.err_msg = '成功')),
  },
  {
    what: 'the id of the reply is short',
    check: 'reply-id',
    plant: onSuccess([], (json) => (json.inf_refmsgid = String(json.inf_refmsgid).slice(0, 20))),
  },
  {
    what: 'all replies have one id',
    check: 'reply-id',
    plant: onSuccess([], (json) => (json.inf_refmsgid = '330600202010150900000000000001')),
  },
  {
    what: 'times have fourteen digits',
    check: 'reply-times',
    plant: onSuccess([], (json) => (json.respond_time = String(json.respond_time).slice(0, 14))),
  },
  {
    what: 'the answer is before the question',
    check: 'reply-times',
    plant: onSuccess([], (json) => (json.respond_time = '20190101000000000')),
  },
  {
    what: 'a line end stands in the reply',
    check: 'reply-json',
    plant: (reply) => ({ ...reply, text: `${reply.text}\r\n` }),
  },
  {
    what: 'a transaction without output answers an object',
    check: 'reply-no-output',
    plant: onSuccess(['2203A', '2601'], (json) => (json.output = {})),
  },
  {
    what: 'a refusal gives no reason',
    check: 'reply-refusal',
    plant: onRefusal((json) => (json.err_msg = '')),
  },
  {
    what: 'a refusal shows the inside of the program',
    check: 'reply-no-leak',
    plant: onRefusal((json) => (json.err_msg = '系统错误 at SettleService.settle(SettleService.java:42)')),
  },
  {
    what: 'amounts have three decimals',
    check: 'reply-amounts',
    plant: settled((info) => (info.balc = 12.345)),
  },
  {
    what: 'an id holds a blank and is too long',
    check: 'reply-keys',
    plant: settled((info) => (info.setl_id = `S ${'1'.repeat(40)}`)),
  },
  {
    what: 'refusals have HTTP status 500',
    check: 'reply-status',
    plant: (reply) => (/"infcode":-1/.test(reply.text) ? { ...reply, status: 500 } : reply),
  },
  {
    what: 'a repeated message settles a second time',
    check: 'once-same-msgid',
    plant: (reply, { infno, msgid }, before) =>
      infno === '2207' && before.has(msgid)
        ? edited(reply, (json) => json.output && (json.output.setlinfo.setl_id = `S${Date.now()}`))
        : reply,
  },
  { what: 'two at once become two settlements', check: 'once-at-once', plant: twice() },
  {
    what: 'the same fees settle again under another msgid',
    check: 'once-second-settlement',
    plant: allowing(({ infno }) => infno === '2207'),
  },
  {
    what: 'another content under the same msgid is taken',
    check: 'once-other-content',
    plant: allowing(({ infno }) => infno === '2207'),
  },
  {
    what: '2601 takes back what was taken back',
    check: 'reverse-after-cancel',
    plant: allowing(({ infno }) => infno === '2601'),
  },
  {
    what: 'a cancellation is done twice',
    check: 'cancel-once',
    plant: allowing(({ infno }) => infno === '2208'),
  },
  {
    what: '2601 says no to a settlement that stands',
    check: 'reverse-lost',
    plant: refusing(({ infno }) => infno === '2601'),
  },
  {
    what: 'settled fees can be withdrawn',
    check: 'fees-withdrawn',
    plant: allowing(({ infno }) => infno === '2205'),
  },
  {
    what: 'a wrong signature gets a business refusal',
    check: 'refuse-signature',
    plant: (reply) =>
      reply.status === 401
        ? { status: 200, text: '{"infcode":-1,"err_msg":"签名错误","output":null}' }
        : reply,
  },
  {
    what: 'an unknown number is accepted',
    check: 'refuse-unknown-number',
    plant: allowing(({ infno }) => infno === '0000'),
  },
  {
    what: 'a hospital may act for another',
    check: 'refuse-other-institution',
    plant: allowing(
      ({ infno, body }) => infno === '1101' && !body.includes('"fixmedins_code":"H33060200001"'),
    ),
  },
  {
    what: 'amounts of three decimals are taken',
    check: 'refuse-amount',
    plant: allowing(({ input }) => /\.\d{3}$/.test(String(input?.data?.medfee_sumamt))),
  },
  {
    what: 'a total that is not that of the lines is taken',
    check: 'refuse-total',
    plant: allowing(({ infno }) => infno === '2207'),
  },
  {
    what: 'a wrong identity number finds somebody',
    check: 'refuse-identity',
    plant: allowing(({ infno }) => infno === '1101'),
  },
  {
    what: 'another person’s visit can be settled',
    check: 'refuse-other-person',
    plant: allowing(({ infno }) => infno === '2207'),
  },
  {
    what: 'rows must be rows',
    check: 'shape-object-for-rows',
    plant: refusing(({ input }) => input?.feedetail !== undefined && !Array.isArray(input.feedetail)),
  },
  {
    what: 'numbers must be texts',
    check: 'shape-numbers',
    plant: refusing(({ input }) => hasRow(input, (row) => typeof row?.cnt === 'number')),
  },
  {
    what: 'a numeric field may not be empty',
    check: 'shape-empty-number',
    plant: refusing(({ input }) => hasRow(input, (row) => row?.prd_days === '')),
  },
  {
    what: 'a day is no time',
    check: 'shape-bare-day',
    plant: refusing(({ input }) => hasRow(input, (row) => /^\d{4}-\d\d-\d\d$/.test(row?.fee_ocur_time))),
  },
  {
    what: 'unknown keys are refused',
    check: 'shape-unknown-keys',
    plant: refusing(({ body }) => body.includes('zzz_unknown')),
  },
  {
    what: 'keys must be spelt as printed',
    check: 'shape-spelling',
    plant: refusing(({ body }) => body.includes('psn_No')),
  },
  {
    what: 'exp_content must be text',
    check: 'shape-extension',
    plant: refusing(
      ({ input }) => typeof input?.data?.exp_content === 'object' && input.data.exp_content !== null,
    ),
  },
  {
    what: 'one version only',
    check: 'shape-version',
    plant: refusing(({ body }) => body.includes('"infver":"1"')),
  },
  {
    what: 'a msgid must have 30 characters',
    check: 'shape-msgid',
    plant: refusing(({ msgid }) => msgid.length < 29),
  },
  {
    what: 'numbers with A are unknown',
    check: 'shape-a-form',
    plant: refusing(({ infno }) => infno === '2207A'),
  },
  {
    what: 'codes must have their zero',
    check: 'shape-code-zero',
    plant: refusing(({ body }) => body.includes('"vali_flag":"01"')),
  },
  { what: 'one address only', check: 'shape-address', plant: refusing(({ path }) => path.endsWith('/2201')) },
  {
    what: 'a name of the standard’s twenty characters only',
    check: 'shape-envelope',
    plant: refusing(({ body }) => body.includes('分院')),
  },
  {
    what: 'no number for signing in',
    check: 'shape-sign-in',
    plant: onSuccess(['9001'], ({ output }) => (output.signinoutb.sign_no = '')),
  },
]

/** Every defect; each is found by its own check. */
export const defects: readonly Defect[] = [...careDefects, ...careless, ...stayDefects, ...booksDefects]

/** Of two of one msgid the second gets a number of its own. */
function twice(): Plant {
  const given = new Map<string, number>()
  return (reply, { infno, msgid }) => {
    if (infno !== '2207') return reply
    const times = (given.get(msgid) ?? 0) + 1
    given.set(msgid, times)
    return times === 1
      ? reply
      : edited(reply, (json) => json.output && (json.output.setlinfo.setl_id = `S${times}`))
  }
}
