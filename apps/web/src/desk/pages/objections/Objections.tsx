import { Button, message } from 'antd'
import { useState } from 'react'
import { showDay } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Listing, RowTable } from '../../parts/Listing.tsx'
import { Mark, type Tone } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { refresh, useAct, usePages, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { objectionWords } from './words.ts'

type Row = Reply<'institutionObjections'>['items'][number]
const tones: Record<Row['stage'], Tone> = {
  asked: 'soon',
  answered: 'calm',
  'to-resettle': 'bad',
  over: 'quiet',
}

/** The hospital's insurance office: objections to its settlements, and its word on each. */
export function Objections() {
  const text = useWords(objectionWords)
  const list = usePages('institutionObjections', { query: { limit: 30 } })
  const [answering, setAnswering] = useState<Row | null>(null)
  const [told, holder] = message.useMessage()
  const say = useAct('answerObjection', async () => {
    await refresh('institutionObjections')
    void told.success(text.saved)
  })
  return (
    <div className="page">
      {holder}
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <section className="panel">
        <Listing list={list} empty={text.empty} teach={text.emptyText}>
          {(rows) => <Table rows={rows} onAnswer={setAnswering} />}
        </Listing>
      </section>
      {answering && (
        <ReasonDialog
          open
          title={text.write}
          text={text.writeText}
          label={text.word}
          initial={answering.word?.text ?? ''}
          error={say.error}
          busy={say.isPending}
          onClose={() => setAnswering(null)}
          onSubmit={async (typed) => {
            const { caseId, regionCode } = answering
            await say.mutateAsync({ params: { caseId }, body: { regionCode, text: typed } })
            return true
          }}
        />
      )}
    </div>
  )
}

function Table({ rows, onAnswer }: { rows: readonly Row[]; onAnswer: (row: Row) => void }) {
  const text = useWords(objectionWords)
  return (
    <RowTable
      label={text.title}
      rows={rows}
      keyOf={({ caseId }) => caseId}
      columns={[
        {
          title: text.stage,
          cell: (row) => (
            <>
              <Mark tone={tones[row.stage]}>{text.stages[row.stage]}</Mark>
              <div className="muted small nowrap">{text.askedOn(showDay(row.askedOn))}</div>
            </>
          ),
        },
        {
          title: text.settlement,
          cell: (row) => (
            <>
              {row.personName} · {showDay(row.settlement.careFrom)} · {showYuan(row.settlement.total)}
              <div className="muted small">
                {row.number} · {row.settlement.settlementId}
              </div>
            </>
          ),
        },
        {
          title: text.what,
          className: 'detail',
          cell: (row) => (
            <>
              {row.text}
              <div className="muted small">
                {row.lines.length === 0
                  ? text.whole
                  : row.lines
                      .map(({ name, code, amount }) => `${name ?? code} ${showYuan(amount)}`)
                      .join('、')}
              </div>
            </>
          ),
        },
        {
          title: text.word,
          className: 'detail',
          cell: (row) => (
            <div className="stack tight">
              {row.word && <span>{row.word.text}</span>}
              <Outcome row={row} />
              {row.decision === null && (
                <Button size="small" type={row.word ? 'default' : 'primary'} onClick={() => onAnswer(row)}>
                  {row.word ? text.change : text.write}
                </Button>
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

function Outcome({ row }: { row: Row }) {
  const text = useWords(objectionWords)
  const { decision } = row
  if (!decision) return null
  return (
    <>
      <strong>
        {showDay(decision.on)} {text.decided[decision.outcome]}
      </strong>
      {row.stage === 'to-resettle' && <span className="bad-text">{text.resettle}</span>}
      {decision.remedy === 'correct' && <span>{text.correct}</span>}
      {decision.remedy === 'resettle' && row.stage === 'over' && (
        <span>{row.settledAgain ? text.settledAgain(row.settledAgain) : text.takenBack}</span>
      )}
    </>
  )
}
