import { Mark, type Tone } from './Mark.tsx'
import { urgency, type Urgency } from './days.ts'
import { defineWords, useWords } from './lang.ts'

const words = defineWords(
  {
    overdue: (days: number | null) => (days ? `超期 ${days} 个工作日` : '已超期'),
    today: '今天到期',
    left: (days: number) => `剩 ${days} 个工作日`,
    paused: '计时暂停',
    none: '—',
  },
  {
    overdue: (days: number | null) => (days ? `${days} working days overdue` : 'Overdue'),
    today: 'Due today',
    left: (days: number) => `${days} working ${days === 1 ? 'day' : 'days'} left`,
    paused: 'Clock paused',
    none: '—',
  },
)
const tones: Record<Urgency, Tone> = {
  overdue: 'bad',
  today: 'soon',
  soon: 'soon',
  calm: 'calm',
  paused: 'quiet',
  none: 'quiet',
}

/** Working days left as number, words and colour. */
export function DaysLeft(props: { overdue: boolean; paused: boolean; daysLeft: number | null }) {
  const text = useWords(words)
  const how = urgency(props)
  if (how === 'none') return <span className="muted">{text.none}</span>
  return <Mark tone={tones[how]}>{sentence(how, props.daysLeft, text)}</Mark>
}

function sentence(how: Urgency, daysLeft: number | null, text: typeof words.zh): string {
  if (how === 'overdue') return text.overdue(daysLeft === null ? null : Math.abs(daysLeft))
  if (how === 'paused') return text.paused
  if (how === 'today') return text.today
  return text.left(daysLeft ?? 0)
}
