import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { refresh, useAct, usePages, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { AccidentDialog } from './AccidentDialog.tsx'
import { filingWords } from './words.ts'

type Filing = Reply<'listFilings'>['items'][number]
const tones: Record<Filing['state'], Tone> = {
  coming: 'info',
  'in-force': 'good',
  over: 'quiet',
  revoked: 'bad',
}
const KINDS = ['remote', 'designated', 'accident'] as const

/** What is filed of people, newest first; a wrong filing is revoked here. */
export function Filings() {
  const text = useWords(filingWords)
  const { office, has } = useDesk()
  const { regionCode } = office
  const [kind, setKind] = useState<(typeof KINDS)[number] | ''>('')
  const [revoking, setRevoking] = useState<Filing | null>(null)
  const [reading, setReading] = useState<Filing | null>(null)
  const list = usePages('listFilings', { query: { regionCode, limit: 30, ...(kind !== '' && { kind }) } })
  const mayRevoke = has('reviewer') || has('supervisor')
  return (
    <div className="page stack">
      <h1>{text.title}</h1>
      <p className="muted flat">{text.intro}</p>
      <Radio.Group
        aria-label={text.kind}
        value={kind}
        onChange={({ target }) => setKind(target.value as typeof kind)}
        options={[
          { value: '', label: text.all },
          ...KINDS.map((value) => ({ value, label: text.kinds[value] })),
        ]}
      />
      <section className="panel">
        <Listing list={list} empty={text.none} teach={text.noneText}>
          {(rows) => (
            <RowTable
              label={text.title}
              rows={rows}
              keyOf={({ filingId }) => filingId}
              columns={[
                {
                  title: text.number,
                  cell: (one) => (
                    <>
                      {one.number}
                      <div className="muted small">{text.kinds[one.kind]}</div>
                    </>
                  ),
                },
                {
                  title: text.person,
                  className: 'nowrap',
                  cell: (one) => (
                    <>
                      {one.personName}
                      <div className="muted small">{one.idNumberMasked}</div>
                    </>
                  ),
                },
                {
                  title: text.where,
                  cell: (one) => (
                    <>
                      {one.place?.name ?? one.institution}
                      <div className="muted small">{one.why && text.whys[one.why]}</div>
                      {one.kind === 'accident' && (
                        <Button
                          size="small"
                          aria-label={text.accidentOf(one.number)}
                          onClick={() => setReading(one)}
                        >
                          {text.accident}
                        </Button>
                      )}
                    </>
                  ),
                },
                {
                  title: text.period,
                  className: 'nowrap',
                  cell: (one) => (
                    <>
                      {showDay(one.from)}
                      <div className="muted small">
                        {one.until === null ? text.noEnd : showDay(one.until)}
                      </div>
                    </>
                  ),
                },
                {
                  title: text.filedBy,
                  cell: (one) => (
                    <>
                      {one.filedBy}
                      <div className="muted small">{showDay(one.filedOn)}</div>
                    </>
                  ),
                },
                {
                  title: text.state,
                  className: 'nowrap',
                  cell: (one) => (
                    <>
                      <Mark tone={tones[one.state]}>{text.states[one.state]}</Mark>
                      {one.revoked && <div className="muted small">{one.revoked.reason}</div>}
                      {mayRevoke && !one.revoked && (
                        <div>
                          <Button
                            size="small"
                            danger
                            aria-label={text.revokeOf(one.number)}
                            onClick={() => setRevoking(one)}
                          >
                            {text.revoke}
                          </Button>
                        </div>
                      )}
                    </>
                  ),
                },
              ]}
            />
          )}
        </Listing>
      </section>
      {reading && <AccidentDialog filing={reading} onClose={() => setReading(null)} />}
      {revoking && <Revoke filing={revoking} onClose={() => setRevoking(null)} />}
    </div>
  )
}

function Revoke({ filing, onClose }: { filing: Filing; onClose: () => void }) {
  const text = useWords(filingWords)
  const { message } = App.useApp()
  const act = useAct('revokeFiling', () => refresh('listFilings'))
  const { filingId, regionCode, number } = filing
  return (
    <ReasonDialog
      open
      danger
      title={text.revokeOf(number)}
      text={text.revokeText}
      label={text.reason}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({ params: { filingId }, body: { regionCode, reason } })
        void message.success(text.revoked)
        return true
      }}
    />
  )
}
