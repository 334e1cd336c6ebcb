import type { PolicyChangeView } from '@yichuang/contracts'
import { useWords } from '../../parts/lang.ts'
import { showDay } from '../../parts/days.ts'
import { useLanguage } from '../../../shared/language.ts'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { optionLabel, pathLabel } from './form/field-words.ts'
import { policyWords } from './words.ts'
import './policy.css'

/** A difference as people read it: what, from which day, was and becomes, on which clause. */
export function Changes({ changes }: { changes: readonly PolicyChangeView[] }) {
  const text = useWords(policyWords)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  if (changes.length === 0) return <p className="muted">{text.noChanges}</p>
  return (
    <ScrollRegion label={text.changes}>
      <table className="plain">
        <caption>{text.changes}</caption>
        <thead>
          <tr>
            {[text.what, text.from, text.before, text.after, text.basis].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.pack} ${change.kind} ${change.id} ${change.what} ${change.change}`}>
              <td>
                <Mark tone={change.change === 'removed' ? 'bad' : 'good'}>
                  {text.changeNames[change.change]}
                </Mark>{' '}
                {change.title}
                <div className="muted small">
                  {change.packTitle}
                  {change.what && ` · ${pathLabel(change.what, language)}`}
                </div>
              </td>
              <td>{change.from ? showDay(change.from) : ''}</td>
              <td>{change.before && <span className="was">{optionLabel(change.before, language)}</span>}</td>
              <td>
                {change.after && <span className="becomes">{optionLabel(change.after, language)}</span>}
              </td>
              <td className="small">
                {change.citation && `${change.citation.citation} ${change.citation.clause}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
