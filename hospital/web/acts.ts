import { admissionDay, BASKET, BILL, returned, WARD_BILLS } from '../demo.ts'
import { applyForClearing } from '../clearing.ts'
import { ReplyLost } from '../client/station.ts'
import { compareDetail } from '../detail.ts'
import { Refused, type His } from '../his.ts'
import type { StepOptions } from '../his/steps.ts'
import type { House } from '../script.ts'
import { reconcile } from '../reconcile.ts'

/** What a button asks for. */
export interface Asked {
  readonly act: string
  readonly visit?: string
  readonly idNumber?: string
  readonly lose?: boolean
}

type Begin = (house: House, idNumber: string, options: StepOptions) => Promise<unknown>
type Act = (his: His, visit: string, options: StepOptions) => Promise<unknown>

/** What begins a visit. */
const begins: Readonly<Record<string, Begin>> = {
  register: ({ hospital }, idNumber, options) => hospital.register(idNumber, options),
  admit: ({ hospital }, idNumber, options) =>
    hospital.admit(idNumber, { ...options, began: admissionDay(hospital.station.options.today()) }),
  basket: ({ hospital, pharmacy }, idNumber) => (pharmacy ?? hospital).basket(idNumber, BASKET),
  refer: ({ hospital }, idNumber, options) => hospital.refer(idNumber, options),
  'file-chronic': ({ hospital }, idNumber, options) => hospital.fileChronic(idNumber, options),
}

/** What goes on with one. */
const acts: Readonly<Record<string, Act>> = {
  async treat(his, visit, options) {
    await his.diagnose(visit)
    await his.upload(visit, BILL, options)
  },
  'pre-settle': (his, visit) => his.preSettle(visit),
  settle: (his, visit, options) => his.settle(visit, options),
  cancel: (his, visit, options) => his.cancel(visit, options),
  'drop-fees': (his, visit, options) => his.dropFees(visit, options),
  unregister: (his, visit, options) => his.unregister(visit, options),

  'ward-fees': (his, visit, options) => his.uploadStay(visit, nextBatch(his, visit), options),
  'ward-change': (his, visit, options) => his.changeStay(visit, '15', options),
  'ward-pre-settle': (his, visit) => his.preSettleStay(visit),
  discharge: (his, visit, options) => his.discharge(visit, options),
  'ward-settle': (his, visit, options) => his.settleStay(visit, options),
  'ward-cancel': (his, visit, options) => his.cancelStay(visit, options),
  'undo-discharge': (his, visit, options) => his.undoDischarge(visit, options),
  'ward-drop-fees': (his, visit, options) => his.dropStayFees(visit, options),
  'undo-admission': (his, visit, options) => his.undoAdmission(visit, options),

  buy: (his, visit, options) => his.buy(visit, options),
  'give-back': (his, visit, options) => his.giveBack(visit, options),
  withdraw: (his, visit, options) => his.withdraw(visit, options),

  retry: (his, visit, options) => his.retry(visit, options),
  reverse: (his, visit) => his.reverse(visit),
}

/** Does what a button says; what went wrong is part of the answer. */
export async function perform(house: House, asked: Asked): Promise<object> {
  const { act, visit = '', idNumber = '' } = asked
  const options = asked.lose ? { lose: 'reply' as const } : {}
  const machines = [house.hospital, ...(house.pharmacy ? [house.pharmacy] : [])]
  try {
    if (begins[act]) return { visit: await begins[act](house, idNumber, options) }
    if (act === 'sign-in') {
      for (const his of machines) await his.signIn()
      return {}
    }
    if (act === 'reconcile') {
      const all = machines.map(async (his) => {
        const rows = await reconcile(his, his.station.options.today())
        return rows.map((row) => ({ ...row, institution: his.institution.name }))
      })
      return { compared: (await Promise.all(all)).flat() }
    }
    if (act === 'next-day')
      return (await house.day?.moveOn()) ? {} : { fault: '这里不是演示系统，不能推进日期。' }
    if (act === 'detail' || act === 'clear') return { told: await overDay(machines, act) }
    const his = machines.find(({ store }) => store.visit(visit))
    if (!acts[act] || !his) return { fault: '没有这个操作。' }
    await acts[act](his, visit, options)
    return {}
  } catch (error) {
    if (error instanceof ReplyLost) return { lost: true }
    if (error instanceof Refused) return { fault: error.message }
    return { fault: `医院系统出错：${error instanceof Error ? error.message : String(error)}` }
  }
}

/** 3202 or 3203 of the last day that is over, for each machine with settlements on it; a sentence for each. */
async function overDay(machines: readonly His[], act: 'detail' | 'clear'): Promise<string[]> {
  const told: string[] = []
  for (const his of machines) {
    const { name } = his.institution
    const today = his.station.options.today()
    const days = his.store.journal().flatMap(({ booked }) => (booked && booked.day < today ? booked.day : []))
    const day = days.toSorted().at(-1)
    if (day === undefined) told.push(`${name}：没有已过完的结算日，请先过一天。`)
    else if (act === 'detail') {
      const differing = await compareDetail(his, day)
      const left = differing.map(({ memo, msgid }) => memo || msgid).join('；')
      told.push(
        `${name} ${day}：${differing.length === 0 ? '逐笔相符，当日关账' : `差异 ${differing.length} 笔：${left}`}`,
      )
    } else
      for (const clrType of new Set(his.store.booked(day).map((row) => row.clrType)))
        told.push(`${name} ${day} 清算类别 ${clrType}：申请 ${await applyForClearing(his, day, clrType)}`)
  }
  return told
}

/** The ward uploads its two batches, then takes back what was not used. */
function nextBatch(his: His, number: string) {
  const { lines } = his.store.visit(number)!
  if (lines.length === 0) return WARD_BILLS[0]!
  return lines.length === WARD_BILLS[0]!.length ? WARD_BILLS[1]! : [returned(lines)]
}
