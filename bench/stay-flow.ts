import { stayInputs } from '../hospital/client/stay-messages.ts'
import { sumOf } from '../hospital/client/messages.ts'
import { psnNo } from '../apps/server/src/modules/settlement/person-number.ts'
import { personId, regionOf, REGIONS } from './city.ts'
import { BENCH_DAY } from './server.ts'
import { codeOf, HOSPITALS, idNumberOf, itemCode, ITEMS } from './settlement-town.ts'
import { openSigned } from './signed.ts'

export const STAY_LINES = 500
/** lines of one upload (2301): what a ward sends in the evening */
const BATCH = 100

/** Plays wards: whole stays of 500 fee lines, one after the other. */
export interface Ward {
  /** Admission, fees in batches, pre-settlement, discharge, settlement, each signed. Returns the seconds it took. */
  stay(turn: number): Promise<number>
  readonly times: Map<string, number[]>
  close(): void
}

/** `mark` makes the messages of this play unlike those of any other. */
export function openWard(base: string, people: number, mark: string): Ward {
  const { send, times, close } = openSigned(base, mark)
  return {
    times,
    close,
    async stay(turn) {
      const number = (turn * 104_729 + 7) % people
      const region = regionOf(number)
      const code = codeOf(REGIONS.indexOf(region), turn % HOSPITALS)
      const visit = {
        number: `ZY${mark}${turn}`,
        psnNo: psnNo(region, personId(number)),
        insutype: '310',
        idNumber: idNumberOf(number),
        began: `${daysBefore(BENCH_DAY, 9)} 09:30:00`,
      }
      const lines = Array.from({ length: STAY_LINES }, (_, line) => ({
        code: itemCode((turn + line * 7) % ITEMS),
        name: '',
        count: '2',
        price: ((500 + ((turn * 131 + line * 977) % 9000)) / 100).toFixed(2),
        after: line % 9,
      }))
      const ask = (infno: string, input: object) => send(code, region, infno, JSON.stringify(input))
      const begin = performance.now()
      const id = /"mdtrt_id":"(\w+)"/.exec(await ask('2401', stayInputs.admit(visit)))![1]!
      for (let from = 0; from < STAY_LINES; from += BATCH)
        await ask('2301', stayInputs.fees(visit, id, String(from), lines.slice(from, from + BATCH)))
      const settling = stayInputs.settle(visit, id, sumOf(lines))
      await ask('2303', settling)
      await ask('2402', stayInputs.discharge(visit, id, BENCH_DAY))
      const settled = await ask('2304', settling)
      const seconds = (performance.now() - begin) / 1000
      if (!settled.includes(`"medfee_sumamt":${Number(sumOf(lines))}`))
        throw new Error(`A stay of ${sumOf(lines)} was settled as ${settled.slice(0, 600)}`)
      return seconds
    },
  }
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
