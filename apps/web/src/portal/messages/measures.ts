import { useLanguage } from '../../shared/language.ts'

const zh = {
  title: '应急措施',
  during: (occasion: string, effect: string) => `${occasion}，${effect}。`,
  until: (day: string) => `施行至 ${day}`,
  noEnd: '文件没有写终止日',
  only: (people: string) => `适用于：${people}`,
  later: (day: string) => `可以先不交，最迟 ${day} 补交`,
  owed: '还需补交的材料',
  owedLead: '您的申请已经先行受理。请在期限前补交下面的材料，不影响正在进行的办理。',
  due: (day: string) => `最迟 ${day} 补交`,
  overdue: (day: string) => `已过期限（${day}），仍可补交；工作人员会联系您`,
  received: '已补交',
  acted: '按应急措施办理',
  halls: '各大厅今日限号',
  hall: (name: string, limit: number, used: number) => `${name}：今日限号 ${limit}，已用 ${used}`,
  hallsNote: '号用完后到窗口的，窗口不会拒绝；建议优先网上办理，不限号。',
}
const en: typeof zh = {
  title: 'Emergency measures',
  during: (occasion: string, effect: string) => `${occasion}: ${effect}.`,
  until: (day: string) => `until ${day}`,
  noEnd: 'the document names no end',
  only: (people: string) => `For: ${people}`,
  later: (day: string) => `May follow later, by ${day}`,
  owed: 'Papers still to come',
  owedLead:
    'Your application was accepted already. Please add these papers in time; it is being handled meanwhile.',
  due: (day: string) => `by ${day}`,
  overdue: (day: string) => `was due on ${day}; you can still add it, and somebody will contact you`,
  received: 'Received',
  acted: 'Handled under emergency measures',
  halls: 'Numbers in the halls today',
  hall: (name: string, limit: number, used: number) => `${name}: ${limit} numbers today, ${used} used`,
  hallsNote:
    'Nobody is refused at the window once the numbers are used up; online there is no limit, and it is quicker.',
}

/** The texts about relief measures, in the reader's language. */
export function useMeasureTexts(): typeof zh {
  return useLanguage() === 'en' ? en : zh
}
