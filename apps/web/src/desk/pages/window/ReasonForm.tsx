import type { Withdrawal } from '@yichuang/contracts'
import { AccountTable } from '../../parts/AccountTable.tsx'
import { typedDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { useGet } from '../../parts/queries.ts'
import { Choice, Field } from './Field.tsx'
import { reloadCase } from '../case/case-context.tsx'
import { useTyping } from './typing-state.tsx'
import { windowWords } from './words.ts'

/** Why the personal account is to be paid out, and to whom when the person has died. */
export function ReasonForm() {
  const { view, content, change, saveNow } = useTyping()
  const text = useWords(windowWords)
  const { regionCode, itemId } = view
  const guide = useGet('getGuide', { params: { regionCode, itemId } }, { staleTime: 600_000 })
  const withdrawal = content.withdrawal ?? NOTHING
  const set = (part: Partial<Withdrawal>) => change({ withdrawal: { ...withdrawal, ...part } })
  const reasons = (guide.data?.reasons ?? []).map(({ reasonId, name }) => [reasonId, name])
  // Another reason asks for other papers, and the list of them comes from the server.
  const choose = (reason: string) => {
    set({ reason })
    void saveNow().then(() => reloadCase(view))
  }
  return (
    <section className="panel stack" id="reason">
      <h2>{text.steps.reason}</h2>
      <AccountTable caseId={view.caseId} regionCode={regionCode} />
      <div className="field-grid">
        <Choice
          label={text.reason}
          path="withdrawal.reason"
          value={withdrawal.reason}
          options={{ '': text.chooseReason, ...Object.fromEntries(reasons) } as Record<string, string>}
          onChange={choose}
        />
        <Field
          label={text.happenedOn}
          path="withdrawal.happenedOn"
          hint={text.dayHint}
          value={withdrawal.happenedOn}
          onChange={(happenedOn) => set({ happenedOn })}
          onBlur={(happenedOn) => set({ happenedOn: typedDay(happenedOn) })}
        />
        {withdrawal.reason === 'death' && (
          <>
            <Field
              label={text.heirName}
              path="withdrawal.heirName"
              value={withdrawal.heirName}
              onChange={(heirName) => set({ heirName })}
            />
            <Field
              label={text.heirRelation}
              path="withdrawal.heirRelation"
              value={withdrawal.heirRelation}
              onChange={(heirRelation) => set({ heirRelation })}
            />
          </>
        )}
      </div>
    </section>
  )
}

const NOTHING: Withdrawal = { reason: '', happenedOn: '', heirName: '', heirRelation: '' }
