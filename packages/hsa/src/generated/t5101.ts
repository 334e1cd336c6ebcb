// Made by scripts/generate.ts from tables/; do not edit.
import type { Moment, TransactionSpec } from '../spec.ts'

import { f } from './fields.ts'

/** What 5101 科室信息查询 asks. */
export type Input5101 = null

export interface Output5101Feedetail {
  /** 医院科室编码 */
  readonly hosp_dept_codg?: string
  /** 医院科室名称 */
  readonly hosp_dept_name?: string
  /** 开始时间 */
  readonly begntime?: Moment
  /** 结束时间 */
  readonly endtime?: Moment
  /** 简介 */
  readonly itro?: string
  /** 科室负责人姓名 */
  readonly dept_resper_name?: string
  /** 科室负责人电话 */
  readonly dept_resper_tel?: string
  /** 科室医疗服务范围 */
  readonly dept_med_serv_scp?: string
  /** 科别 */
  readonly caty?: string
  /** 科室成立日期 */
  readonly dept_estbdat?: Moment
  /** 批准床位数量 */
  readonly aprv_bed_cnt?: number
  /** 医保认可床位数 */
  readonly hi_crtf_bed_cnt?: number
  /** 统筹区编号 */
  readonly poolarea_no?: string
  /** 医师人数 */
  readonly dr_psncnt?: number
  /** 药师人数 */
  readonly phar_psncnt?: number
  /** 护士人数 */
  readonly nurs_psncnt?: number
  /** 技师人数 */
  readonly tecn_psncnt?: number
  /** 备注 */
  readonly memo?: string
}

/** What 5101 科室信息查询 answers. */
export interface Output5101 {
  readonly feedetail: readonly Output5101Feedetail[]
}

/** 5101 科室信息查询 */
export const t5101: TransactionSpec = {
  infno: '5101',
  name: '科室信息查询',
  input: [],
  output: [
    {
      path: 'feedetail',
      rows: true,
      fields: [
        { code: 'hosp_dept_codg', name: '医院科室编码', kind: 'text', size: 20 },
        { code: 'hosp_dept_name', name: '医院科室名称', kind: 'text', size: 100 },
        f.begntime,
        f.endtime,
        { code: 'itro', name: '简介', kind: 'text', size: 500 },
        { code: 'dept_resper_name', name: '科室负责人姓名', kind: 'text', size: 50 },
        { code: 'dept_resper_tel', name: '科室负责人电话', kind: 'text', size: 50 },
        { code: 'dept_med_serv_scp', name: '科室医疗服务范围', kind: 'text', size: 500 },
        f.caty,
        { code: 'dept_estbdat', name: '科室成立日期', kind: 'moment' },
        { code: 'aprv_bed_cnt', name: '批准床位数量', kind: 'whole', size: 11 },
        { code: 'hi_crtf_bed_cnt', name: '医保认可床位数', kind: 'whole', size: 11 },
        { code: 'poolarea_no', name: '统筹区编号', kind: 'text', size: 6 },
        { code: 'dr_psncnt', name: '医师人数', kind: 'whole', size: 5 },
        { code: 'phar_psncnt', name: '药师人数', kind: 'whole', size: 5 },
        { code: 'nurs_psncnt', name: '护士人数', kind: 'whole', size: 5 },
        { code: 'tecn_psncnt', name: '技师人数', kind: 'whole', size: 5 },
        f.memo,
      ],
    },
  ],
}
