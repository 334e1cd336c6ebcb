import { amountOf, type Line, type Visit } from './messages.ts'

/** A line of a stay: some days are spent there, and what was not used is taken back. */
export interface WardLine extends Line {
  /** the number of the line it takes from; count is below nothing then */
  readonly refunds?: string
  /** days after the admission, 0 unless told */
  readonly after?: number
}

const ID_CARD = '02'
const DOCTOR = { atddr_no: 'D001', chfpdr_name: '李医生' }
const WARD = { adm_dept_codg: '0304', adm_dept_name: '呼吸内科', adm_bed: '12' }
const DISEASE = { dscg_maindiag_code: 'J18.900', dscg_maindiag_name: '肺炎' }

/** The inputs of the messages about a stay in hospital (23xx, 24xx). */
export const stayInputs = {
  admit: (visit: Visit) => ({
    mdtrtinfo: { ...admission(visit), ipt_no: visit.number },
    diseinfo: [diagnosis(visit)],
  }),
  /** 2403: the same anew; here the bed is another */
  change: (visit: Visit, mdtrtId: string, bed: string) => ({
    adminfo: { ...admission(visit), mdtrt_id: mdtrtId, ipt_otp_no: visit.number, adm_bed: bed },
    diseinfo: [{ ...diagnosis(visit), mdtrt_id: mdtrtId }],
  }),
  fees: (visit: Visit, mdtrtId: string, batch: string, lines: readonly WardLine[]) => ({
    feedetail: lines.map((line, index) => ({
      feedetl_sn: `${visit.number}-${batch}-${index + 1}`,
      init_feedetl_sn: line.refunds ?? '',
      mdtrt_id: mdtrtId,
      drord_no: '',
      psn_no: visit.psnNo,
      med_type: '21',
      fee_ocur_time: `${later(visit.began, line.after ?? 0)} 10:00:00`,
      med_list_codg: line.code,
      medins_list_codg: line.code,
      det_item_fee_sumamt: amountOf(line),
      cnt: line.count,
      pric: line.price,
      bilg_dept_codg: '0304',
      bilg_dept_name: '呼吸内科',
      bilg_dr_codg: 'D001',
      bilg_dr_name: '李医生',
      hosp_appr_flag: '1',
      tcmdrug_used_way: '',
      etip_flag: '0',
      dscg_tkdrug_flag: '0',
      matn_fee_flag: '0',
      memo: '',
    })),
  }),
  /** 2302; without numbers, every line that is not settled */
  dropFees: (visit: Visit, mdtrtId: string, serials: readonly string[] = ['0000']) => ({
    data: serials.map((feedetl_sn) => ({ feedetl_sn, mdtrt_id: mdtrtId, psn_no: visit.psnNo })),
  }),
  /** 2303 and 2304; `midway` settles what there is while the stay goes on */
  settle: (visit: Visit, mdtrtId: string, total: string, midway = false) => ({
    data: {
      psn_no: visit.psnNo,
      mdtrt_cert_type: ID_CARD,
      mdtrt_cert_no: visit.idNumber,
      medfee_sumamt: total,
      psn_setlway: '01',
      mdtrt_id: mdtrtId,
      insutype: visit.insutype,
      acct_used_flag: '1',
      mid_setl_flag: midway ? '1' : '0',
      invono: '',
      dscg_time: '',
    },
  }),
  cancel: (visit: Visit, mdtrtId: string, setlId: string) => ({
    data: { mdtrt_id: mdtrtId, setl_id: setlId, psn_no: visit.psnNo },
  }),
  /** 2402; `day` is the last one there */
  discharge: (visit: Visit, mdtrtId: string, day: string, way: '1' | '5' = '1') => ({
    dscginfo: {
      mdtrt_id: mdtrtId,
      psn_no: visit.psnNo,
      insutype: visit.insutype,
      endtime: `${day} 09:00:00`,
      dise_codg: '',
      dscg_dept_codg: '0304',
      dscg_dept_name: '呼吸内科',
      dscg_bed: '12',
      dscg_way: way,
    },
    diseinfo: [{ ...diagnosis(visit), mdtrt_id: mdtrtId }],
  }),
  /** 2404 and 2405 */
  undo: (visit: Visit, mdtrtId: string) => ({ data: { mdtrt_id: mdtrtId, psn_no: visit.psnNo } }),
  /** 5303 */
  inWard: (visit: Visit, today: string) => ({
    data: { psn_no: visit.psnNo, begntime: visit.began, endtime: `${today} 23:59:59` },
  }),
} as const

function admission(visit: Visit) {
  return {
    psn_no: visit.psnNo,
    insutype: visit.insutype,
    coner_name: '',
    tel: '',
    begntime: visit.began,
    mdtrt_cert_type: ID_CARD,
    mdtrt_cert_no: visit.idNumber,
    med_type: '21',
    medrcdno: '',
    ...DOCTOR,
    adm_diag_dscr: '肺炎',
    ...WARD,
    ...DISEASE,
    main_cond_dscr: '发热咳嗽五天',
    dise_codg: '',
    oprn_oprt_code: '',
    matn_type: '',
    birctrl_type: '',
  }
}

function diagnosis(visit: Visit) {
  return {
    psn_no: visit.psnNo,
    diag_type: '1',
    maindiag_flag: '1',
    diag_srt_no: '1',
    diag_code: 'J18.900',
    diag_name: '肺炎',
    adm_cond: '',
    diag_dept: '呼吸内科',
    dise_dor_no: 'D001',
    dise_dor_name: '李医生',
    diag_time: visit.began,
  }
}

/** So many days after a moment, as a day. */
function later(moment: string, days: number): string {
  return new Date(Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
}
