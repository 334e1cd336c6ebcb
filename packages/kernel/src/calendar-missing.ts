import type { Locale, Sentences } from './fault.ts'
import type { PlainDate } from './plain-date.ts'

/**
 * A day was asked for whose year had no published calendar on the day the question refers to. Weekdays are never taken
 * for working days instead: the State Council names the days of rest of each year anew.
 */
export class CalendarMissing extends Error {
  override readonly name = 'CalendarMissing'
  readonly code = 'calendar-missing'
  readonly year: number
  readonly known: PlainDate
  readonly sentences: Sentences

  constructor(year: number, known: PlainDate) {
    const sentences: Record<Locale, string> = {
      'zh-CN': `截至 ${known}，${year} 年的节假日安排尚未公布或尚未导入，无法计算工作日。请政策管理员在政策包中导入国务院办公厅关于 ${year} 年节假日安排的通知。`,
      en: `As of ${known}, no calendar for ${year} has been published or loaded, so working days cannot be counted. Ask the policy administrator to load the State Council notice on the holidays of ${year} into the policy pack.`,
    }
    super(sentences.en)
    this.year = year
    this.known = known
    this.sentences = sentences
  }
}
