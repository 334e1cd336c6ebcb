import { connectionsOf, type DemoConnection } from '../apps/server/src/demo/connections.ts'
import { cities } from '../apps/server/src/demo/cities.ts'
import { citizens } from '../apps/server/src/demo/people.ts'
import type { Line } from './client/messages.ts'
import type { WardLine } from './client/stay-messages.ts'
import type { StationOptions } from './client/station.ts'
import type { ProfileName } from '../apps/server/src/modules/hospital/front/profiles/index.ts'

/** Every connection of the demonstration. */
export const connections: readonly DemoConnection[] = cities.flatMap((city) => connectionsOf(city))

/** The connection of an institution, or of the first that signs by a profile. */
export function connectionOf(
  profile: ProfileName | undefined,
  institution?: string,
): DemoConnection | undefined {
  return connections.find(
    (one) =>
      (institution === undefined || one.institutionCode === institution) &&
      (profile === undefined || one.profile === profile),
  )
}

/** The pharmacy of an institution's city; nothing where that is what it is. */
export function pharmacyOf({ regionCode, institutionCode }: DemoConnection): DemoConnection | undefined {
  if (institutionCode.startsWith('P')) return undefined
  return connections.find((one) => one.regionCode === regionCode && one.institutionCode.startsWith('P'))
}

export function stationOptions(url: string, connection: DemoConnection, today: () => string): StationOptions {
  const { institutionCode, institutionName, regionCode, profile, accessKey, secret, own } = connection
  return {
    url,
    institution: { code: institutionCode, name: institutionName, region: regionCode },
    profile,
    party: { accessKey, keys: { secret }, own },
    today,
  }
}

/** People of a city of the demonstration whom one may treat; for employees every demo city has rules of out-patient care. */
export function patientsOf(regionCode: string) {
  return citizens
    .filter(({ cities }) => cities.some((city) => city.regionCode === regionCode))
    .map(({ name, idNumber, personClass }) => ({
      name,
      idNumber,
      employee: !personClass.startsWith('resident'),
    }))
}

/** What a stomach ache costs: items of the made-up catalogue, one dearer than its ceiling, one outside of it. */
export const BILL: readonly Line[] = [
  { code: 'DEMO-FW001', name: '普通门诊诊查费', count: '1', price: '15.00' },
  { code: 'DEMO-FW018', name: '血常规', count: '1', price: '20.00' },
  { code: 'DEMO-FW047', name: '电子胃镜检查', count: '1', price: '260.00' },
  { code: 'DEMO-FW040', name: '头颅CT平扫', count: '1', price: '220.00' },
  { code: 'DEMO-FW043', name: '腰椎磁共振平扫', count: '1', price: '560.00' },
  { code: 'DEMO-YP028', name: '奥美拉唑肠溶胶囊', count: '2', price: '31.65' },
  { code: 'DEMO-FW061', name: '院外会诊', count: '1', price: '100.00' },
]

/** What a pneumonia of six days costs, in the two batches in which the ward uploads it. */
export const WARD_BILLS: readonly (readonly WardLine[])[] = [
  [
    { code: 'DEMO-FW018', name: '血常规', count: '2', price: '20.00' },
    { code: 'DEMO-FW040', name: '头颅CT平扫', count: '1', price: '220.00' },
    { code: 'DEMO-YP003', name: '头孢曲松钠注射液', count: '24', price: '38.50' },
    { code: 'DEMO-YP040', name: '氯化钠注射液', count: '24', price: '4.20' },
  ],
  [
    { code: 'DEMO-YP029', name: '泮托拉唑钠注射液', count: '12', price: '98.00', after: 3 },
    { code: 'DEMO-YP044', name: '人血白蛋白注射液', count: '6', price: '428.00', after: 3 },
    { code: 'DEMO-FW061', name: '院外会诊', count: '1', price: '100.00', after: 4 },
  ],
]

/** Four vials of those that were uploaded and not used. */
export function returned(uploaded: readonly Line[]): WardLine {
  const vials = WARD_BILLS[0]![2]!
  const { serial } = uploaded.find(({ code }) => code === vials.code)!
  return { ...vials, count: '-4', refunds: serial!, after: 5 }
}

/** What is bought at a pharmacy. */
export const BASKET: readonly Line[] = [
  { code: 'DEMO-YP028', name: '奥美拉唑肠溶胶囊', count: '2', price: '31.65' },
  { code: 'DEMO-YP010', name: '布洛芬缓释胶囊', count: '1', price: '18.90' },
]

/** An admission some days back, so that a stay has a length. */
export function admissionDay(today: string): string {
  return `${daysAfter(today, -5)} 09:30:00`
}

/** The day at a centre: of a demonstration server its own, which can be moved on; else today. */
export interface CentreDay {
  (): string
  /** Moves the demonstration to the next day; false where the centre is a real one. */
  moveOn(): Promise<boolean>
}

export async function dayOf(url: string): Promise<CentreDay> {
  const response = await fetch(`${url}/api/v1/demo`).catch(() => undefined)
  let day = response?.ok ? ((await response.json()) as { today?: string }).today : undefined
  const today = () => day ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const moveOn = async () => {
    if (day === undefined) return false
    const next = daysAfter(day, 1)
    const moved = await fetch(`${url}/api/v1/demo/day`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ today: next }),
    })
    if (!moved.ok) return false
    day = next
    return true
  }
  return Object.assign(today, { moveOn })
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
