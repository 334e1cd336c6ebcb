import { useWords } from '../../../parts/lang.ts'
import { objectionActs } from '../../objections/words.ts'
import type { CaseView } from '../case-context.tsx'
import { actWords } from './words.ts'

/** What the acts of a case are called: those of an objection decide no payment. */
export function useActText({ content }: Pick<CaseView, 'content'>) {
  const text = useWords(actWords)
  const ofObjection = useWords(objectionActs)
  return content.objection ? { ...text, ...ofObjection } : text
}
