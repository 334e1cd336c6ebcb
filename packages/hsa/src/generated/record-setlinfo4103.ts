// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Moment, FieldSpec } from '../spec.ts'

import { f } from './fields.ts'

/** Of 4103 setlinfo. */
export interface Setlinfo4103 {
  /** 结算ID */
  readonly setl_id: string
  /** 结算清单流水号 */
  readonly setl_list_sn: string
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 定点医药机构名称 */
  readonly fixmedins_name: string
  /** 定点医药机构编号 */
  readonly fixmedins_code: string
  /** 医保结算等级 */
  readonly hi_setl_lv?: string
  /** 病案号 */
  readonly medcasno: string
  /** 申报时间 */
  readonly dcla_time?: Moment
  /** 人员姓名 */
  readonly psn_name: string
  /** 性别 */
  readonly gend: string
  /** 出生日期 */
  readonly brdy: PlainDate
  /** 年龄 */
  readonly age?: Decimal
  /** （年龄不足1周岁）年龄 */
  readonly age_daus?: number
  /** 国籍 */
  readonly ntly: string
  /** 民族 */
  readonly naty: string
  /** 患者证件类别 */
  readonly patn_cert_type: string
  /** 证件号码 */
  readonly certno: string
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
  readonly emp_poscode?: string
  /** 联系人姓名 */
  readonly coner_name: string
  /** 与患者关系 */
  readonly patn_rlts: string
  /** 联系人地址 */
  readonly coner_addr: string
  /** 联系人电话 */
  readonly coner_tel: string
  /** 险种类型 */
  readonly insutype?: string
  /** 特殊人员类型 */
  readonly sp_psn_type?: string
  /** 参保所属医保区划 */
  readonly insu_admdvs?: string
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
  readonly opsp_mdtrt_time?: PlainDate
  /** 住院医疗类型 */
  readonly ipt_med_type: string
  /** 入院途径 */
  readonly adm_way_code?: string
  /** 治疗类别 */
  readonly trt_type?: string
  /** 入院时间 */
  readonly adm_time?: Moment
  /** 出院时间 */
  readonly dscg_time?: Moment
  /** 入院科别 */
  readonly adm_caty: string
  /** 转科科别 */
  readonly refl_caty?: string
  /** 出院科别 */
  readonly dscg_caty: string
  /** 实际住院天数 */
  readonly act_ipt_days?: number
  /** 门（急）诊西医诊断 */
  readonly otp_wm_dise?: string
  /** 西医诊断疾病代码 */
  readonly otp_wm_diag_dise_code?: string
  /** 门（急）诊中医诊断 */
  readonly otp_tcm_dise?: string
  /** 中医诊断代码 */
  readonly otp_tcm_diag_dise_code?: string
  /** 诊断代码计数 */
  readonly diag_code_cnt?: number
  /** 手术操作代码计数 */
  readonly oprn_oprt_code_cnt?: number
  /** 呼吸机使用天数 */
  readonly vent_used_days?: number
  /** 呼吸机使用小时数 */
  readonly vent_used_h_cnt?: number
  /** 呼吸机使用分钟数 */
  readonly vent_used_m_cnt?: number
  /** 入院前颅脑损伤患者昏迷天数 */
  readonly bfadm_coma_days?: number
  /** 入院前颅脑损伤患者昏迷小时数 */
  readonly bfadm_coma_h_cnt?: number
  /** 入院前颅脑损伤患者昏迷分钟数 */
  readonly bfadm_coma_m_cnt?: number
  /** 入院后颅脑损伤患者昏迷天数 */
  readonly afadm_coma_days?: number
  /** 入院后颅脑损伤患者昏迷小时数 */
  readonly afadm_coma_h_cnt?: number
  /** 入院后颅脑损伤患者昏迷分钟数 */
  readonly afadm_coma_m_cnt?: number
  /** 特级护理天数 */
  readonly spga_nurscare_days?: number
  /** 一级护理天数 */
  readonly lv1_nurscare_days?: number
  /** 二级护理天数 */
  readonly scd_nurscare_days?: number
  /** 三级护理天数 */
  readonly lv3_nurscare_days?: number
  /** 离院方式 */
  readonly dscg_way?: string
  /** 拟接收机构名称 */
  readonly acp_medins_name?: string
  /** 拟接收机构代码 */
  readonly acp_optins_code?: string
  /** 出院31天内再住院计划标志 */
  readonly days_rinp_flag_31?: string
  /** 出院31天内再住院目的 */
  readonly days_rinp_pup_31?: string
  /** 主诊医师姓名 */
  readonly chfpdr_name?: string
  /** 主诊医师代码 */
  readonly chfpdr_code?: string
  /** 业务流水号 */
  readonly biz_sn: string
  /** 票据代码 */
  readonly bill_code: string
  /** 票据号码 */
  readonly bill_no: string
  /** 结算开始日期 */
  readonly setl_begn_date: PlainDate
  /** 结算结束日期 */
  readonly setl_end_date: PlainDate
  /** 个人自付 */
  readonly psn_selfpay: Fen
  /** 个人自费 */
  readonly psn_ownpay: Fen
  /** 个人账户支出 */
  readonly acct_pay: Fen
  /** 个人现金支付 */
  readonly psn_cashpay: Fen
  /** 医保支付方式 */
  readonly hi_paymtd: string
  /** 医疗机构填报部门 */
  readonly medins_fill_dept: string
  /** 医疗机构填报人 */
  readonly medins_fill_psn: string
  /** 医保编号 */
  readonly hi_no?: string
  /** 医保类型 */
  readonly hi_type: string
  /** 门慢门特病种名称 */
  readonly opsp_dise_name: string
  /** 门慢门特病种目录代码 */
  readonly opsp_dise_code: string
  /** 出院诊断 */
  readonly dscg_diag?: string
  /** 责任护士姓名 */
  readonly resp_nurs_name?: string
  /** 责任护士代码 */
  readonly resp_nurs_code?: string
  /** 医保机构经办人代码 */
  readonly hsorg_opter_code?: string
  /** 状态分类 */
  readonly stas_type?: string
  /** 医保机构经办人 */
  readonly hsorg_opter: string
  /** 医保机构 */
  readonly hsorg_name?: string
  /** 医保机构代码 */
  readonly hsorg_code?: string
  /** 审核内容 */
  readonly chk_cont?: string
  /** 入院科室编码 */
  readonly adm_dept_codg?: string
  /** 入院科室名称 */
  readonly adm_dept_name?: string
  /** dip病种代码 */
  readonly dipDiseGrpCode?: string
  /** dip病种名称 */
  readonly dipDiseGrpName?: string
  /** 出院科室编码 */
  readonly dscg_dept_codg?: string
  /** 出院科室名称 */
  readonly dscg_dept_name?: string
  /** 公务员支出 */
  readonly gwyPay?: Decimal
  /** 居民大病支出 */
  readonly jmdbPay?: Decimal
  /** 结算时间 */
  readonly setl_time?: Moment
  /** 特病单议退出分值 */
  readonly spcasExitSco?: Decimal
  /** 退出分值权重 */
  readonly spcasExitWt?: Decimal
  /** 特病单议原因 */
  readonly spcasRea?: string
  /** 医保统筹支出 */
  readonly ybtcPay?: Decimal
  /** 医疗救助支出 */
  readonly yljzPay?: Decimal
  /** 职工大额支出 */
  readonly zgdePay?: Decimal
}

