import { hash } from 'node:crypto'

const EMPTY = 0n

/**
 * Remembers in which row each key came first, in some 20 bytes a key however long the keys are, so that a file of millions
 * of rows can be searched for repetitions. Two keys are taken for one with a chance of 1 in 10 million in a file of a million.
 */
export class Seen {
  #keys = new BigUint64Array(1024)
  #rows = new Uint32Array(1024)
  #prints = new Uint32Array(1024)
  #count = 0

  /**
   * The row in which the key came first, and whether what must agree with it was the same there; undefined for a new key,
   * which is remembered.
   */
  first(
    key: string,
    row: number,
    mustAgree = '',
  ): { readonly row: number; readonly agrees: boolean } | undefined {
    if (this.#count * 2 >= this.#keys.length) this.#grow()
    const digest = hash('sha256', key, 'buffer')
    const print = hash('sha256', mustAgree, 'buffer').readUInt32LE(0)
    const mark = digest.readBigUInt64LE(0) || 1n
    const at = this.#slot(mark)
    if (this.#keys[at] !== EMPTY) return { row: this.#rows[at]!, agrees: this.#prints[at] === print }
    this.#put(at, mark, row, print)
    this.#count += 1
    return undefined
  }

  /** Where the mark is, or where it belongs. */
  #slot(mark: bigint): number {
    const mask = this.#keys.length - 1
    let at = Number(mark & BigInt(mask))
    while (this.#keys[at] !== EMPTY && this.#keys[at] !== mark) at = (at + 1) & mask
    return at
  }

  #put(at: number, mark: bigint, row: number, print: number): void {
    this.#keys[at] = mark
    this.#rows[at] = row
    this.#prints[at] = print
  }

  #grow(): void {
    const [keys, rows, prints] = [this.#keys, this.#rows, this.#prints]
    this.#keys = new BigUint64Array(keys.length * 2)
    this.#rows = new Uint32Array(keys.length * 2)
    this.#prints = new Uint32Array(keys.length * 2)
    for (const [at, mark] of keys.entries())
      if (mark !== EMPTY) this.#put(this.#slot(mark), mark, rows[at]!, prints[at]!)
  }
}
