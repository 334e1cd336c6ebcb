import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { financeWords } from './words.ts'

const tones = { open: 'info', exported: 'soon', settled: 'good', cancelled: 'quiet' } as const

export function RunState({ state }: { state: keyof typeof tones }) {
  return <Mark tone={tones[state]}>{useWords(financeWords).states[state]}</Mark>
}
