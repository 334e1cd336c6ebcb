import type { ClaimContent } from '@yichuang/contracts'

const CLAIM = ['visit', 'bills', 'materials', 'payee', 'check'] as const
const WITHDRAWAL = ['reason', 'materials', 'payee', 'check'] as const
const OBJECTION = ['objection', 'materials', 'check'] as const
const REMOTE = ['remote', 'materials', 'check'] as const

export type StepName =
  (typeof CLAIM)[number] | (typeof WITHDRAWAL)[number] | (typeof OBJECTION)[number] | (typeof REMOTE)[number]

/** The steps of an application, by what is asked in it. */
export function stepsOf({ withdrawal, objection, remote }: ClaimContent): readonly StepName[] {
  if (objection) return OBJECTION
  if (remote) return REMOTE
  return withdrawal ? WITHDRAWAL : CLAIM
}

export function isStep(text: string | undefined): text is StepName {
  return [...CLAIM, ...WITHDRAWAL, ...OBJECTION, ...REMOTE].includes(text as StepName)
}

/** The step on which the field of a path stands. */
export function stepOfPath(path: string): StepName {
  const head = path.split(/[.[]/)[0] ?? ''
  if (isStep(head) && head !== 'payee' && head !== 'check' && head !== 'reason') return head
  return head === 'withdrawal' ? 'reason' : 'payee'
}
