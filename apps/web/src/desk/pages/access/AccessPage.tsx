import { PlusOutlined } from '@ant-design/icons'
import { Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { showInstant } from '../../parts/days.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { RowTable } from '../../parts/Listing.tsx'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import { Calls } from './Calls.tsx'
import { InstitutionChoice, type Chosen } from './InstitutionChoice.tsx'
import { IssueForm } from './IssueForm.tsx'
import { RotateForm } from './RotateForm.tsx'
import { SecretOnce, type Issued } from './SecretOnce.tsx'
import { accessWords } from './words.ts'

export type Access = Reply<'listInstitutionAccess'>['items'][number]

/** How the systems of the city's hospitals and pharmacies connect: profiles, secrets, and what became of their last calls. */
export function AccessPage() {
  const text = useWords(accessWords)
  const { office, has } = useDesk()
  const { regionCode } = office
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [adding, setAdding] = useState(false)
  const [issued, setIssued] = useState<Issued | null>(null)
  const found = useGet('listInstitutionAccess', {
    query: { regionCode, ...(chosen && { institutionCode: chosen.code }) },
  })
  const mayChange = has('administrator')
  return (
    <div className="page">
      <div className="page-head">
        <h1>{text.title}</h1>
        <div className="row">
          <InstitutionChoice chosen={chosen} onChange={setChosen} />
          {mayChange && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {text.add}
            </Button>
          )}
        </div>
      </div>
      <p className="muted">{text.intro}</p>
      <section className="panel">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isLoading && <Skeleton active />}
        {found.data?.items.length === 0 && (
          <Empty title={text.none}>
            <p>{text.noneText}</p>
          </Empty>
        )}
        {found.data && found.data.items.length > 0 && (
          <Table rows={found.data.items} mayChange={mayChange} onIssued={setIssued} />
        )}
      </section>
      {chosen && <Calls institution={chosen} />}
      {adding && (
        <IssueForm
          institution={chosen}
          onClose={() => setAdding(false)}
          onIssued={(made) => {
            setAdding(false)
            setIssued(made)
          }}
        />
      )}
      {issued && <SecretOnce issued={issued} onClose={() => setIssued(null)} />}
    </div>
  )
}

function Table(props: { rows: readonly Access[]; mayChange: boolean; onIssued: (issued: Issued) => void }) {
  const text = useWords(accessWords)
  const [now] = useState(() => new Date().toISOString())
  return (
    <RowTable
      label={text.title}
      rows={props.rows}
      keyOf={({ accessId }) => accessId}
      columns={[
        { title: text.institution, cell: (row) => <code>{row.institutionCode}</code> },
        {
          title: text.profile,
          cell: (row) => (
            <>
              {text.profiles[row.profile]}
              <div className="muted small">
                {text.replay}：{text.replays[row.profile]}
              </div>
            </>
          ),
        },
        {
          title: text.key,
          className: 'detail',
          cell: (row) => (
            <>
              <code>{row.accessKey}</code>
              {row.addresses.length > 0 && <div className="muted small">{row.addresses.join(', ')}</div>}
            </>
          ),
        },
        {
          title: text.valid,
          cell: (row) => (
            <>
              <Mark tone={isOver(row, now) ? 'quiet' : 'good'}>
                {isOver(row, now) ? text.ended : text.running}
              </Mark>
              <div className="muted small nowrap">
                {showInstant(row.validFrom)}{' '}
                {row.validUntil ? `– ${showInstant(row.validUntil)}` : text.onwards}
              </div>
              <div className="muted small">{text.madeBy(row.madeBy)}</div>
            </>
          ),
        },
        {
          title: '',
          cell: (row) => props.mayChange && !isOver(row, now) && <Acts of={row} onIssued={props.onIssued} />,
        },
      ]}
    />
  )
}

const isOver = ({ validUntil }: Access, now: string) => validUntil !== null && validUntil <= now

function Acts({ of, onIssued }: { of: Access; onIssued: (issued: Issued) => void }) {
  const text = useWords(accessWords)
  const { cancel } = useWords(common)
  const { office } = useDesk()
  const [open, setOpen] = useState<'rotate' | 'end' | null>(null)
  const end = useAct('endInstitutionAccess', async () => {
    await refresh('listInstitutionAccess')
    setOpen(null)
  })
  return (
    <span className="row">
      {of.validUntil === null && (
        <Button size="small" onClick={() => setOpen('rotate')}>
          {text.rotate}
        </Button>
      )}
      <Button size="small" danger onClick={() => setOpen('end')}>
        {text.end}
      </Button>
      {open === 'rotate' && (
        <RotateForm
          of={of}
          onClose={() => setOpen(null)}
          onIssued={(made) => {
            setOpen(null)
            onIssued(made)
          }}
        />
      )}
      <Modal
        open={open === 'end'}
        title={`${text.end} · ${of.institutionCode}`}
        okText={text.end}
        cancelText={cancel}
        okButtonProps={{ danger: true, loading: end.isPending }}
        onOk={() =>
          end.mutate({ params: { accessId: of.accessId }, body: { regionCode: office.regionCode } })
        }
        onCancel={() => setOpen(null)}
      >
        <p>{text.endText}</p>
        <ProblemAlert error={end.error} />
      </Modal>
    </span>
  )
}
