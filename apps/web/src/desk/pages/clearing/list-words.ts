import { defineWords } from '../../parts/lang.ts'

export const listWords = defineWords(
  {
    title: '结算清单',
    intro: '机构提交的医疗保障基金结算清单（4101、4102），金额已与结算核对一致。查阅会记入审计。',
    none: '没有待审核的结算清单',
    noneText: '机构提交后出现在这里；审核不通过的，机构可以改正后重新提交。',
    number: '清单流水号',
    settlement: '结算ID',
    uploaded: '上传时间',
    read: '查阅',
    readOf: (number: string) => `查阅清单 ${number}`,
    pass: '审核通过',
    fail: '审核不通过',
    failText: '机构会看到这里写的原因，改正后可以重新上传。',
    reason: '原因',
    done: '已审核',
    row: (at: number) => `第 ${at} 条`,
  },
  {
    title: 'Settlement lists',
    intro:
      'Settlement lists that institutions handed in (4101, 4102); their money was compared with the settlement. Reading one is recorded.',
    none: 'No list waits for review',
    noneText: 'Lists appear here once handed in; what does not pass can be corrected and sent again.',
    number: 'List',
    settlement: 'Settlement',
    uploaded: 'Uploaded',
    read: 'Read',
    readOf: (number: string) => `Read list ${number}`,
    pass: 'Pass',
    fail: 'Does not pass',
    failText: 'The institution sees the reason, corrects the list and sends it again.',
    reason: 'Reason',
    done: 'Reviewed',
    row: (at: number) => `Row ${at}`,
  },
)
