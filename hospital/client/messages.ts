/** What a line of a bill needs: the code of the national catalogue, quantity and price in yuan as text. */
export interface Line {
  readonly code: string
  readonly name: string
  readonly count: string
  readonly price: string
  /** feedetl_sn, once it was uploaded */
  readonly serial?: string
}

/** A visit as this hospital knows it. */
export interface Visit {
  /** number of the visit in the hospital */
  readonly number: string
  readonly psnNo: string
  readonly insutype: string
  /** identity card number by which the person came */
  readonly idNumber: string
  /** `yyyy-MM-dd HH:mm:ss` */
  readonly began: string
}

/** The amount of a line in yuan: count × price to the fen, without a double in between. */
export function amountOf({ count, price }: Pick<Line, 'count' | 'price'>): string {
  const [cents, times] = [Math.round(Number(price) * 100), Math.round(Number(count) * 100)]
  return (Math.round((cents * times) / 100) / 100).toFixed(2)
}

export function sumOf(lines: readonly Line[]): string {
  return (lines.reduce((sum, line) => sum + Math.round(Number(amountOf(line)) * 100), 0) / 100).toFixed(2)
}

const ID_CARD = '02'

/** The inputs of the messages, as hospital systems write them. */
export const inputs = {
  signIn: (mac: string) => ({ signIn: { opter_no: '001', mac, ip: '127.0.0.1' } }),
  person: (idNumber: string) => ({
    data: {
      mdtrt_cert_type: ID_CARD,
      mdtrt_cert_no: idNumber,
      card_sn: '',
      begntime: '',
      psn_cert_type: '01',
      certno: idNumber,
      psn_name: '',
    },
  }),
  entitlement: (visit: Visit, institution: string) => ({
    data: {
      psn_no: visit.psnNo,
      insutype: visit.insutype,
      fixmedins_code: institution,
      med_type: '11',
      begntime: visit.began,
      endtime: '',
      dise_codg: '',
      dise_name: '',
      oprn_oprt_code: '',
      oprn_oprt_name: '',
      matn_type: '',
      birctrl_type: '',
    },
  }),
  register: (visit: Visit) => ({
    data: {
      psn_no: visit.psnNo,
      insutype: visit.insutype,
      begntime: visit.began,
      mdtrt_cert_type: ID_CARD,
      mdtrt_cert_no: visit.idNumber,
      ipt_otp_no: visit.number,
      atddr_no: 'D001',
      dr_name: '李医生',
      dept_code: '0301',
      dept_name: '内科',
      caty: 'A03',
    },
  }),
  unregister: (visit: Visit, mdtrtId: string) => ({
    data: { psn_no: visit.psnNo, mdtrt_id: mdtrtId, ipt_otp_no: visit.number },
  }),
  findings: (visit: Visit, mdtrtId: string) => ({
    mdtrtinfo: {
      mdtrt_id: mdtrtId,
      psn_no: visit.psnNo,
      med_type: '11',
      begntime: visit.began,
      main_cond_dscr: '咳嗽三天',
      dise_codg: '',
      dise_name: '',
      birctrl_type: '',
      birctrl_matn_date: '',
    },
    diseinfo: [
      {
        diag_type: '1',
        diag_srt_no: '1',
        diag_code: 'J06.900',
        diag_name: '急性上呼吸道感染',
        diag_dept: '0301',
        dise_dor_no: 'D001',
        dise_dor_name: '李医生',
        diag_time: visit.began,
        vali_flag: '1',
      },
    ],
  }),
  fees: (visit: Visit, mdtrtId: string, batch: string, lines: readonly Line[]) => ({
    feedetail: lines.map((line, index) => ({
      feedetl_sn: `${visit.number}-${batch}-${index + 1}`,
      mdtrt_id: mdtrtId,
      psn_no: visit.psnNo,
      chrg_bchno: batch,
      dise_codg: '',
      rxno: '',
      rx_circ_flag: '0',
      fee_ocur_time: visit.began,
      med_list_codg: line.code,
      medins_list_codg: line.code,
      det_item_fee_sumamt: amountOf(line),
      cnt: line.count,
      pric: line.price,
      sin_dos_dscr: '',
      used_frqu_dscr: '',
      prd_days: '0',
      medc_way_dscr: '',
      bilg_dept_codg: '0301',
      bilg_dept_name: '内科',
      bilg_dr_codg: 'D001',
      bilg_dr_name: '李医生',
      hosp_appr_flag: '1',
      tcmdrug_used_way: '',
      etip_flag: '0',
      etip_hosp_code: '',
      dscg_tkdrug_flag: '0',
      matn_fee_flag: '0',
    })),
  }),
  dropFees: (visit: Visit, mdtrtId: string, batch: string) => ({
    data: { mdtrt_id: mdtrtId, chrg_bchno: batch, psn_no: visit.psnNo },
  }),
  /** 2206 and, with the four parts the fee upload has answered, 2207 */
  settle: (visit: Visit, mdtrtId: string, batch: string, total: string, parts?: Parts) => ({
    data: {
      psn_no: visit.psnNo,
      mdtrt_cert_type: ID_CARD,
      mdtrt_cert_no: visit.idNumber,
      med_type: '11',
      medfee_sumamt: total,
      psn_setlway: '01',
      mdtrt_id: mdtrtId,
      chrg_bchno: batch,
      acct_used_flag: '1',
      insutype: visit.insutype,
      ...(parts && { ...parts, invono: '' }),
    },
  }),
  cancel: (visit: Visit, mdtrtId: string, setlId: string) => ({
    data: { setl_id: setlId, mdtrt_id: mdtrtId, psn_no: visit.psnNo },
  }),
  reverse: (psnNo: string, msgid: string, infno: string) => ({
    data: { psn_no: psnNo, omsgid: msgid, oinfno: infno },
  }),
  settlement: (visit: Visit, mdtrtId: string, setlId: string) => ({
    data: { psn_no: visit.psnNo, setl_id: setlId, mdtrt_id: mdtrtId },
  }),
} as const

/** The four parts of a sum, in yuan as text: 全自费, 超限价, 先行自付, 符合政策范围. */
export interface Parts {
  readonly fulamt_ownpay_amt: string
  readonly overlmt_selfpay: string
  readonly preselfpay_amt: string
  readonly inscp_scp_amt: string
}

type ResultLine = Readonly<
  Record<'fulamt_ownpay_amt' | 'overlmt_amt' | 'preselfpay_amt' | 'inscp_scp_amt', unknown>
>

/** Sums the four parts over the answer of a fee upload. */
export function partsOf(result: readonly ResultLine[]): Parts {
  const sum = (key: keyof ResultLine) =>
    (result.reduce((so, line) => so + Math.round(Number(line[key] ?? 0) * 100), 0) / 100).toFixed(2)
  return {
    fulamt_ownpay_amt: sum('fulamt_ownpay_amt'),
    overlmt_selfpay: sum('overlmt_amt'),
    preselfpay_amt: sum('preselfpay_amt'),
    inscp_scp_amt: sum('inscp_scp_amt'),
  }
}
