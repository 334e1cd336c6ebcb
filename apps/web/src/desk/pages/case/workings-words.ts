import { defineWords } from '../../parts/lang.ts'

export const workingsWords = defineWords(
  {
    views: '查看方式',
    table: '核算表',
    sentences: '参保人看到的说明',
    audit: '审计数据',
    step: '步骤',
    working: '算式与依据',
    amount: '金额',
    rounded: '四舍五入到分',
    loading: '正在读取…',
    none: '还没有保存的计算。',
    auditDecided: '与决定一并存档的计算轨迹，逐字节可重算。校验值：',
    auditOpen: '尚未决定；决定时按当时的编码和累计重新计算并存档。当前校验值：',
    save: '下载 JSON',
  },
  {
    views: 'Shown as',
    table: 'Workings',
    sentences: 'What the person reads',
    audit: 'Audit data',
    step: 'Step',
    working: 'Working and basis',
    amount: 'Amount',
    rounded: 'rounded to the fen',
    loading: 'Loading…',
    none: 'No calculation is stored yet.',
    auditDecided: 'The trace stored with the decision; it replays byte for byte. Digest:',
    auditOpen: 'Not decided yet; at the decision it is worked out again and stored. Digest now:',
    save: 'Download JSON',
  },
)