export const setlinfo4103: readonly FieldSpec[] = [
  need(f.setl_id),
  { code: 'setl_list_sn', name: '结算清单流水号', kind: 'text', size: 30, required: true },
  need(f.psn_no),
  need(f.mdtrt_id),
  need(f.fixmedins_name),
  { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
  { code: 'hi_setl_lv', name: '医保结算等级', kind: 'code', size: 3, list: 'hi_setl_lv' },
  need(f.medcasno),
  f.dcla_time,
  need(f.psn_name),
  need(f.gend),
  need(f.brdy),
  f.age,
  { code: 'age_daus', name: '（年龄不足1周岁）年龄', kind: 'whole', size: 3 },
  need(f.ntly),
  need(f.naty),
  {
    code: 'patn_cert_type',
    name: '患者证件类别',
    kind: 'code',
    size: 3,
    required: true,
    list: 'patn_cert_type',
  },
  need(f.certno),
  need(f.prfs),
  f.curr_addr,
  f.emp_name,
  f.emp_addr,
  f.emp_tel,
  { code: 'emp_poscode', name: '邮编', kind: 'text', size: 6 },
  need(f.coner_name),
  need(f.patn_rlts),
  need(f.coner_addr),
  need(f.coner_tel),
  f.insutype,
  { code: 'sp_psn_type', name: '特殊人员类型', kind: 'code', size: 6, list: 'sp_psn_type' },
  { code: 'insu_admdvs', name: '参保所属医保区划', kind: 'text', size: 6 },
  f.nwb_adm_type,
  f.nwb_bir_wt,
  f.nwb_adm_wt,
  f.mul_nwb_bir_wt,
  f.mul_nwb_adm_wt,
  f.opsp_diag_caty,
  { code: 'opsp_mdtrt_time', name: '门诊慢特病就诊日期', kind: 'day' },
  { code: 'ipt_med_type', name: '住院医疗类型', kind: 'code', size: 3, required: true, list: 'ipt_med_type' },
  { code: 'adm_way_code', name: '入院途径', kind: 'text', size: 3 },
  f.trt_type,
  f.adm_time,
  { code: 'dscg_time', name: '出院时间', kind: 'moment' },
  { code: 'adm_caty', name: '入院科别', kind: 'text', size: 6, required: true },
  { code: 'refl_caty', name: '转科科别', kind: 'text', size: 6 },
  need(f.dscg_caty),
  { code: 'act_ipt_days', name: '实际住院天数', kind: 'whole', size: 3 },
  { code: 'otp_wm_dise', name: '门（急）诊西医诊断', kind: 'text', size: 200 },
  { code: 'otp_wm_diag_dise_code', name: '西医诊断疾病代码', kind: 'text', size: 20 },
  { code: 'otp_tcm_dise', name: '门（急）诊中医诊断', kind: 'text', size: 200 },
  { code: 'otp_tcm_diag_dise_code', name: '中医诊断代码', kind: 'text', size: 20 },
  { code: 'diag_code_cnt', name: '诊断代码计数', kind: 'whole', size: 3 },
  { code: 'oprn_oprt_code_cnt', name: '手术操作代码计数', kind: 'whole', size: 3 },
  { code: 'vent_used_days', name: '呼吸机使用天数', kind: 'whole', size: 3 },
  { code: 'vent_used_h_cnt', name: '呼吸机使用小时数', kind: 'whole', size: 2 },
  { code: 'vent_used_m_cnt', name: '呼吸机使用分钟数', kind: 'whole', size: 2 },
  { code: 'bfadm_coma_days', name: '入院前颅脑损伤患者昏迷天数', kind: 'whole', size: 3 },
  { code: 'bfadm_coma_h_cnt', name: '入院前颅脑损伤患者昏迷小时数', kind: 'whole', size: 2 },
  { code: 'bfadm_coma_m_cnt', name: '入院前颅脑损伤患者昏迷分钟数', kind: 'whole', size: 2 },
  { code: 'afadm_coma_days', name: '入院后颅脑损伤患者昏迷天数', kind: 'whole', size: 3 },
  { code: 'afadm_coma_h_cnt', name: '入院后颅脑损伤患者昏迷小时数', kind: 'whole', size: 2 },
  { code: 'afadm_coma_m_cnt', name: '入院后颅脑损伤患者昏迷分钟数', kind: 'whole', size: 2 },
  { code: 'spga_nurscare_days', name: '特级护理天数', kind: 'whole', size: 3 },
  { code: 'lv1_nurscare_days', name: '一级护理天数', kind: 'whole', size: 3 },
  { code: 'scd_nurscare_days', name: '二级护理天数', kind: 'whole', size: 3 },
  { code: 'lv3_nurscare_days', name: '三级护理天数', kind: 'whole', size: 3 },
  f.dscg_way,
  f.acp_medins_name,
  f.acp_optins_code,
  f.days_rinp_flag_31,
  { code: 'days_rinp_pup_31', name: '出院31天内再住院目的', kind: 'text', size: 200 },
  f.chfpdr_name,
  f.chfpdr_code,
  need(f.biz_sn),
  need(f.bill_code),
  need(f.bill_no),
  need(f.setl_begn_date),
  need(f.setl_end_date),
  { code: 'psn_selfpay', name: '个人自付', kind: 'money', size: 16, scale: 2, required: true },
  { code: 'psn_ownpay', name: '个人自费', kind: 'money', size: 16, scale: 2, required: true },
  need(f.acct_pay),
  { code: 'psn_cashpay', name: '个人现金支付', kind: 'money', size: 16, scale: 2, required: true },
  need(f.hi_paymtd),
  need(f.medins_fill_dept),
  need(f.medins_fill_psn),
  { code: 'hi_no', name: '医保编号', kind: 'text', size: 30 },
  { code: 'hi_type', name: '医保类型', kind: 'text', size: 3, required: true },
  need(f.opsp_dise_name),
  need(f.opsp_dise_code),
  { code: 'dscg_diag', name: '出院诊断', kind: 'text', size: 300 },
  { code: 'resp_nurs_name', name: '责任护士姓名', kind: 'text', size: 50 },
  f.resp_nurs_code,
  { code: 'hsorg_opter_code', name: '医保机构经办人代码', kind: 'text', size: 50 },
  f.stas_type,
  { code: 'hsorg_opter', name: '医保机构经办人', kind: 'text', size: 50, required: true },
  { code: 'hsorg_name', name: '医保机构', kind: 'text', size: 50 },
  { code: 'hsorg_code', name: '医保机构代码', kind: 'text', size: 50 },
  { code: 'chk_cont', name: '审核内容', kind: 'text', size: 2000 },
  f.adm_dept_codg,
  f.adm_dept_name,
  { code: 'dipDiseGrpCode', name: 'dip病种代码', kind: 'text', size: 200 },
  { code: 'dipDiseGrpName', name: 'dip病种名称', kind: 'text', size: 500 },
  f.dscg_dept_codg,
  f.dscg_dept_name,
  { code: 'gwyPay', name: '公务员支出', kind: 'decimal', size: 16, scale: 4 },
  { code: 'jmdbPay', name: '居民大病支出', kind: 'decimal', size: 16, scale: 4 },
  f.setl_time,
  f.spcasExitSco,
  { code: 'spcasExitWt', name: '退出分值权重', kind: 'decimal', size: 16, scale: 6 },
  { code: 'spcasRea', name: '特病单议原因', kind: 'text', size: 200 },
  { code: 'ybtcPay', name: '医保统筹支出', kind: 'decimal', size: 16, scale: 4 },
  { code: 'yljzPay', name: '医疗救助支出', kind: 'decimal', size: 16, scale: 4 },
  { code: 'zgdePay', name: '职工大额支出', kind: 'decimal', size: 16, scale: 4 },
]
