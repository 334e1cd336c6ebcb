import { App, Button } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { MandateDialog } from './MandateDialog.tsx'
import { windowWords } from './words.ts'

type Person = Reply<'findPersons'>['items'][number]
type Mandate = Reply<'personMandates'>['actsFor'][number]

/** Who acts for the person and for whom the person acts; recorded and ended at the window. */
export function Mandates({ person }: { person: Person }) {
  const text = useWords(windowWords)
  const { office } = useDesk()
  const [recording, setRecording] = useState(false)
  const found = useGet('personMandates', {
    params: { personId: person.personId },
    query: { regionCode: office.regionCode },
  })
  const lists = [
    [text.actedForBy, found.data?.actedForBy ?? [], 'agent'],
    [text.actsFor, found.data?.actsFor ?? [], 'principal'],
  ] as const
  const none = found.data && lists.every(([, mandates]) => mandates.length === 0)
  return (
    <section className="panel stack">
      <div className="spread">
        <h2 className="flat">{text.mandates}</h2>
        <Button size="small" onClick={() => setRecording(true)}>
          {text.mandate}
        </Button>
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {none && <p className="muted flat">{text.noMandates}</p>}
      {lists.map(
        ([title, mandates, other]) =>
          mandates.length > 0 && (
            <div key={other}>
              <h3>{title}</h3>
              <ul className="mandates">
                {mandates.map((mandate) => (
                  <Row key={mandate.mandateId} mandate={mandate} other={mandate[other].name} />
                ))}
              </ul>
            </div>
          ),
      )}
      {recording && (
        <MandateDialog
          principal={person}
          onClose={() => {
            setRecording(false)
            void refresh('personMandates')
          }}
        />
      )}
    </section>
  )
}

function Row({ mandate, other }: { mandate: Mandate; other: string }) {
  const text = useWords(windowWords)
  const { session } = useDesk()
  const { modal, message } = App.useApp()
  const revoke = useAct('revokeMandate', async () => {
    message.success(text.revoked(other))
    await refresh('personMandates')
  })
  const over = mandate.revokedOn !== null || (mandate.to !== null && mandate.to < session.today)
  const ask = () => {
    void modal.confirm({
      title: text.revokeAsk(mandate.agent.name, mandate.principal.name),
      content: text.revokeText,
      okText: text.revoke,
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync({ params: { mandateId: mandate.mandateId } }).catch(() => undefined),
    })
  }
  return (
    <li className="spread">
      <span>
        <strong>{other}</strong> {text.relations[mandate.relation]}{' '}
        <span className="muted small">
          {text.from(showDay(mandate.from))} {mandate.to && text.until(showDay(mandate.to))}{' '}
          {mandate.recordedBy === 'window' ? text.byWindow : text.byPrincipal}
        </span>
        <ProblemAlert error={revoke.error} />
      </span>
      {over ? (
        <Mark>{text.ended(showDay(mandate.revokedOn ?? mandate.to))}</Mark>
      ) : (
        <Button size="small" danger loading={revoke.isPending} onClick={ask}>
          {text.revoke}
        </Button>
      )}
    </li>
  )
}
