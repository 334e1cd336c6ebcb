import type { His } from './his.ts'
import { Refused } from './his.ts'
import type { StepOptions } from './his/steps.ts'

/** 3203 for a day and kind of clearing: what the hospital asks to be paid. Returns the number of the application. */
export async function applyForClearing(
  { station, store, note }: His,
  day: string,
  clrType: string,
  { lose }: StepOptions = {},
): Promise<string> {
  const rows = store.booked(day).filter((row) => row.clrType === clrType)
  const sum = (key: 'total' | 'fund' | 'account' | 'cash') =>
    (rows.reduce((so, row) => so + Math.round(Number(row[key]) * 100), 0) / 100).toFixed(2)
  const total = sum('total')
  const input = {
    data: {
      clr_type: clrType,
      clr_way: '1',
      setlym: day.slice(0, 7).replace('-', ''),
      // Settlements less what was taken back: pairs that only the centre knows of change nothing in it.
      psntime: String(rows.reduce((count, row) => count + (Number(row.total) < 0 ? -1 : 1), 0)),
      medfee_sumamt: total,
      med_sumfee: total,
      fund_appy_sum: sum('fund'),
      cash_payamt: sum('cash'),
      acct_pay: sum('account'),
      begndate: day,
      enddate: day,
    },
  }
  const msgid = station.newMsgid()
  if (lose !== undefined) await station.ask('3203', input, { msgid, lose }).catch(() => undefined)
  const { ok, reason, output } = await station.ask('3203', input, { msgid })
  note({ act: 'apply', infno: '3203', msgid, ok, reason })
  if (!ok) throw new Refused(`${reason}`)
  return String(output.result.clr_appy_evt_id)
}

/** 3204: takes an application back that nobody has reviewed yet. */
export async function withdrawClearing({ station, note }: His, number: string): Promise<void> {
  const { ok, reason, msgid } = await station.ask('3204', { data: { clr_appy_evt_id: number } })
  note({ act: 'withdraw-clearing', infno: '3204', msgid, ok, reason })
  if (!ok) throw new Refused(`${reason}`)
}
