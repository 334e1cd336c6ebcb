import type { ReactNode } from 'react'

export type Tone = 'calm' | 'good' | 'soon' | 'bad' | 'quiet' | 'info'

/** A small label. antd's tags fail the contrast checks, so the desk has its own, with tones that pass. */
export function Mark({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`mark mark-${tone}`}>{children}</span>
}

const stateTones: Record<string, Tone> = {
  draft: 'quiet',
  submitted: 'info',
  supplementing: 'soon',
  accepted: 'info',
  escalated: 'soon',
  reviewed: 'info',
  approved: 'good',
  refused: 'bad',
  'in-payment': 'good',
  paid: 'good',
  'payment-failed': 'bad',
  withdrawn: 'quiet',
}

/** The state of a case in the server's words. */
export function StateMark({ state, name }: { state: string; name: string }) {
  return <Mark tone={stateTones[state] ?? 'quiet'}>{name}</Mark>
}
