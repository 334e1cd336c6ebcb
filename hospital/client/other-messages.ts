import { amountOf, sumOf, type Line, type Visit } from './messages.ts'

/** What 1101 tells about a person and a pharmacy has to say again. */
export interface Buyer extends Visit {
  readonly patient: string
  readonly psnType: string
}

/** The inputs of a pharmacy (21xx). */
export const shopInputs = {
  /** 2101 and 2102: visit, lines and settlement in one message */
  buy: (buyer: Buyer, lines: readonly Line[]) => ({
    druginfo: {
      psn_no: buyer.psnNo,
      mdtrt_cert_type: '02',
      mdtrt_cert_no: buyer.idNumber,
      psn_cert_type: '01',
      certno: buyer.idNumber,
      psn_type: buyer.psnType,
      psn_name: buyer.patient,
      begntime: buyer.began,
      medfee_sumamt: sumOf(lines),
      invono: '',
      insutype: buyer.insutype,
      dise_codg: '',
      dise_name: '',
      acct_used_flag: '1',
      med_type: '41',
    },
    drugdetail: lines.map((line, index) => ({
      feedetl_sn: `${buyer.number}-${index + 1}`,
      rxno: '',
      rx_circ_flag: '0',
      fee_ocur_time: buyer.began,
      med_list_codg: line.code,
      medins_list_codg: line.code,
      det_item_fee_sumamt: amountOf(line),
      cnt: line.count,
      pric: line.price,
      prd_days: '',
      bilg_dr_codg: '',
      bilg_dr_name: '',
      tcmdrug_used_way: '',
    })),
  }),
} as const

/** The inputs of filings (25xx) and of what is asked about them (53xx). */
export const filingInputs = {
  /** 2501: to a place outside of the city, until a day; the hospital named is a suggestion */
  refer: (visit: Visit, day: string, until = '') => ({
    refmedin: {
      psn_no: visit.psnNo,
      insutype: visit.insutype,
      tel: '',
      addr: '',
      insu_optins: '',
      diag_code: 'C34.900',
      diag_name: '肺恶性肿瘤',
      dise_cond_dscr: '',
      reflin_medins_no: 'H31010100001',
      reflin_medins_name: '上海演示医院',
      mdtrtarea_admdvs: '310101',
      hosp_agre_refl_flag: '1',
      refl_type: '3',
      refl_date: day,
      refl_rea: '本院不具备放射治疗条件',
      refl_opnn: '同意转院',
      begndate: day,
      enddate: until,
    },
  }),
  /** 2503 */
  chronic: (
    visit: Visit,
    place: { readonly code: string; readonly name: string; readonly region: string },
    day: string,
    disease: { readonly code: string; readonly name: string } = { code: 'M03900', name: '高血压' },
  ) => ({
    data: {
      psn_no: visit.psnNo,
      insutype: visit.insutype,
      opsp_dise_code: disease.code,
      opsp_dise_name: disease.name,
      tel: '',
      addr: '',
      insu_optins: place.region,
      ide_fixmedins_no: place.code,
      ide_fixmedins_name: place.name,
      hosp_ide_date: day,
      diag_dr_codg: 'D001',
      diag_dr_name: '李医生',
      begndate: day,
      enddate: '',
    },
  }),
  /** 2502 and 2504 */
  withdraw: (visit: Visit, filing: string) => ({
    data: { trt_dcla_detl_sn: filing, psn_no: visit.psnNo, memo: '填错' },
  }),
  /** 5301 and 5304 */
  inForce: (visit: Visit) => ({ data: { psn_no: visit.psnNo } }),
} as const
