import { chinaDateTime } from '@yichuang/hsa'

/** A question one centre asks another over the hub, in the name of the institution it is about. */
export function centreMessage(asked: {
  readonly infno: string
  readonly code: string
  readonly careRegion: string
  readonly insuredRegion: string
  readonly input: unknown
  readonly now: Date
}): string {
  const { infno, code, careRegion, insuredRegion, input, now } = asked
  const local = chinaDateTime(now)
  return JSON.stringify({
    infno,
    msgid: `${code}${local.replace(/\D/g, '').slice(0, 14)}${String((sequence = (sequence + 1) % 10_000)).padStart(4, '0')}`,
    mdtrtarea_admvs: careRegion,
    insuplc_admdvs: insuredRegion,
    recer_sys_code: 'FSI_LOCAL',
    infver: 'V1.0',
    opter_type: '2',
    opter: 'centre',
    opter_name: '经办中心',
    inf_time: local,
    fixmedins_code: code,
    fixmedins_name: code,
    sign_no: '',
    input,
  })
}
let sequence = 0
