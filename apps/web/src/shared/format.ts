import { language } from './language.ts'
import type { Language } from './language.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})/
const EN_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const ZH_WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']
const EN_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** `"1234.5"` as `¥1,234.50`; anything that is not an amount comes back unchanged. */
export function money(yuan: string | null | undefined): string {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan ?? '')
  if (!match) return yuan ?? ''
  const whole = (match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${match[1] ? '−' : ''}¥${whole}.${(match[3] ?? '').padEnd(2, '0')}`
}

/** `2020-10-15` as `2020年10月15日` or `15 Oct 2020`; an instant shows its day. Empty for nothing. */
export function day(iso: string | null | undefined, lang: Language = language()): string {
  const match = DAY.exec(iso ?? '')
  if (!match) return iso ?? ''
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return lang === 'en' ? `${date} ${EN_MONTHS[month - 1]} ${year}` : `${year}年${month}月${date}日`
}

/** Weekday of a day: `星期四` or `Thursday`. */
export function weekday(iso: string, lang: Language = language()): string {
  const match = DAY.exec(iso)
  if (!match) return ''
  const index = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))).getUTCDay()
  return (lang === 'en' ? EN_WEEKDAYS : ZH_WEEKDAYS)[index] ?? ''
}

/** An instant as day and minute in China (UTC+8), where every office is. */
export function minute(instant: string, lang: Language = language()): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return `${day(local, lang)} ${local.slice(11, 16)}`
}

/** Bytes for people: `820 KB`, `3.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Things one after another as the reader's language writes them. */
export const listed = (parts: readonly string[]): string => parts.join(language() === 'en' ? ', ' : '、')
