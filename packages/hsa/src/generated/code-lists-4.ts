// Made by scripts/generate.ts from tables/; do not edit.
import type { CodeList } from '../spec.ts'
export const part4 = {
  trt_chk_type: { name: '待遇检查类型', values: { '99': '其他检查', '01': '基金项检查' } },
  trt_enjymnt_flag: { name: '基金款项待遇享受标志', values: { '0': '否', '1': '是' } },
  trt_type: { name: '治疗类别', values: { '10': '西医', '21': '中医', '22': '民族医', '30': '中西医' } },
  vali_flag: { name: '有效标志', values: { '0': '无效', '1': '有效' } },
} satisfies Record<string, CodeList>
