import { App, Button, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { download } from '../../../shared/api.ts'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { useDesk } from '../../parts/session.tsx'
import { ChronicMark } from './ChronicTable.tsx'
import { Papers } from './Papers.tsx'
import { chronicWords } from './words.ts'
import '../hospital/hospital.css'

type Application = Reply<'getChronic'>
type Dialog = 'withdraw' | 'appeal'

/** One application: its papers, where it stands, and its result. */
export function ChronicPage(props: { regionCode: string; applicationId: string; base: string }) {
  const { regionCode, applicationId, base } = props
  const text = useWords(chronicWords)
  const { has } = useDesk()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [failed, setFailed] = useState<unknown>()
  const read = useGet('getChronic', { params: { applicationId }, query: { regionCode } })
  const one = read.data
  const open = one && (one.state === 'collected' || one.state === 'handed-over')
  const save = () =>
    download('chronicLetter', { params: { applicationId }, query: { regionCode } }).then(saveFile, setFailed)
  return (
    <div className="page">
      <p className="flat">
        <Link href={base}>← {text.back}</Link>
      </p>
      <ProblemAlert error={read.error ?? failed} onRetry={() => void read.refetch()} />
      {read.isLoading && <Skeleton active />}
      {one && (
        <>
          <div className="page-head">
            <h1>
              {one.personName} · {one.disease.name} <ChronicMark state={one.state} />
            </h1>
            <div className="row">
              {one.decision && <Button onClick={() => void save()}>{text.letter}</Button>}
              {has('hospital') && open && (
                <Button onClick={() => setDialog('withdraw')}>{text.withdraw}</Button>
              )}
              {has('hospital') && one.state === 'refused' && (
                <Button onClick={() => setDialog('appeal')}>{text.appeal}</Button>
              )}
            </div>
          </div>
          <Said of={one} />
          <section className="panel stack">
            <h2>{text.papers}</h2>
            <Papers {...props} files={one.files} />
            {has('hospital') && one.state !== 'granted' && one.state !== 'withdrawn' && <AddPaper of={one} />}
          </section>
          {dialog && <Ask dialog={dialog} of={one} onClose={() => setDialog(null)} />}
        </>
      )}
    </div>
  )
}

function Said({ of }: { of: Application }) {
  const text = useWords(chronicWords)
  const { decision } = of
  const rows: [string, string][] = [
    [text.number, of.number],
    [text.person, `${of.personName} ${of.idNumberMasked}`],
    [text.hospital, of.hospital.name],
    [text.doctor, of.doctor],
    [text.identified, showDay(of.identifiedOn)],
    [text.note, of.note || '—'],
    ...(of.round > 1 ? [[text.decided, text.round(of.round)] as [string, string]] : []),
  ]
  return (
    <section className="panel">
      <dl className="said">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {of.networked && (
          <div>
            <dt>{text.networked}</dt>
            <dd>
              <Mark tone="good">✓</Mark>
            </dd>
          </div>
        )}
        {decision && (
          <div>
            <dt>{text.decided}</dt>
            <dd>
              {showDay(decision.on)} {text.by[decision.by]}：{decision.reason}
              {decision.from && <div>{text.from(showDay(decision.from))}</div>}
            </dd>
          </div>
        )}
        {of.appeals.map((appeal) => (
          <div key={appeal.on + appeal.reason}>
            <dt>{text.appeals}</dt>
            <dd>
              {showDay(appeal.on)} {appeal.by}：{appeal.reason}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function AddPaper({ of }: { of: Application }) {
  const text = useWords(chronicWords)
  const input = useRef<HTMLInputElement>(null)
  const add = useAct('addChronicPaper', () => refresh('getChronic', 'listChronic', 'chronicMonths'))
  const { applicationId, regionCode } = of
  return (
    <div className="stack">
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        accept="image/*,application/pdf"
        aria-label={text.addPaper}
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) add.mutate({ params: { applicationId }, query: { regionCode }, file })
          target.value = ''
        }}
      />
      <p className="flat">
        <Button loading={add.isPending} onClick={() => input.current?.click()}>
          {text.addPaper}
        </Button>
      </p>
      <ProblemAlert error={add.error} />
    </div>
  )
}

function Ask({ dialog, of, onClose }: { dialog: Dialog; of: Application; onClose: () => void }) {
  const text = useWords(chronicWords)
  const { message } = App.useApp()
  const after = () => refresh('getChronic', 'listChronic', 'chronicMonths')
  const withdraw = useAct('withdrawChronic', after)
  const appeal = useAct('appealChronic', after)
  const act = dialog === 'withdraw' ? withdraw : appeal
  const { applicationId, regionCode } = of
  return (
    <ReasonDialog
      open
      title={dialog === 'withdraw' ? text.withdraw : text.appeal}
      text={dialog === 'appeal' ? text.appealText : undefined}
      label={dialog === 'withdraw' ? text.withdrawReason : text.appealReason}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({ params: { applicationId }, body: { regionCode, reason } })
        void message.success(text.done)
        return true
      }}
    />
  )
}
