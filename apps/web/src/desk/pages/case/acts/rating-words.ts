import { defineWords } from '../../../parts/lang.ts'

export const ratingWords = defineWords(
  {
    offer: '请参保人评价',
    offerText: '办件已有结果、尚未评价。把屏幕或平板转给参保人，由本人填写；工作人员不得代填。',
    title: '请为本次服务评价',
    intro: '请您本人选择。您的评价只影响服务改进，不影响报销结果。',
    why: (grade: string) => `${grade}：主要因为什么？（可多选）`,
    needWhy: (grade: string) => `${grade}：请选择原因，或写一句话`,
    words: '想说的话（可不填）',
    again: '重新选择',
    submit: '提交评价',
    thanks: '谢谢您的评价',
    handBack: '请把设备交还工作人员。',
    close: '工作人员：返回案件',
    leave: '暂不评价',
  },
  {
    offer: 'Let the person rate',
    offerText:
      'The case has its answer and no rating yet. Hand the screen to the person: staff do not fill it in.',
    title: 'Please rate this service',
    intro: 'Please choose yourself. Your rating improves the service and has no effect on your claim.',
    why: (grade: string) => `${grade}: what was the main reason? (choose any)`,
    needWhy: (grade: string) => `${grade}: please choose a reason or write a sentence`,
    words: 'Anything to add (optional)',
    again: 'Choose again',
    submit: 'Send the rating',
    thanks: 'Thank you for rating',
    handBack: 'Please give the device back to the staff.',
    close: 'Staff: back to the case',
    leave: 'Not now',
  },
)
