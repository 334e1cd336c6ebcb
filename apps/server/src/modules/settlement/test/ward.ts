import type { Clinic, Insured, Line, Sender } from './clinic.ts'

// What a hospital's system sends about a stay.
export const admission = (who: Insured, more: object = {}) => ({
  mdtrtinfo: {
    psn_no: who.psnNo,
    insutype: '310',
    begntime: '2020-10-08 09:30:00',
    mdtrt_cert_type: '02',
    mdtrt_cert_no: who.idNumber,
    med_type: '21',
    ipt_no: 'ZY1',
    atddr_no: 'D1',
    chfpdr_name: '李医生',
    adm_diag_dscr: '肺炎',
    adm_dept_codg: '03',
    adm_dept_name: '呼吸内科',
    adm_bed: '12',
    dscg_maindiag_code: 'J18.900',
    dscg_maindiag_name: '肺炎',
    ...more,
  },
  diseinfo: [diagnosis(who)],
})

const diagnosis = (who: Insured, more: object = {}) => ({
  psn_no: who.psnNo,
  diag_type: '1',
  maindiag_flag: '1',
  diag_srt_no: 1,
  diag_code: 'J18.900',
  diag_name: '肺炎',
  diag_dept: '呼吸内科',
  dise_dor_no: 'D1',
  dise_dor_name: '李医生',
  diag_time: '2020-10-08 10:00:00',
  ...more,
})

export const change = (who: Insured, mdtrt_id: string, more: object = {}) => ({
  adminfo: {
    ...admission(who).mdtrtinfo,
    mdtrt_id,
    ipt_otp_no: 'ZY1',
    ...more,
  },
  diseinfo: [diagnosis(who, { mdtrt_id })],
})

export interface WardLine extends Line {
  readonly refunds?: string
  readonly day?: string
}
export const wardLines = (who: Insured, mdtrt_id: string, lines: readonly WardLine[]) => ({
  feedetail: lines.map(({ sn, code, cnt, pric, amount, refunds, day = '2020-10-09' }) => ({
    feedetl_sn: sn,
    ...(refunds !== undefined && { init_feedetl_sn: refunds }),
    mdtrt_id,
    psn_no: who.psnNo,
    med_type: '21',
    fee_ocur_time: `${day} 09:50:00`,
    med_list_codg: code,
    medins_list_codg: code,
    det_item_fee_sumamt: amount,
    cnt,
    pric,
    bilg_dept_codg: '03',
    bilg_dept_name: '呼吸内科',
    bilg_dr_codg: 'D1',
    bilg_dr_name: '李医生',
  })),
})

export const stayOf = (who: Insured, mdtrt_id: string, more: object = {}) => ({
  data: { mdtrt_id, psn_no: who.psnNo, ...more },
})

export const leaving = (who: Insured, mdtrt_id: string, more: object = {}) => ({
  dscginfo: {
    mdtrt_id,
    psn_no: who.psnNo,
    insutype: '310',
    endtime: '2020-10-12 09:00:00',
    dscg_dept_codg: '03',
    dscg_dept_name: '呼吸内科',
    dscg_way: '1',
    ...more,
  },
  diseinfo: [diagnosis(who, { mdtrt_id })],
})

export const staySettling = (who: Insured, mdtrt_id: string, total: string, more: object = {}) => ({
  data: {
    psn_no: who.psnNo,
    mdtrt_cert_type: '02',
    mdtrt_cert_no: who.idNumber,
    medfee_sumamt: total,
    psn_setlway: '01',
    mdtrt_id,
    insutype: '310',
    acct_used_flag: '0',
    mid_setl_flag: '0',
    ...more,
  },
})

/** A stay up to the day before its settlement. */
export async function admitted(
  clinic: Clinic,
  who: Insured,
  sender: Sender = {},
  more: object = {},
): Promise<string> {
  const { result } = await clinic.ask('2401', admission(who, more), sender)
  return result.mdtrt_id as string
}

export const TEN: readonly WardLine[] = [
  { sn: '1', code: 'A1', cnt: '30', pric: '400.00', amount: '12000.00' },
  { sn: '2', code: 'B1', cnt: '10', pric: '100.00', amount: '1000.00' },
  { sn: '3', code: 'A2', cnt: '10', pric: '12.50', amount: '125.00' },
  { sn: '4', code: 'C1', cnt: '1', pric: '80.00', amount: '80.00' },
]
export const TEN_TOTAL = '13205.00'
