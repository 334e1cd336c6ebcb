export const stepNames = ['visit', 'bills', 'materials', 'payee', 'check'] as const
export type StepName = (typeof stepNames)[number]

export function isStep(text: string | undefined): text is StepName {
  return stepNames.includes(text as StepName)
}

/** The step on which the field of a path stands. */
export function stepOfPath(path: string): StepName {
  const head = path.split(/[.[]/)[0] ?? ''
  if (head === 'visit') return 'visit'
  if (head === 'bills') return 'bills'
  if (head === 'materials') return 'materials'
  return 'payee'
}
