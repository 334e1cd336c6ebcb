import { Checkbox } from 'antd'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { useCase } from './case-context.tsx'
import { actWords } from './acts/words.ts'

/** The item's list of materials against what was handed in; the ticks are the clerk's own aid. */
export function Checklist() {
  const { view } = useCase()
  const text = useWords(actWords)
  return (
    <section className="panel" aria-label={text.checklist}>
      <h2>{text.checklist}</h2>
      <ul className="checklist">
        {view.materials.map((slot) => {
          const given = slot.files.length > 0
          return (
            <li key={slot.materialId}>
              <Checkbox disabled={!given} aria-label={text.seen(slot.name)}>
                {slot.name}
              </Checkbox>
              <Mark tone={given ? 'good' : slot.required ? 'bad' : 'quiet'}>
                {given ? text.given(slot.files.length) : slot.required ? text.missing : text.optional}
              </Mark>
              {slot.note && <div className="muted small">{slot.note}</div>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
