import type { CliFault } from '../command.ts'

/** More than anybody mends in one sitting; the rest is counted. */
const MOST = 1000

/** Where in a file something is wrong. */
export interface Place {
  /** as spreadsheets and editors count, from 1 */
  readonly row: number
  /** heading of the column as it stands in the file; absent when the row as a whole is wrong */
  readonly column?: string
}

/** Collects what is wrong with a file: the first thousand faults with their sentences, and how many there are. */
export class Faults {
  readonly #kept: CliFault[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  /** Adds a fault; the sentences say what is wrong and how to mend it, the place is put in front. */
  add({ row, column }: Place, code: string, zh: string, en: string): void {
    this.#count += 1
    if (this.#kept.length >= MOST) return
    const at = column === undefined ? {} : { column }
    const where = column === undefined ? ['', ''] : [`“${column}”`, `, ${column}`]
    this.#kept.push({
      code,
      row,
      ...at,
      zh: `第 ${row} 行${where[0]}：${zh}`,
      en: `Row ${row}${where[1]}: ${en}`,
    })
  }

  /** Everything that was kept, and one line for those that were not. */
  list(): CliFault[] {
    const more = this.#count - this.#kept.length
    if (more === 0) return this.#kept
    return [
      ...this.#kept,
      {
        code: 'more-faults',
        zh: `另有 ${more} 处问题未列出。请先改正以上各处，再检查一次。`,
        en: `There are ${more} more faults. Mend those above first and check again.`,
        more,
      },
    ]
  }
}
