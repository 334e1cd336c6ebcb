import type { Random } from '../../apps/server/src/demo/random.ts'

/** A message before it is signed: the envelope as an object, its input within. */
export type Message = Record<string, unknown>
// oxlint-disable-next-line typescript/no-explicit-any -- any tree, to be spoilt
type Tree = any

/** What a careless or hostile client puts where a value should be. */
const VALUES: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  '-4.52',
  1e21,
  '1e3',
  '4.525',
  0.1 + 0.2,
  '99999999999999.99',
  '１２.３４',
  'NaN',
  'null',
  'undefined',
  true,
  [],
  {},
  [[]],
  [null],
  { toString: 'x' },
  '0000-00-00',
  '2020-02-30 00:00:00',
  '9999-12-31 23:59:59',
  '1970-01-01',
  '20201015',
  '2020-10-15T08:00:00Z',
  '张三',
  '\u0000',
  '\ud800',
  '\u202e',
  '😀'.repeat(30),
  "'; drop table settlement.settlement; --",
  '${7*7}',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '%00%s%n',
  'x'.repeat(5000),
]
/** Codes of lists that mean something else than what was sent. */
const CODES = [
  '0',
  '1',
  '2',
  '3',
  '01',
  '02',
  '11',
  '12',
  '13',
  '14',
  '21',
  '24',
  '41',
  '51',
  '310',
  '390',
  '340',
]
const KEYS = ['__proto__', 'constructor', 'psnNo', 'PSN_NO', 'mdtrtId', 'exp_content', 'infno', 'setl_id', '']

type Slot = { readonly of: Tree; readonly key: string }

/** Every place of a tree that holds a value. */
function slotsOf(tree: Tree, found: Slot[] = []): Slot[] {
  if (typeof tree !== 'object' || tree === null) return found
  for (const key of Object.keys(tree)) {
    found.push({ of: tree, key })
    slotsOf(tree[key], found)
  }
  return found
}

/** `__proto__` too becomes a key of the text. */
function own(of: Tree, key: string, value: unknown): void {
  if (Array.isArray(of)) return
  Object.defineProperty(of, key, { value, enumerable: true, configurable: true, writable: true })
}

type Change = (slot: Slot, random: Random, ids: readonly string[], all: readonly Slot[]) => void

const CHANGES: readonly Change[] = [
  ({ of, key }, random) => (of[key] = structuredClone(random.pick(VALUES))),
  ({ of, key }, random) => (of[key] = random.pick(CODES)),
  ({ of, key }) => (Array.isArray(of) ? of.splice(Number(key), 1) : delete of[key]),
  // Ids of others: another visit, another person, another institution's settlement.
  ({ of, key }, random, ids) => (of[key] = random.pick(ids)),
  ({ of, key }, random, _ids, all) => {
    const other = random.pick(all)
    ;[of[key], other.of[other.key]] = [structuredClone(other.of[other.key]), structuredClone(of[key])]
  },
  ({ of, key }, random) => own(of, random.pick(KEYS), structuredClone(of[key])),
  // The same row many times, a row where rows are due, rows where a row is due.
  ({ of, key }, random) => {
    const value = of[key]
    if (Array.isArray(value))
      of[key] = random.chance(0.5) ? value[0] : Array.from({ length: 1 + random.int(0, 60) }, () => value[0])
    else of[key] = [structuredClone(value), structuredClone(value)]
  },
  // Amounts and quantities a little or much beside what is right.
  ({ of, key }, random) => {
    const number = typeof of[key] === 'object' ? Number.NaN : Number(of[key])
    if (!Number.isFinite(number)) of[key] = `${JSON.stringify(of[key])}1`
    else
      of[key] = String(
        random.pick([number + 0.01, number - 0.01, -number, number * 1e6, number / 3, number * 2]),
      )
  },
  // The type the other way round.
  ({ of, key }) => (of[key] = typeof of[key] === 'string' ? Number(of[key]) : JSON.stringify(of[key])),
  ({ of, key }, random) => {
    let deep: Tree = of[key]
    for (let depth = random.int(1, 40); depth > 0; depth -= 1) deep = { data: deep }
    of[key] = deep
  },
]

/** Changes a place of the message, now and then several. `ids` are keys of others to be put in. */
export function mutateTree(message: Message, ids: readonly string[], random: Random): Message {
  const tree = structuredClone(message)
  for (let times = random.chance(0.7) ? 1 : random.int(2, 4); times > 0; times -= 1) {
    // Mostly the input: the envelope has few keys and says little.
    const below = random.chance(0.85) && tree['input'] ? { input: tree['input'] } : tree
    const slots = slotsOf(below)
    if (slots.length === 0) break
    random.pick(CHANGES)(random.pick(slots), random, ids, slots)
    if (below !== tree) tree['input'] = below['input']
  }
  return tree
}

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ',',
  ':',
  'null',
  '1e999',
  '\u0000',
  '﻿',
  '\\ud800',
  '"a":1,',
  ' '.repeat(300),
]

/** Spoils the text itself: cut, flipped, doubled, deep, or in bytes that are no UTF-8. */
export function mutateText(text: string, random: Random): Buffer {
  switch (random.int(0, 6)) {
    case 0:
      return Buffer.from(text.slice(0, random.int(0, text.length)))
    case 1: {
      const at = random.int(0, text.length)
      return Buffer.from(text.slice(0, at) + random.pick(PIECES) + text.slice(at + random.int(0, 4)))
    }
    case 2: {
      const bytes = Buffer.from(text)
      for (let times = random.int(1, 8); times > 0; times -= 1)
        bytes[random.int(0, bytes.length - 1)] = random.int(0, 255)
      return bytes
    }
    case 3:
      return Buffer.concat([Buffer.from(text), Buffer.from(text)])
    case 4:
      return Buffer.from(text.replace('"input":', `"input":${'['.repeat(random.int(1, 5000))}`))
    case 5:
      return Buffer.from(text.replace('"infno":', '"infno":"9998","infno":'))
    default:
      return Buffer.from(text, random.chance(0.5) ? 'latin1' : 'utf16le')
  }
}
