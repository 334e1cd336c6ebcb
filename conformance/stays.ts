import { chinaDateTime } from '@yichuang/hsa'
import { sumOf } from '../hospital/client/messages.ts'
import { stayInputs, type WardLine } from '../hospital/client/stay-messages.ts'
import type { Answer, AskOptions } from '../hospital/client/station.ts'
import { rowsOf } from './amounts.ts'
import type { Kit, OpenVisit } from './kit.ts'

/** A stay with its fees uploaded. */
export interface ChargedStay {
  readonly visit: OpenVisit
  readonly lines: readonly WardLine[]
  readonly total: string
  readonly upload: Answer
}

/** Admits the person of the examination; an open stay that an examination before has left is discharged first. */
export async function admitted(kit: Kit, options?: AskOptions): Promise<OpenVisit> {
  const visit = await kit.newVisit('Y')
  const { output } = await kit.accepted(
    '在院查询',
    '5303',
    stayInputs.inWard(longAgo(visit), kit.target.station.today()),
  )
  for (const { mdtrt_id } of rowsOf(output?.data))
    await kit.ask('2402', stayInputs.discharge(visit, String(mdtrt_id), kit.target.station.today()))
  const answer = await kit.accepted('入院', '2401', stayInputs.admit(visit), options)
  return { ...visit, mdtrtId: String(answer.output?.result?.mdtrt_id) }
}

/** A stay with the lines of the target, uploaded at once. */
export async function chargedStay(
  kit: Kit,
  lines: readonly WardLine[] = kit.target.lines,
): Promise<ChargedStay> {
  const visit = await admitted(kit)
  const upload = await kit.accepted('住院费用', '2301', stayInputs.fees(visit, visit.mdtrtId, '1', lines))
  return { visit, lines, total: sumOf(lines), upload }
}

export async function discharged(kit: Kit, { visit }: Pick<ChargedStay, 'visit'>): Promise<void> {
  await kit.accepted('出院', '2402', stayInputs.discharge(visit, visit.mdtrtId, kit.target.station.today()))
}

export function settleStay(kit: Kit, stay: ChargedStay, options?: AskOptions): Promise<Answer> {
  return kit.accepted('住院结算', '2304', staySettling(stay), options)
}

export const staySettling = ({ visit, total }: ChargedStay) => stayInputs.settle(visit, visit.mdtrtId, total)

/** From a day on which no examination was. */
function longAgo<V extends { readonly began: string }>(visit: V): V {
  return { ...visit, began: `2000-01-01 ${chinaDateTime(new Date()).slice(11)}` }
}
