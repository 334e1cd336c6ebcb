import { readReply } from '@yichuang/hsa'
import type { Db } from '../../platform/db.ts'
import { HospitalFault } from '../hospital/index.ts'
import type { Hospital } from '../organisations/index.ts'
import { centreMessage } from './centre-message.ts'
import type { HubLine } from './hub-line.ts'
import { findRemote, putRemote, type RemoteInstitution } from './institution.queries.ts'

/** An institution's level changes by the year. */
const FRESH_MS = 24 * 3_600_000

/** 医院等级 (hosp_lv): three levels, each with its classes and one without */
const LEVEL_OF: Readonly<Record<string, Hospital['level']>> = {
  ...Object.fromEntries(['1', '2', '3', '4', '12'].map((code) => [code, 'tertiary'])),
  ...Object.fromEntries(['5', '6', '7', '13'].map((code) => [code, 'secondary'])),
  ...Object.fromEntries(['8', '9', '10', '11', '14'].map((code) => [code, 'primary'])),
}

/**
 * An institution of another place: asked of its own centre by 1201 once a day, since its level decides the benefit. What was
 * known yesterday holds while the hub is silent.
 */
export async function remoteInstitution(
  db: Db,
  line: HubLine,
  asked: { readonly code: string; readonly careRegion: string; readonly now: Date },
): Promise<Hospital | undefined> {
  const { code, careRegion, now } = asked
  const known = await findRemote(db, code)
  if (known && now.getTime() - known.askedAt.getTime() < FRESH_MS) return known
  try {
    const found = await askItsCentre(line, asked)
    if (!found) return undefined
    const one: RemoteInstitution = { ...found, askedAt: now }
    await putRemote(db, one)
    return one
  } catch (error) {
    if (known && known.regionCode === cityIn(careRegion)) return known
    throw error
  }
}

async function askItsCentre(
  line: HubLine,
  { code, careRegion, now }: { readonly code: string; readonly careRegion: string; readonly now: Date },
): Promise<Hospital | undefined> {
  const reply = readReply(await line.send(question(code, careRegion, now)))
  if (!reply.ok || !reply.value.accepted)
    throw new HospitalFault(
      `就医地（${careRegion}）中心没有提供医药机构 ${code} 的等级信息，无法按参保地政策结算。请稍后用同一报文ID重发。`,
    )
  const { medinsinfo } = (reply.value.output ?? {}) as { medinsinfo?: unknown }
  const rows = Array.isArray(medinsinfo) ? medinsinfo : [medinsinfo]
  const row = rows.find((one): one is Record<string, unknown> => isRow(one) && one['fixmedins_code'] === code)
  const level = row && LEVEL_OF[textOf(row['hosp_lv'])]
  if (!row || !level) return undefined
  return {
    hospitalCode: code,
    regionCode: cityIn(careRegion),
    territory: careRegion,
    name: typeof row['fixmedins_name'] === 'string' ? row['fixmedins_name'] : code,
    level,
  }
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const isRow = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null

export const cityIn = (region: string): string => `${region.slice(0, 4)}00`

/** 1201 as one centre asks another: by code. */
function question(code: string, careRegion: string, now: Date): string {
  const input = { medinsinfo: { fixmedins_type: '', fixmedins_name: '', fixmedins_code: code } }
  return centreMessage({ infno: '1201', code, careRegion, insuredRegion: '', input, now })
}

/** What an institution of another centre is called, as that centre said when it was asked; undefined when it never was. */
export async function nameElsewhere(db: Db, hospitalCode: string): Promise<string | undefined> {
  return (await findRemote(db, hospitalCode))?.name
}
