import { useLanguage } from '../../shared/language.ts'

const zh = {
  title: '我的慢病',
  lead: '门诊慢特病由医院受理：有的病种医院当场认定，其他的每月集中由专家鉴定。结果、告知书和申诉都在这里。',
  none: '还没有认定申请',
  noneText: '带上病历到本地的协议医疗机构，由医院医保办受理，不用再跑经办机构。',
  states: {
    collected: '医院已收件',
    'handed-over': '专家鉴定中',
    granted: '已认定',
    refused: '未通过',
    withdrawn: '已撤回',
  },
  hospital: '受理医院',
  doctor: '诊断医师',
  applied: '受理日期',
  papers: '病历材料',
  pages: (count: number) => (count === 0 ? '还没有，请联系医院补上' : `${count} 页`),
  number: '编号',
  next: (month: string) => `医院会在下个月把 ${month} 收的材料送交经办机构，由专家鉴定。`,
  since: (day: string) => `自 ${day} 起享受待遇`,
  noEnd: '文件没有写终止日',
  networked: '省内异地联网医院可以直接结算',
  reason: '理由',
  by: { hospital: '医院随时鉴定', panel: '专家鉴定' },
  letter: '下载结果告知书',
  appeal: '不同意，我要申诉',
  appealText: '由没有参加过上次鉴定的专家重新鉴定。文件没有写明申诉期限。',
  appealReason: '申诉理由',
  appealSend: '提交申诉',
  appealed: (day: string) => `${day} 申诉`,
  round: (round: number) => `第 ${round} 次鉴定`,
  which: '哪些病可以认定',
  anytime: (count: number) => `${count} 类病随时可以认定（到被指定的医院）`,
  monthly: (day: number) => `其他慢性病每月集中鉴定一次：医院在下月 ${day} 日前送交材料。`,
  crossing: (count: number, named: string) =>
    `${count} 种（类）病在省内异地可以直接结算，文件写明${named}，其余名单还没有收录。`,
}
const en: typeof zh = {
  title: 'My chronic diseases',
  lead: 'Hospitals take applications in: some classes are recognised at once, the others by experts once a month.',
  none: 'No application yet',
  noneText: 'Take your medical record to a contracted hospital; its insurance office does the rest.',
  states: {
    collected: 'taken in',
    'handed-over': 'with the experts',
    granted: 'recognised',
    refused: 'not recognised',
    withdrawn: 'withdrawn',
  },
  hospital: 'Hospital',
  doctor: 'Doctor',
  applied: 'Taken in',
  papers: 'Medical record',
  pages: (count: number) => (count === 0 ? 'none yet; please ask the hospital' : `${count} pages`),
  number: 'Number',
  next: (month: string) => `The hospital hands the papers of ${month} over in the next month.`,
  since: (day: string) => `Benefits from ${day}`,
  noEnd: 'the document names no end',
  networked: 'Settled at once in networked hospitals across the province',
  reason: 'Reason',
  by: { hospital: 'by the hospital', panel: 'by experts' },
  letter: 'Download the result',
  appeal: 'I do not agree and appeal',
  appealText: 'Experts who have not seen it look at it again. The document names no limit for appeals.',
  appealReason: 'Why you appeal',
  appealSend: 'Send the appeal',
  appealed: (day: string) => `Appealed on ${day}`,
  round: (round: number) => `Round ${round}`,
  which: 'Which diseases can be recognised',
  anytime: (count: number) => `${count} classes at any time (in designated hospitals)`,
  monthly: (day: number) =>
    `All others once a month: hospitals hand the papers over by day ${day} of the next month.`,
  crossing: (count: number, named: string) =>
    `${count} classes are settled across the province; the document names ${named}, the others are not loaded yet.`,
}

/** The texts about chronic diseases, in the reader's language. */
export function useChronicTexts(): typeof zh {
  return useLanguage() === 'en' ? en : zh
}
