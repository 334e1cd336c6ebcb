// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen, PlainDate } from '@yichuang/kernel'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

export interface Input4103Data {
  /** 人员编号 */
  readonly psn_no: string
  /** 结算ID */
  readonly setl_id: string
}

/** What 4103 医疗保障基金结算清单信息查询 asks. */
export interface Input4103 {
  readonly data: Input4103Data
}

export interface Output4103Setlinfo {
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

export interface Output4103Payinfo {
  /** 结算ID */
  readonly setl_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 基金支付类型 */
  readonly fund_pay_type: string
  /** 统筹区基金支付类型 */
  readonly poolarea_fund_pay_type: string
  /** 统筹区基金支付类型名称 */
  readonly poolarea_fund_pay_name?: string
  /** 基金支付金额 */
  readonly fund_payamt: Fen
}

export interface Output4103Opspdiseinfo {
  /** 结算清单门慢门特诊疗信息ID */
  readonly setl_list_opsp_trt_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 诊断代码 */
  readonly diag_code: string
  /** 诊断名称 */
  readonly diag_name: string
  /** 手术操作名称 */
  readonly oprn_oprt_name: string
  /** 手术操作代码 */
  readonly oprn_oprt_code: string
}

export interface Output4103Diseinfo {
  /** 结算清单诊断ID */
  readonly setl_list_diag_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 诊断类别 */
  readonly diag_type: string
  /** 主诊断标志 */
  readonly maindiag_flag: string
  /** 诊断代码 */
  readonly diag_code: string
  /** 诊断名称 */
  readonly diag_name: string
  /** 入院病情类型 */
  readonly adm_cond_type?: string
}

export interface Output4103Iteminfo {
  /** 结算清单收费项目ID */
  readonly etl_list_chrgitm_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 医疗收费项目类别 */
  readonly med_chrgitm_type?: string
  /** 金额 */
  readonly item_sumamt: Fen
  /** 甲类费用合计 */
  readonly item_claa_sumfee: Fen
  /** 乙类金额合计 */
  readonly item_clab_amt: Fen
  /** 全自费金额 */
  readonly item_fulamt_ownpay_amt: Fen
  /** 项目其他金额 */
  readonly item_ownpay_amt: Fen
  /** 单病种代码名称 */
  readonly sindise_code_name?: string
  /** 日间手术代码名称 */
  readonly daysrg_code_name?: string
}

export interface Output4103Oprninfo {
  /** 结算清单手术操作ID */
  readonly setl_list_oprn_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 主要手术标志 */
  readonly main_oprn_flag?: string
  /** 手术操作名称 */
  readonly oprn_oprt_name?: string
  /** 手术操作代码 */
  readonly oprn_oprt_code?: string
  /** 手术操作日期 */
  readonly oprn_oprt_date?: PlainDate
  /** 麻醉方式 */
  readonly anst_way?: string
  /** 术者医师姓名 */
  readonly oper_dr_name?: string
  /** 术者医师代码 */
  readonly oper_dr_code?: string
  /** 麻醉医师姓名 */
  readonly anst_dr_name?: string
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

export interface Output4103Icuinfo {
  /** 结算清单重症监护ID */
  readonly setl_list_scs_cutd_id: string
  /** 人员编号 */
  readonly psn_no: string
  /** 就诊ID */
  readonly mdtrt_id: string
  /** 结算ID */
  readonly setl_id: string
  /** 重症监护病房类型 */
  readonly scs_cutd_ward_type: string
  /** 重症监护进入时间 */
  readonly scs_cutd_inpool_time: Moment
  /** 重症监护退出时间 */
  readonly scs_cutd_exit_time: Moment
  /** 重症监护合计时长 */
  readonly scs_cutd_sum_dura: string
}

export interface Output4103DrgAppyinfo {
  /** 申请特病单议项目ID */
  readonly appySpcasItemId: string
  /** 申请审核结算目录ID */
  readonly appyChkSetlListId: string
  /** 结算ID */
  readonly setlId: string
  /** 数量 */
  readonly cnt?: number
  /** 单价 */
  readonly pric?: Decimal
  /** 明细项目费用总额 */
  readonly detItemFeeSumamt?: Fen
  /** 退出明细项目费用总额 */
  readonly exitDetlItemFeeSumamt?: Fen
  /** 医保目录编码 */
  readonly hilistCode?: string
  /** 医保目录名称 */
  readonly hilistName?: string
  /** 目录类别 */
  readonly listType?: string
  /** 医疗目录编码 */
  readonly medListCodg?: string
  /** 医药机构目录编码 */
  readonly medinsListCodg?: string
  /** 医药机构目录名称 */
  readonly medinsListName?: string
  /** 医疗收费项目类别 */
  readonly medChrgitmType?: string
  /** 特病单议退出分值 */
  readonly spcasExitSco?: Decimal
  /** 特病单议退出权重 */
  readonly spcasExitWt?: Decimal
}

export interface Output4103Bldinfo {
  /** 结算清单输血ID */
  readonly setl_List_bld_Id: string
  /** 人员编号 */
  readonly psn_no: string
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

/** What 4103 医疗保障基金结算清单信息查询 answers. */
export interface Output4103 {
  readonly setlinfo: Output4103Setlinfo
  readonly payinfo: readonly Output4103Payinfo[]
  readonly opspdiseinfo: readonly Output4103Opspdiseinfo[]
  readonly diseinfo: readonly Output4103Diseinfo[]
  readonly iteminfo: readonly Output4103Iteminfo[]
  readonly oprninfo: readonly Output4103Oprninfo[]
  readonly icuinfo: readonly Output4103Icuinfo[]
  readonly drgAppyinfo: readonly Output4103DrgAppyinfo[]
  readonly bldinfo: readonly Output4103Bldinfo[]
}

/** 4103 医疗保障基金结算清单信息查询 */
export const t4103: TransactionSpec = {
  infno: '4103',
  name: '医疗保障基金结算清单信息查询',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
      ],
    },
  ],
  output: [
    {
      path: 'setlinfo',
      rows: false,
      fields: [
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'setl_list_sn', name: '结算清单流水号', kind: 'text', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'fixmedins_name', name: '定点医药机构名称', kind: 'text', size: 200, required: true },
        { code: 'fixmedins_code', name: '定点医药机构编号', kind: 'id', size: 12, required: true },
        { code: 'hi_setl_lv', name: '医保结算等级', kind: 'code', size: 3, list: 'hi_setl_lv' },
        { code: 'medcasno', name: '病案号', kind: 'text', size: 40, required: true },
        { code: 'dcla_time', name: '申报时间', kind: 'moment' },
        { code: 'psn_name', name: '人员姓名', kind: 'text', size: 50, required: true },
        { code: 'gend', name: '性别', kind: 'code', size: 6, required: true, list: 'gend' },
        { code: 'brdy', name: '出生日期', kind: 'day', required: true },
        { code: 'age', name: '年龄', kind: 'decimal', size: 4, scale: 1 },
        { code: 'age_daus', name: '（年龄不足1周岁）年龄', kind: 'whole', size: 3 },
        { code: 'ntly', name: '国籍', kind: 'text', size: 6, required: true },
        { code: 'naty', name: '民族', kind: 'code', size: 3, required: true, list: 'naty' },
        {
          code: 'patn_cert_type',
          name: '患者证件类别',
          kind: 'code',
          size: 3,
          required: true,
          list: 'patn_cert_type',
        },
        { code: 'certno', name: '证件号码', kind: 'paper', size: 50, required: true },
        { code: 'prfs', name: '职业', kind: 'code', size: 6, required: true, list: 'prfs' },
        { code: 'curr_addr', name: '现住址', kind: 'text', size: 200 },
        { code: 'emp_name', name: '单位名称', kind: 'text', size: 200 },
        { code: 'emp_addr', name: '单位地址', kind: 'text', size: 200 },
        { code: 'emp_tel', name: '单位电话', kind: 'text', size: 50 },
        { code: 'emp_poscode', name: '邮编', kind: 'text', size: 6 },
        { code: 'coner_name', name: '联系人姓名', kind: 'text', size: 50, required: true },
        { code: 'patn_rlts', name: '与患者关系', kind: 'code', size: 6, required: true, list: 'patn_rlts' },
        { code: 'coner_addr', name: '联系人地址', kind: 'text', size: 200, required: true },
        { code: 'coner_tel', name: '联系人电话', kind: 'text', size: 50, required: true },
        { code: 'insutype', name: '险种类型', kind: 'code', size: 6, list: 'insutype' },
        { code: 'sp_psn_type', name: '特殊人员类型', kind: 'code', size: 6, list: 'sp_psn_type' },
        { code: 'insu_admdvs', name: '参保所属医保区划', kind: 'text', size: 6 },
        { code: 'nwb_adm_type', name: '新生儿入院类型', kind: 'code', size: 3, list: 'nwb_adm_type' },
        { code: 'nwb_bir_wt', name: '新生儿出生体重', kind: 'decimal', size: 6, scale: 2 },
        { code: 'nwb_adm_wt', name: '新生儿入院体重', kind: 'decimal', size: 6, scale: 2 },
        { code: 'mul_nwb_bir_wt', name: '多新生儿出生体重', kind: 'text', size: 50 },
        { code: 'mul_nwb_adm_wt', name: '多新生儿入院体重', kind: 'text', size: 50 },
        { code: 'opsp_diag_caty', name: '门诊慢特病诊断科别', kind: 'text', size: 50 },
        { code: 'opsp_mdtrt_time', name: '门诊慢特病就诊日期', kind: 'day' },
        {
          code: 'ipt_med_type',
          name: '住院医疗类型',
          kind: 'code',
          size: 3,
          required: true,
          list: 'ipt_med_type',
        },
        { code: 'adm_way_code', name: '入院途径', kind: 'text', size: 3 },
        { code: 'trt_type', name: '治疗类别', kind: 'code', size: 3, list: 'trt_type' },
        { code: 'adm_time', name: '入院时间', kind: 'moment' },
        { code: 'dscg_time', name: '出院时间', kind: 'moment' },
        { code: 'adm_caty', name: '入院科别', kind: 'text', size: 6, required: true },
        { code: 'refl_caty', name: '转科科别', kind: 'text', size: 6 },
        { code: 'dscg_caty', name: '出院科别', kind: 'text', size: 6, required: true },
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
        { code: 'dscg_way', name: '离院方式', kind: 'code', size: 3, list: 'dscg_way' },
        { code: 'acp_medins_name', name: '拟接收机构名称', kind: 'text', size: 100 },
        { code: 'acp_optins_code', name: '拟接收机构代码', kind: 'text', size: 30 },
        {
          code: 'days_rinp_flag_31',
          name: '出院31天内再住院计划标志',
          kind: 'code',
          size: 3,
          list: 'days_rinp_flag_31',
        },
        { code: 'days_rinp_pup_31', name: '出院31天内再住院目的', kind: 'text', size: 200 },
        { code: 'chfpdr_name', name: '主诊医师姓名', kind: 'text', size: 50 },
        { code: 'chfpdr_code', name: '主诊医师代码', kind: 'text', size: 30 },
        { code: 'biz_sn', name: '业务流水号', kind: 'text', size: 50, required: true },
        { code: 'bill_code', name: '票据代码', kind: 'text', size: 50, required: true },
        { code: 'bill_no', name: '票据号码', kind: 'text', size: 30, required: true },
        { code: 'setl_begn_date', name: '结算开始日期', kind: 'day', required: true },
        { code: 'setl_end_date', name: '结算结束日期', kind: 'day', required: true },
        { code: 'psn_selfpay', name: '个人自付', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'psn_ownpay', name: '个人自费', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'acct_pay', name: '个人账户支出', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'psn_cashpay', name: '个人现金支付', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'hi_paymtd', name: '医保支付方式', kind: 'code', size: 3, required: true, list: 'hi_paymtd' },
        { code: 'medins_fill_dept', name: '医疗机构填报部门', kind: 'text', size: 100, required: true },
        { code: 'medins_fill_psn', name: '医疗机构填报人', kind: 'text', size: 50, required: true },
        { code: 'hi_no', name: '医保编号', kind: 'text', size: 30 },
        { code: 'hi_type', name: '医保类型', kind: 'text', size: 3, required: true },
        { code: 'opsp_dise_name', name: '门慢门特病种名称', kind: 'text', size: 300, required: true },
        { code: 'opsp_dise_code', name: '门慢门特病种目录代码', kind: 'text', size: 30, required: true },
        { code: 'dscg_diag', name: '出院诊断', kind: 'text', size: 300 },
        { code: 'resp_nurs_name', name: '责任护士姓名', kind: 'text', size: 50 },
        { code: 'resp_nurs_code', name: '责任护士代码', kind: 'text', size: 50 },
        { code: 'hsorg_opter_code', name: '医保机构经办人代码', kind: 'text', size: 50 },
        { code: 'stas_type', name: '状态分类', kind: 'text', size: 10 },
        { code: 'hsorg_opter', name: '医保机构经办人', kind: 'text', size: 50, required: true },
        { code: 'hsorg_name', name: '医保机构', kind: 'text', size: 50 },
        { code: 'hsorg_code', name: '医保机构代码', kind: 'text', size: 50 },
        { code: 'chk_cont', name: '审核内容', kind: 'text', size: 2000 },
        { code: 'adm_dept_codg', name: '入院科室编码', kind: 'text', size: 30 },
        { code: 'adm_dept_name', name: '入院科室名称', kind: 'text', size: 100 },
        { code: 'dipDiseGrpCode', name: 'dip病种代码', kind: 'text', size: 200 },
        { code: 'dipDiseGrpName', name: 'dip病种名称', kind: 'text', size: 500 },
        { code: 'dscg_dept_codg', name: '出院科室编码', kind: 'text', size: 30 },
        { code: 'dscg_dept_name', name: '出院科室名称', kind: 'text', size: 100 },
        { code: 'gwyPay', name: '公务员支出', kind: 'decimal', size: 16, scale: 4 },
        { code: 'jmdbPay', name: '居民大病支出', kind: 'decimal', size: 16, scale: 4 },
        { code: 'setl_time', name: '结算时间', kind: 'moment' },
        { code: 'spcasExitSco', name: '特病单议退出分值', kind: 'decimal', size: 16, scale: 6 },
        { code: 'spcasExitWt', name: '退出分值权重', kind: 'decimal', size: 16, scale: 6 },
        { code: 'spcasRea', name: '特病单议原因', kind: 'text', size: 200 },
        { code: 'ybtcPay', name: '医保统筹支出', kind: 'decimal', size: 16, scale: 4 },
        { code: 'yljzPay', name: '医疗救助支出', kind: 'decimal', size: 16, scale: 4 },
        { code: 'zgdePay', name: '职工大额支出', kind: 'decimal', size: 16, scale: 4 },
      ],
    },
    {
      path: 'payinfo',
      rows: true,
      fields: [
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        {
          code: 'fund_pay_type',
          name: '基金支付类型',
          kind: 'code',
          size: 6,
          required: true,
          list: 'fund_pay_type',
        },
        {
          code: 'poolarea_fund_pay_type',
          name: '统筹区基金支付类型',
          kind: 'code',
          size: 10,
          required: true,
          list: 'poolarea_fund_pay_type',
        },
        { code: 'poolarea_fund_pay_name', name: '统筹区基金支付类型名称', kind: 'text', size: 200 },
        { code: 'fund_payamt', name: '基金支付金额', kind: 'money', size: 16, scale: 2, required: true },
      ],
    },
    {
      path: 'opspdiseinfo',
      rows: true,
      fields: [
        {
          code: 'setl_list_opsp_trt_id',
          name: '结算清单门慢门特诊疗信息ID',
          kind: 'text',
          size: 30,
          required: true,
        },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'diag_code', name: '诊断代码', kind: 'text', size: 20, required: true },
        { code: 'diag_name', name: '诊断名称', kind: 'text', size: 100, required: true },
        { code: 'oprn_oprt_name', name: '手术操作名称', kind: 'text', size: 500, required: true },
        { code: 'oprn_oprt_code', name: '手术操作代码', kind: 'text', size: 30, required: true },
      ],
    },
    {
      path: 'diseinfo',
      rows: true,
      fields: [
        { code: 'setl_list_diag_id', name: '结算清单诊断ID', kind: 'text', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'diag_type', name: '诊断类别', kind: 'code', size: 3, required: true, list: 'diag_type' },
        {
          code: 'maindiag_flag',
          name: '主诊断标志',
          kind: 'code',
          size: 3,
          required: true,
          list: 'maindiag_flag',
        },
        { code: 'diag_code', name: '诊断代码', kind: 'text', size: 20, required: true },
        { code: 'diag_name', name: '诊断名称', kind: 'text', size: 100, required: true },
        { code: 'adm_cond_type', name: '入院病情类型', kind: 'code', size: 3, list: 'adm_cond_type' },
      ],
    },
    {
      path: 'iteminfo',
      rows: true,
      fields: [
        { code: 'etl_list_chrgitm_id', name: '结算清单收费项目ID', kind: 'text', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        {
          code: 'med_chrgitm_type',
          name: '医疗收费项目类别',
          kind: 'code',
          size: 6,
          list: 'med_chrgitm_type',
        },
        { code: 'item_sumamt', name: '金额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'item_claa_sumfee', name: '甲类费用合计', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'item_clab_amt', name: '乙类金额合计', kind: 'money', size: 16, scale: 2, required: true },
        {
          code: 'item_fulamt_ownpay_amt',
          name: '全自费金额',
          kind: 'money',
          size: 16,
          scale: 2,
          required: true,
        },
        { code: 'item_ownpay_amt', name: '项目其他金额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'sindise_code_name', name: '单病种代码名称', kind: 'text', size: 100 },
        { code: 'daysrg_code_name', name: '日间手术代码名称', kind: 'text', size: 100 },
      ],
    },
    {
      path: 'oprninfo',
      rows: true,
      fields: [
        { code: 'setl_list_oprn_id', name: '结算清单手术操作ID', kind: 'text', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'main_oprn_flag', name: '主要手术标志', kind: 'text', size: 30 },
        { code: 'oprn_oprt_name', name: '手术操作名称', kind: 'text', size: 500 },
        { code: 'oprn_oprt_code', name: '手术操作代码', kind: 'text', size: 30 },
        { code: 'oprn_oprt_date', name: '手术操作日期', kind: 'day' },
        { code: 'anst_way', name: '麻醉方式', kind: 'text', size: 30 },
        { code: 'oper_dr_name', name: '术者医师姓名', kind: 'text', size: 50 },
        { code: 'oper_dr_code', name: '术者医师代码', kind: 'text', size: 30 },
        { code: 'anst_dr_name', name: '麻醉医师姓名', kind: 'text', size: 50 },
        { code: 'anst_dr_code', name: '麻醉医师代码', kind: 'text', size: 30 },
        { code: 'oprn_oprt_begntime', name: '手术操作开始时间', kind: 'moment' },
        { code: 'oprn_oprt_endtime', name: '手术操作结束时间', kind: 'moment' },
        { code: 'anst_begntime', name: '麻醉开始时间', kind: 'moment' },
        { code: 'anst_endtime', name: '麻醉结束时间', kind: 'moment' },
      ],
    },
    {
      path: 'icuinfo',
      rows: true,
      fields: [
        { code: 'setl_list_scs_cutd_id', name: '结算清单重症监护ID', kind: 'text', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'scs_cutd_ward_type', name: '重症监护病房类型', kind: 'text', size: 6, required: true },
        { code: 'scs_cutd_inpool_time', name: '重症监护进入时间', kind: 'moment', required: true },
        { code: 'scs_cutd_exit_time', name: '重症监护退出时间', kind: 'moment', required: true },
        { code: 'scs_cutd_sum_dura', name: '重症监护合计时长', kind: 'text', size: 10, required: true },
      ],
    },
    {
      path: 'drgAppyinfo',
      rows: true,
      fields: [
        { code: 'appySpcasItemId', name: '申请特病单议项目ID', kind: 'text', size: 30, required: true },
        { code: 'appyChkSetlListId', name: '申请审核结算目录ID', kind: 'text', size: 30, required: true },
        { code: 'setlId', name: '结算ID', kind: 'text', size: 30, required: true },
        { code: 'cnt', name: '数量', kind: 'whole', size: 10 },
        { code: 'pric', name: '单价', kind: 'decimal', size: 12, scale: 2 },
        { code: 'detItemFeeSumamt', name: '明细项目费用总额', kind: 'money', size: 16, scale: 2 },
        { code: 'exitDetlItemFeeSumamt', name: '退出明细项目费用总额', kind: 'money', size: 16, scale: 2 },
        { code: 'hilistCode', name: '医保目录编码', kind: 'text', size: 50 },
        { code: 'hilistName', name: '医保目录名称', kind: 'text', size: 200 },
        { code: 'listType', name: '目录类别', kind: 'code', size: 3, list: 'list_type' },
        { code: 'medListCodg', name: '医疗目录编码', kind: 'text', size: 50 },
        { code: 'medinsListCodg', name: '医药机构目录编码', kind: 'text', size: 100 },
        { code: 'medinsListName', name: '医药机构目录名称', kind: 'text', size: 200 },
        { code: 'medChrgitmType', name: '医疗收费项目类别', kind: 'code', size: 3, list: 'med_chrgitm_type' },
        { code: 'spcasExitSco', name: '特病单议退出分值', kind: 'decimal', size: 16, scale: 6 },
        { code: 'spcasExitWt', name: '特病单议退出权重', kind: 'decimal', size: 16, scale: 6 },
      ],
    },
    {
      path: 'bldinfo',
      rows: true,
      fields: [
        { code: 'setl_List_bld_Id', name: '结算清单输血ID', kind: 'text', size: 30, required: true },
        { code: 'psn_no', name: '人员编号', kind: 'id', size: 30, required: true },
        { code: 'mdtrt_id', name: '就诊ID', kind: 'id', size: 30, required: true },
        { code: 'setl_id', name: '结算ID', kind: 'id', size: 30, required: true },
        { code: 'bld_cat', name: '输血品种', kind: 'text', size: 3 },
        { code: 'bld_amt', name: '输血量', kind: 'whole', size: 6 },
        { code: 'bld_unt', name: '输血计量单位', kind: 'text', size: 3 },
      ],
    },
  ],
}
