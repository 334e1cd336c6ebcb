import { useLanguage } from '../../shared/language.ts'

const zh = {
  title: '支付金额更正',
  decided: (number: string, day: string) => `更正 ${number}，${day}`,
  why: '更正理由',
  document: '依据',
  before: '更正前基金支付',
  after: '更正后基金支付',
  more: (sum: string) => `补付给您 ${sum}`,
  back: (sum: string) => `请退回 ${sum}`,
  open: (sum: string) => `这份更正还有 ${sum} 没有退回；一次退回有困难的，可以与经办人员约定分期。`,
  same: '您的金额不变，只在各基金之间调整。',
  steps: '更正后每一步怎样算出来',
  was: '更正前每一步怎样算出来',
  letter: '下载更正决定书',
  kept: '原来的决定和结算记录保持不变。',
}
const en: typeof zh = {
  title: 'What was paid has been corrected',
  decided: (number, day) => `Correction ${number}, ${day}`,
  why: 'Why',
  document: 'Rests on',
  before: 'The funds paid before',
  after: 'The funds pay now',
  more: (sum) => `${sum} more are paid to you`,
  back: (sum) => `Please pay back ${sum}`,
  open: (sum) => `${sum} of this correction are still open; you can agree on instalments with the agency.`,
  same: 'Your amount stays; only the funds settle among themselves.',
  steps: 'How it is worked out now, step by step',
  was: 'How it was worked out before',
  letter: 'Download the letter',
  kept: 'The decision and the settlement of then stay as they are.',
}

/** The texts about corrections, in the reader's language. */
export function useCorrectionTexts(): typeof zh {
  return useLanguage() === 'en' ? en : zh
}
