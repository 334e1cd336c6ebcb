// Made by scripts/generate.ts from tables/; do not edit.
import type { FieldSpec } from '../spec.ts'
export const part5 = {
  tabname: { code: 'tabname', name: '表名', kind: 'text', size: 100 },
  tcmdrug_used_way: {
    code: 'tcmdrug_used_way',
    name: '中药使用方式',
    kind: 'code',
    size: 6,
    list: 'tcmdrug_used_way',
  },
  tel: { code: 'tel', name: '联系电话', kind: 'text', size: 50 },
  traceTime: { code: 'traceTime', name: '交易时间', kind: 'text', size: 40 },
  trt_dcla_detl_sn: { code: 'trt_dcla_detl_sn', name: '待遇申报明细流水号', kind: 'id', size: 30 },
  trt_type: { code: 'trt_type', name: '治疗类别', kind: 'code', size: 3, list: 'trt_type' },
  type: { code: 'type', name: '字典类型', kind: 'text', size: 30 },
  updt_time: { code: 'updt_time', name: '更新时间', kind: 'day' },
  used_frqu_dscr: { code: 'used_frqu_dscr', name: '使用频次描述', kind: 'text', size: 200 },
  userName: { code: 'userName', name: '用户姓名', kind: 'text', size: 40 },
  vali_flag: { code: 'vali_flag', name: '有效标志', kind: 'code', size: 3, list: 'vali_flag' },
  ver: { code: 'ver', name: '版本号', kind: 'text', size: 20 },
  wubi: { code: 'wubi', name: '五笔助记码', kind: 'text', size: 30 },
  year: { code: 'year', name: '年度', kind: 'text', size: 4 },
} satisfies Record<string, FieldSpec>
