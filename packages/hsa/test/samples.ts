/** Made-up people and visits in the shapes real clients send them. */
export const region = '330100'
export const psnNo = '33010000000000000000012345'
export const mdtrtId = '330100164276604739900000000017'

export const visit2201 = {
  data: {
    psn_no: psnNo,
    insutype: '310',
    begntime: '2022-01-21 14:00:00',
    mdtrt_cert_type: '01',
    mdtrt_cert_no: 'EC0123456789abcdef',
    ipt_otp_no: 'MZ0001',
    dept_code: '0301',
    dept_name: '内科',
    caty: 'A03',
  },
}

export const feeLine = {
  feedetl_sn: 'XM5129673',
  mdtrt_id: mdtrtId,
  psn_no: psnNo,
  chrg_bchno: 'B1',
  rx_circ_flag: '0',
  fee_ocur_time: '2022-01-21',
  med_list_codg: 'XA01ABD075A002010100483',
  medins_list_codg: 'Y1',
  det_item_fee_sumamt: '4.52',
  cnt: 2,
  pric: '2.260000',
  prd_days: '',
  bilg_dept_codg: '0301',
  bilg_dept_name: '内科',
  bilg_dr_codg: 'D1',
  bilg_dr_name: '王',
  hosp_appr_flag: '1',
}

export const settle2207 = {
  data: {
    psn_no: psnNo,
    mdtrt_cert_type: '1',
    mdtrt_cert_no: 'EC0123456789abcdef',
    med_type: '11',
    medfee_sumamt: 4.52,
    psn_setlway: '01',
    mdtrt_id: mdtrtId,
    chrg_bchno: 'B1',
    insutype: '310',
    acct_used_flag: '1',
    fulamt_ownpay_amt: 0,
    overlmt_selfpay: '0',
    preselfpay_amt: '0.23',
    inscp_scp_amt: '4.29',
  },
}

export function envelope(infno: string, input: unknown): Record<string, unknown> {
  return {
    infno,
    msgid: 'H33010000001202201211447420001',
    mdtrtarea_admvs: region,
    insuplc_admdvs: '330100',
    recer_sys_code: 'FSI_LOCAL',
    dev_no: '',
    dev_safe_info: '',
    cainfo: '1',
    signtype: '',
    infver: 'V1.0',
    opter_type: '1',
    opter: '001',
    opter_name: '收费员',
    inf_time: '2022-01-21 14:47:42',
    fixmedins_code: 'H33010000001',
    fixmedins_name: '示例医院',
    sign_no: '1',
    input,
  }
}
