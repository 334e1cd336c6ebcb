import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownInfno, readInput, readRequest } from '../src/index.ts'
import { envelope, feeLine, settle2207, visit2201 } from './samples.ts'

const seeds = [
  JSON.stringify(envelope('2201', visit2201)),
  JSON.stringify(envelope('2204', { feedetail: [feeLine, { ...feeLine, feedetl_sn: '2' }] })),
  JSON.stringify(envelope('2207A', settle2207)),
]

/** What a careless or hostile client puts where a value or key should be. */
const PIECES = [
  'null',
  '""',
  '"NaN"',
  'NaN',
  '-1',
  '"-4.52"',
  '1e2',
  '4.525',
  '4.520',
  '"4.5200"',
  '"0x10"',
  '[]',
  '{}',
  '[[]]',

  'true',
  '"\\u0000"',
  '"\\ud800"',
  '" "',
  '"张三"',
  '"１２.３４"',
  '99999999999999999999',
  '0.1',
  '"00"',
  '-0',
  '"+1"',

  '"psnNo":"Z9",',
  '"PSN_NO":1,',
  '"__proto__":{"psn_no":"x"},',
  '"infno":"2208",',
  '"fixmedinsCode":"P1",',
  '"medfeeSumamt":"9.99",',
  '\\',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '9',
  '.',
  'e',
  '-',
  '\u0000',
]

/** Small generator of its own: 25,000 messages must take seconds. Any 32 bits start it. */
function randomFrom(start: number): (below: number) => number {
  let state = start | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function mutate(text: string, random: (below: number) => number): string {
  let result = text
  for (let times = 1 + random(3); times > 0; times--) {
    const piece = PIECES[random(PIECES.length)]!
    const values = [...result.matchAll(/(?<=":)(?:"[^"]*"|-?[\d.]+)/g)]
    const target = values[random(values.length || 1)]
    const at = target && random(3) > 0 ? target.index : random(result.length)
    const length = target?.index === at ? target[0].length : random(4)
    const opening = piece.endsWith(',') ? result.indexOf('{', random(result.length)) + 1 : at
    result = result.slice(0, opening) + piece + result.slice(piece.endsWith(',') ? opening : at + length)
  }
  return result
}

/** What holds for every message taken, written down a second time without the reader. */
function looksRight(value: unknown, key = ''): boolean {
  if (Array.isArray(value)) return value.every((each) => looksRight(each, key))
  if (typeof value === 'object' && value !== null && key !== 'exp_content')
    return Object.entries(value).every(([name, each]) => looksRight(each, name))
  if (['psn_no', 'mdtrt_id'].includes(key)) return typeof value === 'string' && /^[\w-]{1,30}$/.test(value)
  if (/_(amt|sumamt|selfpay)$/.test(key)) return Number.isSafeInteger(value) && (value as number) >= 0
  if (key === 'cnt' || key === 'pric') return /^\d{1,12}(\.\d{1,6})?$/.test(String(value))
  return key !== 'acct_used_flag' || ['0', '1', '2'].includes(value as string)
}

/** The amounts of the text itself, every digit of them, where the transactions of the seeds have amounts. */
function sentAmountsAreExact(text: string): boolean {
  const whole = JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value,
  ) as { infno?: string; input?: { data?: unknown; feedetail?: unknown } }
  const rows = whole.infno === '2201' ? [] : [whole.input?.data, whole.input?.feedetail].flat()
  return rows.every((row) =>
    Object.entries(row ?? {}).every(
      ([key, sent]) =>
        !/^(medfee_?sumamt|det_item_fee_sumamt|.*_amt|overlmt_selfpay)$/i.test(key) ||
        sent === null ||
        (typeof sent === 'string' && /^(|null|NULL|\d{1,13}(\.\d{1,2}0*)?|-0|\d+e\d)$/.test(sent.trim())),
    ),
  )
}

test('25,000 mutated messages: none throws, and none is taken whose amounts or keys are wrong', () => {
  let taken = 0
  let refused = 0
  const random = randomFrom(20_221_122)
  for (let count = 0; count < 25_000; count++) {
    const text = mutate(seeds[count % seeds.length]!, random)
    const request = readRequest(text)
    const infno = request.ok ? knownInfno(request.value.infno) : undefined
    if (!request.ok || infno === undefined) {
      refused++
      continue
    }
    const input = readInput(infno, request.value.input)
    if (!input.ok) {
      refused++
      if (input.fault.sentences['zh-CN'].length > 200) throw new Error('A reason must fit into err_msg')
      continue
    }
    taken++
    if (!looksRight(input.value) || !sentAmountsAreExact(text)) throw new Error(`Taken, and wrong: ${text}`)
    if (!/^[\w-]{1,30}$/.test(request.value.fixmedinsCode)) throw new Error(`Taken from nobody: ${text}`)
  }
  // Both must happen often, or the mutations prove nothing.
  expect(taken).toBeGreaterThan(2_000)
  expect(refused).toBeGreaterThan(2_000)
})

test('any text and any JSON is read without throwing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
      (text) => typeof readRequest(text).ok === 'boolean',
    ),
    { numRuns: 500, seed: 4 },
  )
  fc.assert(
    fc.property(
      fc.constantFrom('2201', '2204', '4101', '4102', '5204', '9002'),
      fc.jsonValue(),
      (infno, input) => {
        expect(readInput(infno as '2201', input)).toHaveProperty('ok')
        expect(readInput(infno as '2201', { data: input, feedetail: input, setlinfo: input })).toHaveProperty(
          'ok',
        )
      },
    ),
    { numRuns: 500, seed: 4 },
  )
})
