import { App, Button } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { ShareDialog } from './ShareDialog.tsx'
import { shareWords } from './share-words.ts'

type Person = Reply<'findPersons'>['items'][number]
type Share = Reply<'personAccountShares'>['items'][number]

/** Relatives who may use the person's account (家庭共济), and whose accounts the person may use. */
export function AccountShares({ person }: { person: Person }) {
  const text = useWords(shareWords)
  const { office } = useDesk()
  const [recording, setRecording] = useState(false)
  const found = useGet('personAccountShares', {
    params: { personId: person.personId },
    query: { regionCode: office.regionCode },
  })
  const { items = [], relations = [] } = found.data ?? {}
  const lists = [
    [text.granted, items.filter(({ side }) => side === 'holder')],
    [text.received, items.filter(({ side }) => side === 'member')],
  ] as const
  return (
    <section className="panel stack">
      <div className="spread">
        <h2 className="flat">{text.title}</h2>
        {relations.length > 0 && (
          <Button size="small" onClick={() => setRecording(true)}>
            {text.add}
          </Button>
        )}
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data && relations.length === 0 && <p className="muted flat">{text.notYet}</p>}
      {found.data && relations.length > 0 && items.length === 0 && <p className="muted flat">{text.none}</p>}
      {lists.map(
        ([title, shares]) =>
          shares.length > 0 && (
            <div key={title}>
              <h3>{title}</h3>
              <ul className="mandates">
                {shares.map((share) => (
                  <Row key={share.shareId} share={share} />
                ))}
              </ul>
            </div>
          ),
      )}
      {recording && (
        <ShareDialog
          holder={person}
          relations={relations}
          onClose={() => {
            setRecording(false)
            void refresh('personAccountShares')
          }}
        />
      )}
    </section>
  )
}

function Row({ share }: { share: Share }) {
  const text = useWords(shareWords)
  const { modal } = App.useApp()
  const revoke = useAct('revokeAccountShare', () => refresh('personAccountShares'))
  const { shareId, regionCode, other } = share
  const ask = () => {
    void modal.confirm({
      title: text.revokeAsk(other),
      content: text.revokeText,
      okText: text.revoke,
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync({ params: { shareId }, body: { regionCode } }).catch(() => undefined),
    })
  }
  return (
    <li className="spread">
      <span>
        <strong>{other}</strong> {text.relations[share.relation]}{' '}
        <span className="muted small">
          {text.from(showDay(share.from))} {share.recordedBy === 'window' ? text.byWindow : text.byHolder}
        </span>
        <ProblemAlert error={revoke.error} />
      </span>
      {share.revokedOn ? (
        <Mark>{text.ended(showDay(share.revokedOn))}</Mark>
      ) : (
        <Button size="small" danger loading={revoke.isPending} onClick={ask}>
          {text.revoke}
        </Button>
      )}
    </li>
  )
}
