// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input4101Setlinfo {
  /** 人员编号 */
  readonly psn_no?: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 病案号 */
  readonly medcasno?: string
  /** 申报时间 */
  readonly dcla_time?: Moment
  /** 国籍 */
  readonly ntly: string
  /** 职业 */
  readonly prfs: string
  /** 现住址 */
  readonly curr_addr?: string
  /** 单位名称 */
  readonly emp_name?: string
  /** 单位地址 */
  readonly emp_addr?: string
  /** 单位电话 */
  readonly emp_tel?: string
  /** 邮编 */
  readonly poscode?: string
  /** 联系人姓名 */
  readonly coner_name?: string
  /** 与患者关系 */
  readonly patn_rlts: string
  /** 联系人地址 */
  readonly coner_addr: string
  /** 联系人电话 */
  readonly coner_tel: string
  /** 新生儿入院类型 */
  readonly nwb_adm_type?: string
  /** 新生儿出生体重 */
  readonly nwb_bir_wt?: Decimal
  /** 新生儿入院体重 */
  readonly nwb_adm_wt?: Decimal
  /** 多新生儿出生体重 */
  readonly mul_nwb_bir_wt?: string
  /** 多新生儿入院体重 */
  readonly mul_nwb_adm_wt?: string
  /** 门诊慢特病诊断科别 */
  readonly opsp_diag_caty?: string
  /** 门诊慢特病就诊日期 */
  readonly opsp_mdtrt_date?: PlainDate
  /** 入院途径 */
  readonly adm_way?: string
  /** 治疗类别 */
  readonly trt_type?: string
  /** 入院时间 */
  readonly adm_time?: Moment
  /** 入院科室编码 */
  readonly adm_dept_code?: string
  /** 入院科室名称 */
  readonly adm_dept_name?: string
  /** 转科科别 */
  readonly refldept_dept?: string
  /** 出院时间 */
  readonly dscg_time?: Moment
  /** 出院科室编码 */
  readonly dscg_dept_code?: string
  /** 出院科室名称 */
  readonly dscg_dept_name?: string
  /** 出院科别 */
  readonly dscg_caty: string
  /** 门（急）诊诊断（西医诊断） */
  readonly otp_wm_dise?: string
  /** 西医疾病代码 */
  readonly wm_dise_code?: string
  /** 门（急）诊诊断（中医诊断） */
  readonly otp_tcm_dise?: string
  /** 中医疾病代码 */
  readonly tcm_dise_code?: string
  /** 呼吸机使用时长 */
  readonly vent_used_dura?: string
  /** 颅脑损伤患者入院前昏迷时长 */
  readonly pwcry_bfadm_coma_dura?: string
  /** 颅脑损伤患者入院后昏迷时长 */
  readonly pwcry_afadm_coma_dura?: string
  /** 特级护理天数 */
  readonly spga_nurscare_days?: Decimal
  /** 一级护理天数 */
  readonly lv1_nurscare_days?: Decimal
  /** 二级护理天数 */
  readonly scd_nurscare_days?: Decimal
  /** 三级护理天数 */
  readonly lv3_nurscare_days?: Decimal
  /** 离院方式 */
  readonly dscg_way?: string
  /** 拟接收机构名称 */
  readonly acp_medins_name?: string
  /** 拟接收机构代码 */
  readonly acp_optins_code?: string
  /** 票据代码 */
  readonly bill_code: string
  /** 票据号码 */
  readonly bill_no: string
  /** 业务流水号 */
  readonly biz_sn: string
  /** 出院31天内再住院计划标志 */
  readonly days_rinp_flag_31?: string
  /** 出院31天内再住院计划目的 */
  readonly days_rinp_pup_31?: string
  /** 主诊医师代码 */
  readonly chfpdr_code?: string
  /** 结算开始日期 */
  readonly setl_begn_date: PlainDate
  /** 结算结束日期 */
  readonly setl_end_date: PlainDate
  /** 医疗机构填报部门 */
  readonly medins_fill_dept: string
  /** 医疗机构填报人 */
  readonly medins_fill_psn: string
  /** 责任护士代码 */
  readonly resp_nurs_code?: string
  /** 状态分类 */
  readonly stas_type?: string
  /** 医保支付方式 */
  readonly hi_paymtd?: string
  /** 新生儿天龄 */
  readonly age_days?: number
  /** 入院科别 */
  readonly adm_caty?: string
}

