import { psnNo } from '../apps/server/src/modules/settlement/person-number.ts'
import { personId, regionOf, REGIONS } from './city.ts'
import { BENCH_DAY } from './server.ts'
import { codeOf, HOSPITALS, idNumberOf, itemCode, ITEMS } from './settlement-town.ts'
import { openSigned } from './signed.ts'
import { inLanes } from './stats.ts'

const LINES = 5

/** Plays hospitals: whole out-patient flows of five signed messages. */
export interface Clinic {
  /** register → visit → fees with 5 lines → pre-settle → settle, for somebody; throws when anything is refused */
  flow(turn: number): Promise<void>
  /** milliseconds of each call, by its number */
  readonly times: Map<string, number[]>
  /** what the funds paid by the settlements played, fen */
  paid(): number
  close(): void
}

/** `mark` makes the messages of this play unlike those of any other. */
export function openClinic(base: string, people: number, mark: string): Clinic {
  const { send, times, close } = openSigned(base, mark)
  let fund = 0

  return {
    times,
    paid: () => fund,
    async flow(turn) {
      // Strides apart, so that neighbours in time are nobody's neighbours in the table.
      const number = (turn * 7919 + 13) % people
      const region = regionOf(number)
      const code = codeOf(REGIONS.indexOf(region), turn % HOSPITALS)
      const psn = psnNo(region, personId(number))
      const id = idNumberOf(number)
      const cert = `"mdtrt_cert_type":"02","mdtrt_cert_no":"${id}"`
      const registered = await send(
        code,
        region,
        '2201',
        `{"data":{"psn_no":"${psn}","insutype":"310","begntime":"${BENCH_DAY} 09:30:00",${cert},"ipt_otp_no":"MZ${mark}${turn}",` +
          `"atddr_no":"D330600000001","dr_name":"李医生","dept_code":"0301","dept_name":"内科","caty":"A03"}}`,
      )
      const visit = /"mdtrt_id":"(\w+)"/.exec(registered)![1]!
      const ids = `"mdtrt_id":"${visit}","psn_no":"${psn}"`
      await send(
        code,
        region,
        '2203',
        `{"mdtrtinfo":{${ids},"med_type":"11","begntime":"${BENCH_DAY} 09:30:00","main_cond_dscr":"咳嗽三天","dise_codg":"J06.900",` +
          `"dise_name":"急性上呼吸道感染"},"diseinfo":[{"diag_type":"1","diag_srt_no":1,"diag_code":"J06.900",` +
          `"diag_name":"急性上呼吸道感染","diag_dept":"内科","dise_dor_no":"D330600000001","dise_dor_name":"李医生",` +
          `"diag_time":"${BENCH_DAY} 09:40:00","vali_flag":"1"}]}`,
      )
      let total = 0
      const lines = Array.from({ length: LINES }, (_, line) => {
        const cents = 1250 + ((turn * 131 + line * 977) % 40_000)
        total += 2 * cents
        return (
          `{"feedetl_sn":"${line + 1}",${ids},"chrg_bchno":"1","rxno":"R${turn}","rx_circ_flag":"0",` +
          `"fee_ocur_time":"${BENCH_DAY} 09:50:00","med_list_codg":"${itemCode((turn + line * 7) % ITEMS)}","medins_list_codg":"M${line}",` +
          `"det_item_fee_sumamt":"${((2 * cents) / 100).toFixed(2)}","cnt":"2","pric":"${(cents / 100).toFixed(2)}","prd_days":"3",` +
          `"bilg_dept_codg":"0301","bilg_dept_name":"内科","bilg_dr_codg":"D330600000001","bilg_dr_name":"李医生","hosp_appr_flag":"1"}`
        )
      })
      await send(code, region, '2204', `{"feedetail":[${lines.join(',')}]}`)
      const sum = (total / 100).toFixed(2)
      const settling =
        `{"data":{${ids},${cert},"med_type":"11","medfee_sumamt":"${sum}","psn_setlway":"01","chrg_bchno":"1",` +
        `"acct_used_flag":"0","insutype":"310","invono":"","fulamt_ownpay_amt":"0","overlmt_selfpay":"0","preselfpay_amt":"0",` +
        `"inscp_scp_amt":"${sum}"}}`
      await send(code, region, '2206', settling)
      const settled = await send(code, region, '2207', settling)
      fund += Math.round(Number(/"fund_pay_sumamt":([\d.]+)/.exec(settled)![1]) * 100)
    },
    close,
  }
}

/** Plays flows in lanes for some seconds. */
export async function playFlows(
  clinic: Clinic,
  { lanes, seconds, from = 0, most }: { lanes: number; seconds: number; from?: number; most?: number },
): Promise<{ readonly perSecond: number; readonly done: number }> {
  const limits = { seconds, ...(most !== undefined && { most }) }
  const { times, perSecond } = await inLanes(lanes, limits, (_lane, turn) => clinic.flow(from + turn))
  return { perSecond, done: times.length }
}
