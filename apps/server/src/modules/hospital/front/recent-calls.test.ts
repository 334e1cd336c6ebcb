import { expect, it } from 'vitest'
import { callOf, openRecentCalls } from './recent-calls.ts'

const at = new Date('2020-10-15T01:00:00Z')

it('keeps the last thirty calls of each institution, newest first', () => {
  const recent = openRecentCalls(at)
  for (let n = 0; n < 200; n += 1)
    recent.note('H1', { at, infno: String(n), outcome: 'accepted', reason: null })
  recent.note('H2', { at, infno: null, outcome: 'turned-away', reason: 'wrong-signature' })
  expect(recent.of('H1').map(({ infno }) => infno)).toEqual(
    Array.from({ length: 30 }, (_, index) => String(199 - index)),
  )
  expect(recent.of('H2')).toHaveLength(1)
  expect(recent.of('H3')).toEqual([])
})

it.each([
  ['{"infno":"2207","msgid":"1"}', '{"infcode":0,"err_msg":null}', '2207', 'accepted', null],
  ['{ "infno" : "2207" }', '{ "infcode" : "0" , "err_msg":"success" }', '2207', 'accepted', null],
  ['{"infno":"2201"}', '{"infcode":-1,"err_msg":"已经结算"}', '2201', 'refused', '已经结算'],
  ['no json', '{"infcode":"-1","err_msg":"报文不是 JSON"}', null, 'refused', '报文不是 JSON'],
])('reads from %s and %s what was asked and what became of it', (sent, answered, infno, outcome, reason) => {
  expect(callOf(sent, answered, at)).toEqual({ at, infno, outcome, reason })
})