export interface Input4101Opspdiseinfo {
  /** 手术操作名称 */
  readonly oprn_oprt_name?: string
  /** 手术操作代码 */
  readonly oprn_oprt_code?: string
}

export interface Input4101Diseinfo {
  /** 诊断类别 */
  readonly diag_type: string
  /** 诊断代码 */
  readonly diag_code: string
  /** 诊断名称 */
  readonly diag_name: string
  /** 入院病情类型 */
  readonly adm_cond_type?: string
  /** 主诊断标志 */
  readonly maindiag_flag: string
}

export interface Input4101Oprninfo {
  /** 手术操作类别 */
  readonly oprn_oprt_type: string
  /** 手术操作名称 */
  readonly oprn_oprt_name: string
  /** 手术操作代码 */
  readonly oprn_oprt_code: string
  /** 麻醉方式 */
  readonly anst_way?: string
  /** 术者医师代码 */
  readonly oper_dr_code: string
  /** 麻醉医师代码 */
  readonly anst_dr_code?: string
  /** 手术操作开始时间 */
  readonly oprn_oprt_begntime?: Moment
  /** 手术操作结束时间 */
  readonly oprn_oprt_endtime?: Moment
  /** 麻醉开始时间 */
  readonly anst_begntime?: Moment
  /** 麻醉结束时间 */
  readonly anst_endtime?: Moment
}

export interface Input4101Icuinfo {
  /** 重症监护病房类型 */
  readonly scs_cutd_ward_type: string
  /** 重症监护进入时间 */
  readonly scs_cutd_inpool_time: Moment
  /** 重症监护退出时间 */
  readonly scs_cutd_exit_time: Moment
  /** 重症监护合计时长 */
  readonly scs_cutd_sum_dura: string
}

export interface Input4101Payinfo {
  /** 基金支付类型 */
  readonly fund_pay_type: string
  /** 基金支付金额 */
  readonly fund_payamt: Fen
}

export interface Input4101Bldinfo {
  /** 结算清单输血ID */
  readonly setl_List_bld_Id?: string
  /** 人员编号 */
  readonly psn_no?: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 输血品种 */
  readonly bld_cat?: string
  /** 输血量 */
  readonly bld_amt?: number
  /** 输血计量单位 */
  readonly bld_unt?: string
}

/** What 4101 医疗保障基金结算清单信息上传 asks. */
export interface Input4101 {
  readonly setlinfo: Input4101Setlinfo
  readonly opspdiseinfo: readonly Input4101Opspdiseinfo[]
  readonly diseinfo: readonly Input4101Diseinfo[]
  readonly oprninfo: readonly Input4101Oprninfo[]
  readonly icuinfo: readonly Input4101Icuinfo[]
  readonly payinfo: readonly Input4101Payinfo[]
  readonly bldinfo: readonly Input4101Bldinfo[]
}

export interface Output4101Data {
  /** 清单流水号 */
  readonly setl_list_id: string
}

/** What 4101 医疗保障基金结算清单信息上传 answers. */
export interface Output4101 {
  readonly data: Output4101Data
}

