// Made by scripts/generate.ts from tables/; do not edit.
import type { Fen } from '@yichuang/kernel'

import { need } from '../spec.ts'

import type { Decimal, Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

export interface Input6201Data {
  /** 机构编码 */
  readonly orgCodg: string
  /** 电子凭证机构号 */
  readonly orgId?: string
  /** 人员编号 */
  readonly psnNo: string
  /** 险种类型 */
  readonly insutype: string
  /** 医疗机构订单号 */
  readonly medOrgOrd: string
  /** 要续方的原处方流水 */
  readonly initRxOrd?: string
  /** 电子处方流转标志 */
  readonly rxCircFlag?: string
  /** 开始时间 */
  readonly begntime: string
  /** 证件号码 */
  readonly idNo: string
  /** 用户姓名 */
  readonly userName: string
  /** 证件类别 */
  readonly idType: string
  /** 电子凭证授权ecToken */
  readonly ecToken: string
  /** 参保地 */
  readonly insuCode?: string
  /** 住院/门诊号 */
  readonly iptOtpNo: string
  /** 医师编码 */
  readonly atddrNo?: string
  /** 医师姓名 */
  readonly drName?: string
  /** 科室编码 */
  readonly deptCode?: string
  /** 科室名称 */
  readonly deptName: string
  /** 科别 */
  readonly caty: string
  /** 就诊ID */
  readonly mdtrtId?: string
  /** 医疗类别 */
  readonly medType: string
  /** 费用类别 */
  readonly feeType: string
  /** 医疗费总额 */
  readonly medfeeSumamt: Fen
  /** 个人账户使用标志 */
  readonly acctUsedFlag: string
  /** 主要病情描述 */
  readonly mainCondDscr?: string
  /** 病种编码 */
  readonly diseCodg: string
  /** 病种名称 */
  readonly diseName?: string
  /** 个人结算方式 */
  readonly psnSetlway: string
  /** 收费批次号 */
  readonly chrgBchno: string
  /** 发票号 */
  readonly invono?: string
  /** 出院时间 */
  readonly endtime?: string
  /** 全自费金额 */
  readonly fulamtOwnpayAmt?: Fen
  /** 超限价金额 */
  readonly overlmtSelfpay?: Fen
  /** 先行自付金额 */
  readonly preselfpayAmt?: Fen
  /** 符合政策范围金额 */
  readonly inscpScpAmt?: Fen
  /** 手术操作代码 */
  readonly oprnOprtCode?: string
  /** 手术操作名称 */
  readonly oprnOprtName?: string
  /** 计划生育服务证号 */
  readonly fpscNo?: string
  /** 晚育标志 */
  readonly latechbFlag?: string
  /** 孕周数 */
  readonly gesoVal?: number
  /** 胎次 */
  readonly fetts: number
  /** 胎儿数 */
  readonly fetusCnt?: number
  /** 早产标志 */
  readonly pretFlag?: string
  /** 计划生育手术类别 */
  readonly birctrlType?: string
  /** 计划生育手术或生育日期 */
  readonly birctrlMatnDate?: string
  /** 伴有并发症标志 */
  readonly copFlag?: string
  /** 出院科室编码 */
  readonly dscgDeptCodg?: string
  /** 出院科室名称 */
  readonly dscgDeptName?: string
  /** 出院床位 */
  readonly dscgDed?: string
  /** 离院方式 */
  readonly dscgWay?: string
  /** 死亡日期 */
  readonly dieDate?: string
  /** 生育类别 */
  readonly matnType: string
  /** 扩展字段 */
  readonly extData: unknown
  /** 中途结算标志 */
  readonly midSetlFlag?: string
}

export interface Input6201DiseinfoList {
  /** 诊断类别 */
  readonly diagType: string
  /** 诊断排序号 */
  readonly diagSrtNo: number
  /** 诊断代码 */
  readonly diagCode: string
  /** 诊断名称 */
  readonly diagName: string
  /** 诊断科室 */
  readonly diagDept: string
  /** 诊断医生编码 */
  readonly diseDorNo: string
  /** 诊断医生姓名 */
  readonly diseDorName: string
  /** 诊断时间 */
  readonly diagTime: string
  /** 有效标志 */
  readonly valiFlag: string
}

export interface Input6201FeedetailList {
  /** 费用明细流水号 */
  readonly feedetlSn: string
  /** 就诊ID */
  readonly mdtrtId: string
  /** 人员编号 */
  readonly psnNo: string
  /** 收费批次号 */
  readonly chrgBchno: string
  /** 病种编码 */
  readonly diseCodg?: string
  /** 处方号 */
  readonly rxno?: string
  /** 外购处方标志 */
  readonly rxCircFlag: string
  /** 费用发生时间 */
  readonly feeOcurTime: Moment
  /** 医疗目录编码 */
  readonly medListCodg: string
  /** 医药机构目录编码 */
  readonly medinsListCodg: string
  /** 明细项目费用总额 */
  readonly detItemFeeSumamt: Fen
  /** 数量 */
  readonly cnt: Decimal
  /** 单价 */
  readonly pric: Decimal
  /** 单次剂量描述 */
  readonly sinDosDscr?: string
  /** 使用频次描述 */
  readonly usedFrquDscr?: string
  /** 周期天数 */
  readonly prdDays?: Decimal
  /** 用药途径描述 */
  readonly medcWayDscr?: string
  /** 开单科室编码 */
  readonly bilgDeptCodg: string
  /** 开单科室名称 */
  readonly bilgDeptName: string
  /** 开单医生编码 */
  readonly bilgDrCodg: string
  /** 开单医师姓名 */
  readonly bilgDrName: string
  /** 受单科室编码 */
  readonly acordDeptCodg?: string
  /** 受单科室名称 */
  readonly acordDeptName?: string
  /** 受单医生编码 */
  readonly ordersDrCode?: string
  /** 受单医生姓名 */
  readonly ordersDrName?: string
  /** 医院审批标志 */
  readonly hospApprFlag: string
  /** 中药使用方式 */
  readonly tcmdrugUsedWay?: string
  /** 外检标志 */
  readonly etipFlag?: string
  /** 外检医院编码 */
  readonly etipHospCode?: string
  /** 出院带药标志 */
  readonly dscgTkdrugFlag?: string
  /** 生育费用标志 */
  readonly matnFeeFlag?: string
  /** 原费用流水号 */
  readonly initFeedetlSn?: string
  /** 医嘱号 */
  readonly drordNo?: string
  /** 医疗类别 */
  readonly medType: string
  /** 备注 */
  readonly memo?: string
  /** 扩展字段 */
  readonly extData?: unknown
}

/** What 6201 费用明细上传 asks. */
export interface Input6201 {
  readonly data: Input6201Data & {
    readonly diseinfoList: readonly Input6201DiseinfoList[]
    readonly feedetailList: readonly Input6201FeedetailList[]
  }
}

export interface Output6201Data {
  /** 支付订单号 */
  readonly payOrdId: string
  /** 支付token */
  readonly payToken: string
  /** 医保支付收银台h5地址 */
  readonly cashierUrl?: string
  /** 医保扩展数据 */
  readonly extData?: unknown
}

/** What 6201 费用明细上传 answers. */
export interface Output6201 {
  readonly data: Output6201Data
}

/** 6201 费用明细上传 */
export const t6201: TransactionSpec = {
  infno: '6201',
  name: '费用明细上传',
  input: [
    {
      path: 'data',
      rows: false,
      fields: [
        { code: 'orgCodg', name: '机构编码', kind: 'text', size: 40, required: true },
        { code: 'orgId', name: '电子凭证机构号', kind: 'text', size: 40 },
        need(f.psnNo),
        { code: 'insutype', name: '险种类型', kind: 'text', size: 6, required: true },
        { code: 'medOrgOrd', name: '医疗机构订单号', kind: 'text', size: 40, required: true },
        { code: 'initRxOrd', name: '要续方的原处方流水', kind: 'text', size: 40 },
        { code: 'rxCircFlag', name: '电子处方流转标志', kind: 'text', size: 1 },
        { code: 'begntime', name: '开始时间', kind: 'text', size: 19, required: true },
        need(f.idNo),
        need(f.userName),
        need(f.idType),
        { code: 'ecToken', name: '电子凭证授权ecToken', kind: 'text', size: 64, required: true },
        { code: 'insuCode', name: '参保地', kind: 'text', size: 6 },
        { code: 'iptOtpNo', name: '住院/门诊号', kind: 'text', size: 30, required: true },
        { code: 'atddrNo', name: '医师编码', kind: 'text', size: 30 },
        { code: 'drName', name: '医师姓名', kind: 'text', size: 50 },
        { code: 'deptCode', name: '科室编码', kind: 'text', size: 30 },
        { code: 'deptName', name: '科室名称', kind: 'text', size: 100, required: true },
        need(f.caty),
        f.mdtrtId,
        need(f.medType),
        { code: 'feeType', name: '费用类别', kind: 'text', size: 3, required: true },
        { code: 'medfeeSumamt', name: '医疗费总额', kind: 'money', size: 16, scale: 2, required: true },
        { code: 'acctUsedFlag', name: '个人账户使用标志', kind: 'text', size: 1, required: true },
        { code: 'mainCondDscr', name: '主要病情描述', kind: 'text', size: 1000 },
        need(f.diseCodg),
        { code: 'diseName', name: '病种名称', kind: 'text', size: 500 },
        { code: 'psnSetlway', name: '个人结算方式', kind: 'text', size: 6, required: true },
        need(f.chrgBchno),
        f.invono,
        { code: 'endtime', name: '出院时间', kind: 'text', size: 19 },
        { code: 'fulamtOwnpayAmt', name: '全自费金额', kind: 'money', size: 16, scale: 2 },
        { code: 'overlmtSelfpay', name: '超限价金额', kind: 'money', size: 16, scale: 2 },
        { code: 'preselfpayAmt', name: '先行自付金额', kind: 'money', size: 16, scale: 2 },
        { code: 'inscpScpAmt', name: '符合政策范围金额', kind: 'money', size: 16, scale: 2 },
        { code: 'oprnOprtCode', name: '手术操作代码', kind: 'text', size: 30 },
        { code: 'oprnOprtName', name: '手术操作名称', kind: 'text', size: 500 },
        { code: 'fpscNo', name: '计划生育服务证号', kind: 'text', size: 50 },
        { code: 'latechbFlag', name: '晚育标志', kind: 'text', size: 3 },
        { code: 'gesoVal', name: '孕周数', kind: 'whole', size: 2 },
        need(f.fetts),
        { code: 'fetusCnt', name: '胎儿数', kind: 'whole', size: 3 },
        { code: 'pretFlag', name: '早产标志', kind: 'text', size: 3 },
        { code: 'birctrlType', name: '计划生育手术类别', kind: 'text', size: 6 },
        { code: 'birctrlMatnDate', name: '计划生育手术或生育日期', kind: 'text', size: 10 },
        { code: 'copFlag', name: '伴有并发症标志', kind: 'text', size: 3 },
        { code: 'dscgDeptCodg', name: '出院科室编码', kind: 'text', size: 30 },
        { code: 'dscgDeptName', name: '出院科室名称', kind: 'text', size: 100 },
        { code: 'dscgDed', name: '出院床位', kind: 'text', size: 50 },
        { code: 'dscgWay', name: '离院方式', kind: 'text', size: 8 },
        { code: 'dieDate', name: '死亡日期', kind: 'text', size: 10 },
        { code: 'matnType', name: '生育类别', kind: 'text', size: 6, required: true },
        { code: 'extData', name: '扩展字段', kind: 'raw', required: true },
        { code: 'midSetlFlag', name: '中途结算标志', kind: 'text', size: 3 },
      ],
    },
    {
      path: 'data.diseinfoList',
      rows: true,
      fields: [
        { code: 'diagType', name: '诊断类别', kind: 'text', size: 3, required: true },
        { code: 'diagSrtNo', name: '诊断排序号', kind: 'whole', size: 2, required: true },
        { code: 'diagCode', name: '诊断代码', kind: 'text', size: 20, required: true },
        { code: 'diagName', name: '诊断名称', kind: 'text', size: 100, required: true },
        { code: 'diagDept', name: '诊断科室', kind: 'text', size: 50, required: true },
        { code: 'diseDorNo', name: '诊断医生编码', kind: 'text', size: 30, required: true },
        { code: 'diseDorName', name: '诊断医生姓名', kind: 'text', size: 50, required: true },
        { code: 'diagTime', name: '诊断时间', kind: 'text', size: 19, required: true },
        { code: 'valiFlag', name: '有效标志', kind: 'text', size: 3, required: true },
      ],
    },
    {
      path: 'data.feedetailList',
      rows: true,
      fields: [
        { code: 'feedetlSn', name: '费用明细流水号', kind: 'text', size: 30, required: true },
        need(f.mdtrtId),
        need(f.psnNo),
        need(f.chrgBchno),
        f.diseCodg,
        f.rxno,
        { code: 'rxCircFlag', name: '外购处方标志', kind: 'text', size: 3, required: true },
        { code: 'feeOcurTime', name: '费用发生时间', kind: 'moment', required: true },
        need(f.medListCodg),
        { code: 'medinsListCodg', name: '医药机构目录编码', kind: 'text', size: 150, required: true },
        need(f.detItemFeeSumamt),
        need(f.cnt),
        need(f.pric),
        { code: 'sinDosDscr', name: '单次剂量描述', kind: 'text', size: 200 },
        { code: 'usedFrquDscr', name: '使用频次描述', kind: 'text', size: 200 },
        { code: 'prdDays', name: '周期天数', kind: 'decimal', size: 4, scale: 2 },
        { code: 'medcWayDscr', name: '用药途径描述', kind: 'text', size: 200 },
        { code: 'bilgDeptCodg', name: '开单科室编码', kind: 'text', size: 30, required: true },
        { code: 'bilgDeptName', name: '开单科室名称', kind: 'text', size: 100, required: true },
        { code: 'bilgDrCodg', name: '开单医生编码', kind: 'text', size: 30, required: true },
        { code: 'bilgDrName', name: '开单医师姓名', kind: 'text', size: 50, required: true },
        { code: 'acordDeptCodg', name: '受单科室编码', kind: 'text', size: 30 },
        { code: 'acordDeptName', name: '受单科室名称', kind: 'text', size: 100 },
        { code: 'ordersDrCode', name: '受单医生编码', kind: 'text', size: 30 },
        { code: 'ordersDrName', name: '受单医生姓名', kind: 'text', size: 50 },
        { code: 'hospApprFlag', name: '医院审批标志', kind: 'text', size: 3, required: true },
        { code: 'tcmdrugUsedWay', name: '中药使用方式', kind: 'text', size: 6 },
        { code: 'etipFlag', name: '外检标志', kind: 'text', size: 3 },
        { code: 'etipHospCode', name: '外检医院编码', kind: 'text', size: 30 },
        { code: 'dscgTkdrugFlag', name: '出院带药标志', kind: 'text', size: 3 },
        { code: 'matnFeeFlag', name: '生育费用标志', kind: 'text', size: 6 },
        { code: 'initFeedetlSn', name: '原费用流水号', kind: 'text', size: 30 },
        { code: 'drordNo', name: '医嘱号', kind: 'text', size: 30 },
        need(f.medType),
        f.memo,
        { code: 'extData', name: '扩展字段', kind: 'raw' },
      ],
    },
  ],
  output: [
    {
      path: 'data',
      rows: false,
      fields: [
        need(f.payOrdId),
        need(f.payToken),
        { code: 'cashierUrl', name: '医保支付收银台h5地址', kind: 'text', size: 4000 },
        f.extData,
      ],
    },
  ],
}
