// The order of these words is the stored form: new ones go at the end.
export const INSURANCES = ['employee', 'resident'] as const
export const KINDS = ['inpatient', 'outpatient'] as const
export const LEVELS = ['primary', 'secondary', 'tertiary'] as const
export const CARE_PLACES = ['local', 'out-filed', 'out-referred', 'out-unreferred'] as const
export const PERSON_CLASSES = [
  'active',
  'retired',
  'resident-adult',
  'resident-minor',
  'resident-senior',
] as const
export const LINE_CLASSES = ['A', 'B', 'C'] as const

/** Writes bytes and whole numbers of any safe size, seven bits to a byte, the lowest first. */
export class ByteWriter {
  #bytes: Buffer
  #at = 0

  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size)
  }

  byte(value: number): void {
    if (this.#at === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.allocUnsafe(this.#at)])
    this.#bytes[this.#at++] = value
  }

  /** Not negative. */
  whole(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.byte((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  /** A short text, its length before it. */
  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8')
    this.whole(bytes.length)
    for (const byte of bytes) this.byte(byte)
  }

  done(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#at))
  }
}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
  at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get ended(): boolean {
    return this.at >= this.#bytes.length
  }

  byte(): number {
    return this.#bytes[this.at++]!
  }

  whole(): number {
    let byte = this.#bytes[this.at++]!
    if (byte < 128) return byte
    let [value, factor] = [byte & 127, 128]
    do {
      byte = this.#bytes[this.at++]!
      value += (byte & 127) * factor
      factor *= 128
    } while (byte >= 128)
    return value
  }

  text(length: number): string {
    const text = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + this.at, length).toString('utf8')
    this.at += length
    return text
  }
}
