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
  // A key the transaction does not have is passed over, whatever stands under it.
  const foreign = whole.infno === '2204' ? /^medfee/i : /^det_/i
  const rows = whole.infno === '2201' ? [] : [whole.input?.data, whole.input?.feedetail].flat()
  return rows.every((row) =>
    Object.entries(row ?? {}).every(
      ([key, sent]) =>
        foreign.test(key) ||
        !/^(medfee_?sumamt|det_item_fee_sumamt|.*_amt|overlmt_selfpay)$/i.test(key) ||
        sent === null ||
        (typeof sent === 'string' &&
          /^(|null|NULL|\d{1,13}(\.\d{1,2}0*)?|-0+(\.0+)?|\d+e\d)$/.test(sent.trim())),
    ),
  )
}

/** How many mutated messages were taken and refused. Throws an Error that holds the message where one was taken wrongly. */
export function readMutated(
  messages: number,
  start: number,
): { taken: number; refused: number; slowestMs: number } {
  let [taken, refused, slowestMs] = [0, 0, 0]
  const random = randomFrom(start)
  for (let count = 0; count < messages; count++) {
    const text = mutate(seeds[count % seeds.length]!, random)
    const began = performance.now()
    const input = readOne(text)
    slowestMs = Math.max(slowestMs, performance.now() - began)
    if (input === undefined) refused++
    else {
      taken++
      if (!looksRight(input) || !sentAmountsAreExact(text)) throw new Error(`Taken, and wrong: ${text}`)
    }
  }
  return { taken, refused, slowestMs }
}

function readOne(text: string): unknown {
  const request = readRequest(text)
  const infno = request.ok ? knownInfno(request.value.infno) : undefined
  if (!request.ok || infno === undefined) return undefined
  const input = readInput(infno, request.value.input)
  if (!input.ok) {
    if (input.fault.sentences['zh-CN'].length > 200) throw new Error('A reason must fit into err_msg')
    return undefined
  }
  if (!/^[\w-]{1,30}$/.test(request.value.fixmedinsCode)) throw new Error(`Taken from nobody: ${text}`)
  return input.value
}
