import type { HsaParsed } from './faults.ts'
import { sameAs } from './generated/numbers.ts'
import { transactions } from './generated/transactions.ts'
import type { Infno, Messages } from './generated/transactions.ts'
import { readNodes } from './read-nodes.ts'
import { writeNodes } from './write-nodes.ts'

const ASKED = { negative: false, demanding: true } as const
const ANSWERED = { negative: true, demanding: false } as const

/** The transaction a number stands for: `2206A` has the nodes of `2206`. Undefined for a number nobody knows. */
export function knownInfno(infno: string): Infno | undefined {
  const plain = Object.hasOwn(sameAs, infno) ? sameAs[infno]! : infno
  return Object.hasOwn(transactions, plain) ? (plain as Infno) : undefined
}

/** Reads what an institution asks: `input` of its message, as JSON already parsed. */
export function readInput<N extends Infno>(infno: N, input: unknown): HsaParsed<Messages[N]['input']> {
  return readNodes(transactions[infno].input, input, ASKED) as HsaParsed<Messages[N]['input']>
}

/** Writes what a client asks. */
export function writeInput<N extends Infno>(infno: N, input: Messages[N]['input']): unknown {
  return writeNodes(transactions[infno].input, input)
}

/** Reads what a centre answers. Centres leave fields out that the texts demand, so nothing is missed. */
export function readOutput<N extends Infno>(infno: N, output: unknown): HsaParsed<Messages[N]['output']> {
  return readNodes(transactions[infno].output, output, ANSWERED) as HsaParsed<Messages[N]['output']>
}

/** Writes what the centre answers. */
export function writeOutput<N extends Infno>(infno: N, output: Messages[N]['output']): unknown {
  return writeNodes(transactions[infno].output, output)
}