/** 4101 医疗保障基金结算清单信息上传 */
export const t4101: TransactionSpec = {
  infno: '4101',
  name: '医疗保障基金结算清单信息上传',
  input: [
    {
      path: 'setlinfo',
      rows: false,
      fields: [
        f.psn_no,
        need(f.mdtrt_id),
        need(f.setl_id),
        f.medcasno,
        f.dcla_time,
        need(f.ntly),
        need(f.prfs),
        f.curr_addr,
        f.emp_name,
        f.emp_addr,
        f.emp_tel,
        { code: 'poscode', name: '邮编', kind: 'text', size: 6 },
        f.coner_name,
        need(f.patn_rlts),
        need(f.coner_addr),
        need(f.coner_tel),
        f.nwb_adm_type,
        f.nwb_bir_wt,
        f.nwb_adm_wt,
        f.mul_nwb_bir_wt,
        f.mul_nwb_adm_wt,
        f.opsp_diag_caty,
        { code: 'opsp_mdtrt_date', name: '门诊慢特病就诊日期', kind: 'day' },
        { code: 'adm_way', name: '入院途径', kind: 'code', size: 30, list: 'adm_way' },
        f.trt_type,
        f.adm_time,
        { code: 'adm_dept_code', name: '入院科室编码', kind: 'text', size: 30 },
        f.adm_dept_name,
        { code: 'refldept_dept', name: '转科科别', kind: 'text', size: 50 },
        { code: 'dscg_time', name: '出院时间', kind: 'moment' },
        { code: 'dscg_dept_code', name: '出院科室编码', kind: 'text', size: 30 },
        f.dscg_dept_name,
        need(f.dscg_caty),
        { code: 'otp_wm_dise', name: '门（急）诊诊断（西医诊断）', kind: 'text', size: 200 },
        { code: 'wm_dise_code', name: '西医疾病代码', kind: 'text', size: 30 },
        { code: 'otp_tcm_dise', name: '门（急）诊诊断（中医诊断）', kind: 'text', size: 200 },
        { code: 'tcm_dise_code', name: '中医疾病代码', kind: 'text', size: 30 },
        { code: 'vent_used_dura', name: '呼吸机使用时长', kind: 'text', size: 10 },
        { code: 'pwcry_bfadm_coma_dura', name: '颅脑损伤患者入院前昏迷时长', kind: 'text', size: 10 },
        { code: 'pwcry_afadm_coma_dura', name: '颅脑损伤患者入院后昏迷时长', kind: 'text', size: 10 },
        { code: 'spga_nurscare_days', name: '特级护理天数', kind: 'decimal', size: 4, scale: 1 },
        { code: 'lv1_nurscare_days', name: '一级护理天数', kind: 'decimal', size: 4, scale: 1 },
        { code: 'scd_nurscare_days', name: '二级护理天数', kind: 'decimal', size: 4, scale: 1 },
        { code: 'lv3_nurscare_days', name: '三级护理天数', kind: 'decimal', size: 4, scale: 1 },
        f.dscg_way,
        f.acp_medins_name,
        f.acp_optins_code,
        need(f.bill_code),
        need(f.bill_no),
        need(f.biz_sn),
        f.days_rinp_flag_31,
        { code: 'days_rinp_pup_31', name: '出院31天内再住院计划目的', kind: 'text', size: 200 },
        f.chfpdr_code,
        need(f.setl_begn_date),
        need(f.setl_end_date),
        need(f.medins_fill_dept),
        need(f.medins_fill_psn),
        f.resp_nurs_code,
        f.stas_type,
        f.hi_paymtd,
        { code: 'age_days', name: '新生儿天龄', kind: 'whole', size: 3 },
        { code: 'adm_caty', name: '入院科别', kind: 'text', size: 10 },
      ],
    },
    { path: 'opspdiseinfo', rows: true, fields: [f.oprn_oprt_name, f.oprn_oprt_code] },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        need(f.diag_type),
        need(f.diag_code),
        { code: 'diag_name', name: '诊断名称', kind: 'text', size: 500, required: true },
        f.adm_cond_type,
        need(f.maindiag_flag),
      ],
    },
    {
      path: 'oprninfo',
      rows: true,
      fields: [
        {
          code: 'oprn_oprt_type',
          name: '手术操作类别',
          kind: 'code',
          size: 3,
          required: true,
          list: 'oprn_oprt_type',
        },
        need(f.oprn_oprt_name),
        need(f.oprn_oprt_code),
        { code: 'anst_way', name: '麻醉方式', kind: 'text', size: 6 },
        { code: 'oper_dr_code', name: '术者医师代码', kind: 'text', size: 20, required: true },
        { code: 'anst_dr_code', name: '麻醉医师代码', kind: 'text', size: 20 },
        f.oprn_oprt_begntime,
        f.oprn_oprt_endtime,
        f.anst_begntime,
        f.anst_endtime,
      ],
    },
    {
      path: 'icuinfo',
      rows: true,
      fields: [
        need(f.scs_cutd_ward_type),
        need(f.scs_cutd_inpool_time),
        need(f.scs_cutd_exit_time),
        need(f.scs_cutd_sum_dura),
      ],
    },
    { path: 'payinfo', rows: true, fields: [need(f.fund_pay_type), need(f.fund_payamt)] },
    {
      path: 'bldinfo',
      rows: true,
      fields: [
        f.setl_List_bld_Id,
        f.psn_no,
        need(f.mdtrt_id),
        need(f.setl_id),
        f.bld_cat,
        f.bld_amt,
        { code: 'bld_unt', name: '输血计量单位', kind: 'text', size: 15 },
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [{ code: 'setl_list_id', name: '清单流水号', kind: 'text', size: 9, required: true }],
    },
  ],
}
