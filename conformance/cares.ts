import { inputs, sumOf as totalOf, type Line } from '../hospital/client/messages.ts'
import { shopInputs } from '../hospital/client/other-messages.ts'
import { stayInputs } from '../hospital/client/stay-messages.ts'
import { fenOf, rowsOf } from './amounts.ts'
import { settleInput, Skipped, type Kit } from './kit.ts'
import { chargedStay, discharged, settleStay, staySettling } from './stays.ts'

export type Info = Readonly<Record<string, unknown>>

/** What a centre has said about one settlement, from the trial before it on. */
export interface Settled {
  readonly insutype: string
  readonly trial: Info
  readonly info: Info
  readonly detail: readonly Info[]
  /** what was uploaded, and what each line was answered */
  readonly sent: readonly Line[]
  readonly lines: readonly Info[]
  /** sum of what was uploaded, fen */
  readonly total: number
  /** Takes it back; what the centre says to that. */
  readonly undo: () => Promise<Info>
}

/** A kind of care and how it is settled. */
export interface Care {
  /** behind the id of a check; nothing for out-patients */
  readonly suffix: '' | '-stay' | '-purchase'
  readonly zh: string
  readonly en: string
  settle(kit: Kit): Promise<Settled>
}

const infoOf = (answer: { readonly output: { readonly setlinfo?: unknown } | null }) =>
  (answer.output?.setlinfo ?? {}) as Info

async function settleVisit(kit: Kit): Promise<Settled> {
  const charged = await kit.charged()
  const { visit, lines, total } = charged
  const trial = await kit.accepted('预结算', '2206', settleInput(charged))
  const settled = await kit.settle(charged)
  const info = infoOf(settled)
  return {
    insutype: visit.insutype,
    trial: infoOf(trial),
    info,
    detail: rowsOf(settled.output.setldetail),
    sent: lines,
    lines: rowsOf(charged.upload.output?.result),
    total: fenOf(total),
    undo: async () =>
      infoOf(
        await kit.accepted('撤销结算', '2208', inputs.cancel(visit, visit.mdtrtId, String(info['setl_id']))),
      ),
  }
}

async function settleWard(kit: Kit): Promise<Settled> {
  const stay = await chargedStay(kit)
  const { visit, lines, total } = stay
  const trial = await kit.accepted('住院预结算', '2303', staySettling(stay))
  await discharged(kit, stay)
  const settled = await settleStay(kit, stay)
  const info = infoOf(settled)
  return {
    insutype: visit.insutype,
    trial: infoOf(trial),
    info,
    detail: rowsOf(settled.output.setldetail),
    sent: lines,
    lines: rowsOf(stay.upload.output?.result),
    total: fenOf(total),
    undo: async () =>
      infoOf(
        await kit.accepted(
          '撤销住院结算',
          '2305',
          stayInputs.cancel(visit, visit.mdtrtId, String(info['setl_id'])),
        ),
      ),
  }
}

async function settlePurchase(kit: Kit): Promise<Settled> {
  if (!kit.pharmacy) throw new Skipped('没有给出药店 no pharmacy was named')
  const buyer = await kit.newVisit('P')
  const { lines } = kit.target
  const input = shopInputs.buy(buyer, lines)
  const trial = await kit.accepted('药店预结算', '2101', input)
  const settled = await kit.accepted('药店结算', '2102', input)
  const info = infoOf(settled)
  const { mdtrt_id, setl_id } = info
  return {
    insutype: buyer.insutype,
    trial: infoOf(trial),
    info,
    detail: rowsOf(settled.output.setldetail),
    sent: lines,
    lines: rowsOf(settled.output.detlcutinfo),
    total: fenOf(totalOf(lines)),
    undo: async () =>
      infoOf(await kit.accepted('退药', '2103', inputs.cancel(buyer, String(mdtrt_id), String(setl_id)))),
  }
}

/** Every kind of care that is settled, in the order in which it is examined. */
export const cares: readonly Care[] = [
  { suffix: '', zh: '门诊', en: 'out-patients', settle: settleVisit },
  { suffix: '-stay', zh: '住院', en: 'in-patients', settle: settleWard },
  { suffix: '-purchase', zh: '药店', en: 'pharmacy', settle: settlePurchase },
]

const known = new WeakMap<Kit, Map<Care, Promise<Settled>>>()

/** One settlement of a kind of care for all checks of an examination. */
export function settledOf(kit: Kit, care: Care): Promise<Settled> {
  const ofKit = known.get(kit) ?? new Map<Care, Promise<Settled>>()
  known.set(kit, ofKit)
  const made = ofKit.get(care) ?? care.settle(kit)
  ofKit.set(care, made)
  return made
}
