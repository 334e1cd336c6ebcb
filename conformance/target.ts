import { readFileSync } from 'node:fs'
import { profileNames } from '../apps/server/src/modules/hospital/front/profiles/index.ts'
import { isSm2PublicKey } from '../apps/server/src/platform/sm2.ts'
import type { Line } from '../hospital/client/messages.ts'
import type { BookRow } from './books.ts'
import type { StationOptions } from '../hospital/client/station.ts'
import { BILL, connectionOf, dayOf, patientsOf, pharmacyOf, stationOptions } from '../hospital/demo.ts'

/** The centre under examination, with what it must know: an institution, somebody insured, and a bill. */
export interface Target {
  readonly station: StationOptions
  /** a pharmacy of the same centre; without one purchases are not examined */
  readonly pharmacy?: StationOptions | undefined
  /** somebody with a valid enrolment whose out-patient care the centre settles */
  readonly idNumber: string
  readonly lines: readonly Line[]
  /** Moves the centre to the next day; false where it cannot be: only a demonstration's day can. */
  readonly moveOn?: () => Promise<boolean>
  /** what an examination of a day before has settled, to be reconciled */
  readonly books?: DayBooks | undefined
  /** what the centre puts into `err_msg` on success; null and an empty text are always right */
  readonly successWord?: string | undefined
}

/** Books of one day, as an examination writes them for the next one. */
export interface DayBooks {
  readonly day: string
  readonly rows: readonly BookRow[]
  readonly reversed: readonly BookRow[]
}

/** Asked wrongly: which file or value, and how to mend it. */
export class TargetFault extends Error {
  override readonly name = 'TargetFault'
}

/** A demonstration server as a target: its own institutions, people and catalogue. */
export async function demoTarget(url: string, profile?: string): Promise<Target> {
  const name = profileNames.find((one) => one === profile)
  if (profile !== undefined && name === undefined)
    throw new TargetFault(
      `没有接入方式 ${profile}，可用：${profileNames.join('、')}。 There is no profile ${profile}.`,
    )
  const connection = connectionOf(name)!
  const patient = patientsOf(connection.regionCode).find(({ employee }) => employee)!
  const day = await dayOf(url)
  return {
    station: stationOptions(url, connection, day),
    pharmacy: stationOptions(url, pharmacyOf(connection)!, day),
    idNumber: patient.idNumber,
    lines: BILL,
    moveOn: () => day.moveOn(),
  }
}

/** Reads a target from a file; README.md has an example. `url` wins over the one in the file. */
export function readTarget(file: string, url?: string): Target {
  const json = readJson(file)
  const text = (key: string, fallback?: string): string => {
    const value = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], json)
    if (typeof value === 'string' && value !== '') return value
    if (fallback !== undefined) return fallback
    throw new TargetFault(`${file} 缺少 ${key}。请照 README.md 的例子补上。 ${key} is missing.`)
  }
  const profile = profileNames.find((one) => one === text('profile'))
  if (!profile)
    throw new TargetFault(`${file} 的 profile 应为 ${profileNames.join('、')} 之一。 profile is unknown.`)
  const [privateKey, publicKey] = [text('sm2.privateKey', ''), text('sm2.publicKey', '')]
  if (publicKey !== '' && !isSm2PublicKey(publicKey))
    throw new TargetFault(`${file} 的 sm2.publicKey 不是 SM2 公钥。 sm2.publicKey is no SM2 key.`)
  const lines = (json['lines'] ?? []) as readonly Line[]
  if (
    !Array.isArray(lines) ||
    lines.length === 0 ||
    lines.some((line) => !/^\d+(\.\d{1,2})?$/.test(line.price))
  )
    throw new TargetFault(
      `${file} 的 lines 应为费用明细，每条有 code、name、count、price。 lines must be fee lines.`,
    )
  const own = privateKey === '' ? {} : { own: { privateKey, publicKey } }
  /** the institution whose fields begin with `at` */
  const stationAt = (at: string): StationOptions => ({
    url: (url ?? text('url')).replace(/\/+$/, ''),
    entry: text('entry', '/fsi/api/rsfComIfsService/callService'),
    institution: {
      code: text(`${at}institution.code`),
      name: text(`${at}institution.name`),
      region: text(`${at}institution.region`, text('institution.region')),
    },
    profile,
    party: {
      accessKey: text(`${at}accessKey`, text(`${at}institution.code`)),
      keys: { secret: text(`${at}secret`, '-') },
      ...own,
    },
    today: () => text('today', new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)),
  })
  return {
    station: stationAt(''),
    ...(json['pharmacy'] !== undefined && { pharmacy: stationAt('pharmacy.') }),
    idNumber: text('idNumber'),
    lines,
    successWord: json['successWord'] === undefined ? undefined : text('successWord'),
  }
}

/** Reads the books an examination before has written. */
export function readBooks(file: string): DayBooks {
  const { day, rows, reversed } = readJson(file) as Partial<DayBooks>
  if (typeof day === 'string' && Array.isArray(rows) && Array.isArray(reversed))
    return { day, rows, reversed }
  throw new TargetFault(
    `${file} 不是检查写出的 books.json。请指定上次报告目录中的那一份。 The file is no books of an examination.`,
  )
}

function readJson(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch (error) {
    throw new TargetFault(`无法读取 ${file}：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
