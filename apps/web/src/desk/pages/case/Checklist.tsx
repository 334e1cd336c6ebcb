import { Checkbox } from 'antd'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useAct } from '../../parts/queries.ts'
import { reloadCase, useCase, type CaseView } from './case-context.tsx'
import { actWords } from './acts/words.ts'

/** The item's list of materials against what was handed in; a tick is kept, and says whose it is. */
export function Checklist() {
  const { view } = useCase()
  const text = useWords(actWords)
  return (
    <section className="panel" aria-label={text.checklist}>
      <h2>{text.checklist}</h2>
      <ul className="checklist">
        {view.materials.map((slot) => (
          <Slot key={slot.materialId} slot={slot} />
        ))}
      </ul>
      <p className="muted small flat">{text.checklistText}</p>
    </section>
  )
}

function Slot({ slot }: { slot: CaseView['materials'][number] }) {
  const { view } = useCase()
  const text = useWords(actWords)
  const { caseId, regionCode } = view
  const act = useAct('checkMaterial', () => reloadCase(view))
  const given = slot.files.length > 0
  const sent = act.isPending ? act.variables.body.checked : undefined
  const tick = (checked: boolean) =>
    act.mutate({
      params: { caseId, materialId: slot.materialId },
      body: { regionCode, fileIds: slot.files.map(({ fileId }) => fileId), checked },
    })
  return (
    <li>
      <Checkbox
        disabled={!given || act.isPending}
        checked={sent ?? slot.checked !== null}
        aria-label={text.seen(slot.name)}
        onChange={({ target }) => tick(target.checked)}
      >
        {slot.name}
      </Checkbox>
      <Mark tone={given ? 'good' : slot.required ? 'bad' : 'quiet'}>
        {given ? text.given(slot.files.length) : slot.required ? text.missing : text.optional}
      </Mark>
      {slot.checked && (
        <div className="muted small">{text.checkedBy(slot.checked.by, showDay(slot.checked.day))}</div>
      )}
      {slot.note && <div className="muted small">{slot.note}</div>}
      <ProblemAlert error={act.error} />
    </li>
  )
}
