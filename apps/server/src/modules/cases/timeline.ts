import type { CaseView } from '@yichuang/contracts'
import type { ProcessVersion } from '@yichuang/policy'
import type { Language, Sentences } from '../../platform/problem.ts'
import type { History } from './case.queries.ts'
import { actTitle } from './words.ts'

/** What happened, in words. The person sees who handled the case, and not the guidance staff give each other. */
export function timelineOf(
  { events }: History,
  process: ProcessVersion,
  viewer: 'applicant' | 'staff',
  language: Language,
): CaseView['timeline'] {
  return events
    .filter(({ act }) => viewer === 'staff' || !AMONG_STAFF.has(act))
    .map(({ seq, at, day, act, side, actorName, detail }) => ({
      seq,
      at: new Date(at).toISOString(),
      day,
      act,
      title: titleFor(act, process, viewer, language),
      text: textOf(act, detail, viewer, language),
      by: actorName,
      side,
    }))
}

/** A hand-over becomes the person's business when it is accepted: somebody else is responsible now. */
const AMONG_STAFF: ReadonlySet<string> = new Set([
  'offer-handover',
  'decline-handover',
  'due-soon',
  'send-back',
])
/** Acts whose reason is meant for colleagues: an opinion that somebody else still has to decide on. */
const OPINIONS: ReadonlySet<string> = new Set([
  'pass-up',
  'return',
  'propose-grant',
  'propose-refusal',
  'send-back',
])

function titleFor(
  act: string,
  process: ProcessVersion,
  viewer: 'applicant' | 'staff',
  language: Language,
): string {
  // Before the decision there is only a review; which way it leans is not an answer to the person.
  if (viewer === 'applicant' && act.startsWith('propose-'))
    return language === 'zh' ? '审核完成，等待审批' : 'Reviewed, waiting for approval'
  return actTitle(act, process)[language]
}

/** A withdrawal that a clerk recorded says on what proof. */
const SHOWN_BY: Readonly<Record<string, Sentences>> = {
  person: {
    zh: '参保人本人到窗口出示医保码要求撤回，由窗口记录',
    en: 'the person asked for it at the window and showed their e-voucher code; recorded by the window',
  },
  helper: {
    zh: '已登记的代办人到窗口出示医保码要求撤回，由窗口记录',
    en: 'a recorded helper asked for it at the window and showed their e-voucher code; recorded by the window',
  },
}

function textOf(
  act: string,
  detail: Readonly<Record<string, unknown>>,
  viewer: 'applicant' | 'staff',
  language: Language,
): string {
  if (viewer === 'applicant' && OPINIONS.has(act)) return ''
  const zh = language === 'zh'
  const say = (key: string) => (typeof detail[key] === 'string' ? detail[key] : '')
  switch (act) {
    case 'hand-in':
      return zh
        ? `办件编号 ${say('number')}，首问负责人 ${say('owner')}（${say('office')}）`
        : `Case number ${say('number')}; ${say('owner')} at ${say('office')} is responsible`
    case 'start':
      return hallNumber(detail, say('reason'), language)
    case 'notify':
      return detail['agencyFault'] === true
        ? `${say('reason')}${zh ? '（含应在前次一并告知的内容，不影响办理期限）' : ' (some of it should have been told before; your time is not affected)'}`
        : say('reason')
    case 'due-moved':
      return zh
        ? `${say('from') || '—'} → ${say('to') || '—'}：${say('why')}`
        : `${say('from') || '—'} → ${say('to') || '—'}: ${say('whyEn')}`
    case 'rules-moved':
      return say('title')
    case 'withdraw':
      return [say('reason'), SHOWN_BY[say('shownBy')]?.[language]].filter(Boolean).join(zh ? '；' : '; ')
    case 'paper-received':
    case 'paper-reminded':
    case 'paper-overdue':
    case 'paper-extended':
    case 'paper-waived':
    case 'paper-enforced': {
      const until = say('dueOn') && (zh ? `，期限 ${say('dueOn')}` : `, due ${say('dueOn')}`)
      return [`${zh ? say('text') : say('textEn')}${until}`, say('reason')]
        .filter(Boolean)
        .join(zh ? '：' : ': ')
    }
    case 'offer-handover':
      return `${say('to')}：${say('reason')}`
    default:
      return say('reason') || say('guidance') || say('text')
  }
}

/** The number of the day, where a measure limits them. */
function hallNumber(
  { number, limit }: Readonly<Record<string, unknown>>,
  reason: string,
  language: Language,
): string {
  if (typeof number !== 'number' || typeof limit !== 'number') return ''
  const said =
    language === 'zh' ? `今日第 ${number} 号（限号 ${limit}）` : `Number ${number} of ${limit} today`
  return [said, reason].filter(Boolean).join(language === 'zh' ? '：' : ': ')
}
