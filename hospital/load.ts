import { admissionDay, BILL, patientsOf, WARD_BILLS } from './demo.ts'
import type { His } from './his.ts'

export interface LoadResult {
  readonly flows: number
  /** from admission to settlement and discharge */
  readonly stays: number
  readonly perSecond: number
  readonly settleP50Ms: number
  readonly settleP99Ms: number
  /** reasons given, each with how often */
  readonly refused: Readonly<Record<string, number>>
}

/** After so many visits the first lane plays a stay; one lane only, since nobody lies in two beds. */
const VISITS_BETWEEN_STAYS = 10

/** Whole visits (2201, 2203A, 2204, 2206, 2207), several at a time, and a stay now and then, for some seconds. */
export async function playLoad(
  his: His,
  { seconds, lanes }: { seconds: number; lanes: number },
): Promise<LoadResult> {
  const people = patientsOf(his.station.options.institution.region).filter(({ employee }) => employee)
  const until = performance.now() + seconds * 1000
  const settles: number[] = []
  const refused: Record<string, number> = {}
  let [flows, stays] = [0, 0]

  const lane = async (first: number) => {
    for (let nth = first; performance.now() < until; nth += 1) {
      try {
        const visit = await his.register(people[nth % people.length]!.idNumber)
        await his.diagnose(visit)
        await his.upload(visit, BILL)
        await his.preSettle(visit)
        const began = performance.now()
        await his.settle(visit)
        settles.push(performance.now() - began)
        flows += 1
        if (first === 0 && nth % VISITS_BETWEEN_STAYS === 0) {
          await playStay(his, people[0]!.idNumber)
          stays += 1
        }
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        refused[reason] = (refused[reason] ?? 0) + 1
      }
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)))
  settles.sort((a, b) => a - b)
  const at = (share: number) =>
    Math.round(settles[Math.min(settles.length - 1, Math.floor(settles.length * share))] ?? 0)
  return {
    flows,
    stays,
    perSecond: Math.round((flows / (performance.now() - began)) * 10_000) / 10,
    settleP50Ms: at(0.5),
    settleP99Ms: at(0.99),
    refused,
  }
}

async function playStay(his: His, idNumber: string): Promise<void> {
  const stay = await his.admit(idNumber, { began: admissionDay(his.station.options.today()) })
  for (const lines of WARD_BILLS) await his.uploadStay(stay, lines)
  await his.preSettleStay(stay)
  await his.discharge(stay)
  await his.settleStay(stay)
}
