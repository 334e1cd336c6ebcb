// Made by scripts/generate.ts from tables/; do not edit.
import type { PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input2507Data {
  /** 申报来源 */
  readonly dcla_souc: string
  /** 险种类型 */
  readonly insutype?: string
  /** 人员编号 */
  readonly psn_no: string
  /** 人员参保关系ID */
  readonly psn_insu_rlts_id?: string
  /** 人员证件类型 */
  readonly psn_cert_type: string
  /** 证件号码 */
  readonly certno: string
  /** 人员姓名 */
  readonly psn_name: string
  /** 性别 */
  readonly gend?: string
  /** 民族 */
  readonly naty?: string
  /** 出生日期 */
  readonly brdy?: PlainDate
  /** 联系电话 */
  readonly tel?: string
  /** 联系地址 */
  readonly addr?: string
  /** 参保所属医保区划 */
  readonly insu_admdvs: string
  /** 单位编号 */
  readonly emp_no?: string
  /** 单位名称 */
  readonly emp_name?: string
  /** 就医地医保区划 */
  readonly mdtrtarea_admdvs?: string
  /** 定点医药机构编号 */
  readonly fixmedins_code?: string
  /** 定点医药机构名称 */
  readonly fixmedins_name?: string
  /** 医院等级 */
  readonly hosp_lv?: string
  /** 入院时间 */
  readonly adm_time?: PlainDate
  /** 受伤时间 */
  readonly trum_time?: PlainDate
  /** 受伤地点 */
  readonly trum_site?: string
  /** 致伤原因 */
  readonly trum_rea?: string
  /** 审核支付标志 */
  readonly chk_pay_flag: string
  /** 代办人姓名 */
  readonly agnter_name?: string
  /** 代办人证件类型 */
  readonly agnter_cert_type?: string
  /** 代办人证件号码 */
  readonly agnter_certno?: string
  /** 代办人联系方式 */
  readonly agnter_tel?: string
  /** 代办人联系地址 */
  readonly agnter_addr?: string
  /** 代办人关系 */
  readonly agnter_rlts?: string
  /** 开始日期 */
  readonly begndate: PlainDate
  /** 结束日期 */
  readonly enddate?: PlainDate
  /** 备注 */
  readonly memo?: string
}

/** What 2507 人员意外伤害备案 asks. */
export interface Input2507 {
  readonly data: Input2507Data
}

export interface Output2507Result {
  /** 待遇申报明细流水号 */
  readonly trt_dcla_detl_sn: string
}

/** What 2507 人员意外伤害备案 answers. */
export interface Output2507 {
  readonly result: Output2507Result
}

/** 2507 人员意外伤害备案 */
export const t2507: TransactionSpec = {
  infno: '2507',
  name: '人员意外伤害备案',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.dcla_souc),
        { code: 'insutype', name: '险种类型', kind: 'text', size: 6 },
        need(f.psn_no),
        f.psn_insu_rlts_id,
        need(f.psn_cert_type),
        need(f.certno),
        need(f.psn_name),
        { code: 'gend', name: '性别', kind: 'text', size: 6 },
        { code: 'naty', name: '民族', kind: 'text', size: 3 },
        f.brdy,
        f.tel,
        { code: 'addr', name: '联系地址', kind: 'text', size: 500 },
        { code: 'insu_admdvs', name: '参保所属医保区划', kind: 'text', size: 6, required: true },
        { code: 'emp_no', name: '单位编号', kind: 'text', size: 40 },
        f.emp_name,
        { code: 'mdtrtarea_admdvs', name: '就医地医保区划', kind: 'text', size: 6 },
        f.fixmedins_code,
        f.fixmedins_name,
        { code: 'hosp_lv', name: '医院等级', kind: 'text', size: 6 },
        { code: 'adm_time', name: '入院时间', kind: 'day' },
        { code: 'trum_time', name: '受伤时间', kind: 'day' },
        { code: 'trum_site', name: '受伤地点', kind: 'text', size: 200 },
        { code: 'trum_rea', name: '致伤原因', kind: 'text', size: 200 },
        { code: 'chk_pay_flag', name: '审核支付标志', kind: 'text', size: 3, required: true },
        f.agnter_name,
        { code: 'agnter_cert_type', name: '代办人证件类型', kind: 'text', size: 6 },
        f.agnter_certno,
        f.agnter_tel,
        f.agnter_addr,
        { code: 'agnter_rlts', name: '代办人关系', kind: 'text', size: 3 },
        need(f.begndate),
        f.enddate,
        f.memo,
      ],
    },
  ],
  output: [{ path: 'result', rows: false, fields: [need(f.trt_dcla_detl_sn)] }],
}
