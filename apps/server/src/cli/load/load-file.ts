import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { record, SYSTEM } from '../../modules/audit/index.ts'
import { listOffices } from '../../modules/organisations/index.ts'
import { inTransaction } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { CommandFailed } from '../command.ts'
import { readHeading, readRow, type Columns, type Heading, type RecordOf } from './column.ts'
import { Faults } from './faults.ts'
import type { Item, Kind, Loading, Written } from './kind.ts'
import { Seen } from './seen.ts'
import { tableRows } from './table.ts'

export interface LoadAnswer {
  /** rows of the file, without the heading */
  readonly rows: number
  /** rows of the database that were added or changed; absent after a dry run */
  readonly written?: Written
  /** headings nobody asked for; such columns were left out */
  readonly ignoredColumns: readonly string[]
}

export interface LoadOptions {
  readonly regionCode: string
  /** check only */
  readonly dryRun?: boolean
  /** told now and then how far it is */
  readonly progress?: (stage: 'checking' | 'loading', rows: number, of?: number) => void
}

/**
 * Checks a file whole and then stores it in batches. Throws `CommandFailed` with every fault, having stored nothing. A load
 * that was cut short is made whole by loading the same file again.
 */
export async function loadFile<C extends Columns>(
  name: string,
  kind: Kind<C>,
  file: string,
  { database, clock }: Pick<Deps, 'database' | 'clock'>,
  { regionCode, dryRun = false, progress = () => undefined }: LoadOptions,
): Promise<LoadAnswer> {
  const db = database.forRegion(regionCode)
  const loading: Loading = {
    regionCode,
    cityOfficeId: await cityOffice(),
    at: clock.now(),
    today: clock.today(),
  }
  const { rows, ignoredColumns } = await check()
  if (dryRun && kind.batch !== undefined) return { rows, ignoredColumns }
  const written = await store()
  return { rows, ...(!dryRun && { written }), ignoredColumns }

  async function cityOffice(): Promise<string> {
    const office = (await listOffices(db, regionCode)).find(({ level }) => level === 'city')
    if (office) return office.id
    throw new CommandFailed(1, {
      code: 'city-not-founded',
      zh: `城市 ${regionCode} 尚未开通。请先运行 yichuang found --region ${regionCode} …（见 yichuang found --help）。`,
      en: `The city ${regionCode} is not open yet. Run yichuang found --region ${regionCode} … first (see yichuang found --help).`,
    })
  }

  async function check() {
    const faults = new Faults()
    const seen = new Map<string, Seen>()
    const seenOf = (of: string) => {
      const known = seen.get(of) ?? new Seen()
      seen.set(of, known)
      return known
    }
    let rows = 0
    let heading: Heading<C> | undefined
    for await (const entry of entries(faults)) {
      heading = entry.heading
      if (!entry.row) continue
      rows += 1
      if (rows % 1000 === 0) progress('checking', rows)
      const { item } = entry
      if (!item) continue
      kind.check?.(
        item,
        (column, code, zh, en) =>
          faults.add({ row: item.row, ...titleOf(entry.heading, column) }, code, zh, en),
        seenOf,
        regionCode,
      )
    }
    if (!heading || (rows === 0 && faults.count === 0))
      throw new CommandFailed(1, {
        code: 'file-empty',
        zh: `文件 ${file} 没有数据。第一行应为表头，其下每行一条。`,
        en: `The file ${file} holds no data. The first row is the heading, each row below it one entry.`,
      })
    if (faults.count > 0) throw new CommandFailed(1, ...faults.list())
    return { rows, ignoredColumns: heading.ignored }
  }

  /** The heading by itself, then each row with what was read from it, unless something in it is a fault. */
  async function* entries(faults: Faults) {
    const reading = { today: clock.today(), regionCode }
    let heading: Heading<C> | undefined
    for await (const row of tableRows(file)) {
      if (!heading) {
        heading = readHeading(kind.columns, row, faults)
        yield { heading }
        if (faults.count > 0) return
        continue
      }
      const values = readRow(kind.columns, heading, row, reading, faults)
      const item: Item<RecordOf<C>> | undefined = values && { row: row.number, values }
      yield { heading, row, item }
    }
  }

  async function store(): Promise<Written> {
    const total: Record<string, number> = {}
    const size = kind.batch ?? Infinity
    let stored = 0
    let batch: Item<RecordOf<C>>[] = []
    const faults = new Faults()
    const sha256 = await hashOf(file)
    for await (const { item } of entries(faults)) {
      if (faults.count > 0) throw changedMeanwhile()
      if (item) batch.push(item)
      if (batch.length >= size) await flush()
    }
    if (batch.length > 0) await flush()
    return total

    async function flush(): Promise<void> {
      try {
        await inTransaction(db, async (db) => {
          // The first batch tells the trail whose file this is; how far it came is seen in the rows.
          if (stored === 0 && !dryRun) await recordLoad(db, sha256)
          const written = await kind.store(db, batch, loading, (row, code, zh, en) =>
            faults.add({ row }, code, zh, en),
          )
          if (faults.count > 0) throw new CommandFailed(1, ...faults.list())
          if (dryRun) throw DRY_RUN
          for (const [key, count] of Object.entries(written)) total[key] = (total[key] ?? 0) + count
        })
      } catch (error) {
        if (error !== DRY_RUN) throw error
      }
      stored += batch.length
      batch = []
      if (!dryRun) progress('loading', stored)
    }
  }

  function recordLoad(db: Parameters<typeof record>[0], sha256: string): Promise<void> {
    const { at, cityOfficeId } = loading
    const detail = { kind: name, file: path.basename(file), sha256 }
    return record(db, {
      regionCode,
      stream: `office:${cityOfficeId}`,
      actor: SYSTEM,
      at,
      act: 'data-loaded',
      detail,
    })
  }

  function changedMeanwhile(): CommandFailed {
    return new CommandFailed(1, {
      code: 'file-changed',
      zh: `文件 ${file} 在导入过程中被改动。请在改完后重新导入；已导入的行不会重复。`,
      en: `The file ${file} was changed while it was loaded. Load it again once it is done; rows that are in are not doubled.`,
    })
  }
}

/** Ends a transaction that was only a rehearsal. */
const DRY_RUN = new Error('nothing is kept of a dry run')

function titleOf<C extends Columns>({ places, titles }: Heading<C>, column: (keyof C & string) | undefined) {
  const place = column === undefined ? undefined : places[column]
  return place === undefined ? {} : { column: titles[place]! }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}
