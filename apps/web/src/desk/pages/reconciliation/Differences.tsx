import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { showInstant } from '../../parts/days.ts'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { useAct } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useClrType } from './Parts.tsx'
import { refreshReconciliation, type Difference, type Side, type Whole } from './reconciliation.ts'
import { reconciliationWords } from './words.ts'

/** Rows that both sides have differently, each with both sides and what was done about it. */
export function Differences({ whole, regionCode }: { whole: Whole; regionCode: string }) {
  const text = useWords(reconciliationWords)
  const [clearing, setClearing] = useState<Difference | null>(null)
  return (
    <section className="panel stack">
      <h2>
        {text.differences} {whole.day.openDifferences > 0 && `(${whole.day.openDifferences})`}
      </h2>
      {whole.differences.length === 0 && <p className="muted flat">{text.noDifferences}</p>}
      {whole.differences.map((difference) => (
        <One key={difference.differenceId} difference={difference} onClear={() => setClearing(difference)} />
      ))}
      {clearing && (
        <Clear
          difference={clearing}
          institution={whole.institution.code}
          regionCode={regionCode}
          onClose={() => setClearing(null)}
        />
      )}
    </section>
  )
}

function One({ difference, onClear }: { difference: Difference; onClear: () => void }) {
  const text = useWords(reconciliationWords)
  const clrType = useClrType()
  const { kind, centre, hospital, state, cleared } = difference
  const setlId = (centre ?? hospital)!.setlId
  return (
    <article className="reconciliation-difference stack" aria-label={`${text.kinds[kind]} ${setlId}`}>
      <div className="spread">
        <h3 className="flat">
          {text.kinds[kind]} · {clrType(difference.clrType)}
        </h3>
        {state === 'open' && (
          <Button type="primary" aria-label={text.clearThis(setlId)} onClick={onClear}>
            {text.clear}
          </Button>
        )}
        {state === 'gone' && <Mark tone="good">{text.gone}</Mark>}
        {cleared && <Mark tone="good">{text.howCleared[cleared.how]}</Mark>}
      </div>
      <Both centre={centre} hospital={hospital} />
      {cleared && (
        <p className="flat small">
          {cleared.reason}
          <span className="muted">
            {' '}
            {text.clearedBy(text.sides[cleared.side], cleared.by, showInstant(cleared.at))}
          </span>
        </p>
      )}
    </article>
  )
}

function Both({ centre, hospital }: { centre: Side | null; hospital: Side | null }) {
  const text = useWords(reconciliationWords)
  const rows: readonly (readonly [string, (side: Side) => string])[] = [
    [text.settlement, ({ setlId }) => setlId],
    [text.visit, ({ visitId }) => visitId],
    [text.person, ({ psnNo }) => psnNo],
    [text.medical, ({ medical }) => showYuan(medical)],
    [text.fund, ({ fund }) => showYuan(fund)],
    [text.account, ({ account }) => showYuan(account)],
  ]
  return (
    <ScrollRegion label={text.differences}>
      <table className="plain reconciliation-both">
        <thead>
          <tr>
            <th scope="col">{text.side}</th>
            <th scope="col">
              {text.centre} {centre?.refund && <Mark>{text.refund}</Mark>}
            </th>
            <th scope="col">
              {text.hospital} {hospital?.refund && <Mark>{text.refund}</Mark>}
              {hospital?.line && <span className="muted small"> {text.line(hospital.line)}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of], at) => {
            const none = at === 0 ? text.nothing : '—'
            const other = centre && hospital && of(centre) !== of(hospital)
            return (
              <tr key={name} className={other ? 'reconciliation-other' : undefined}>
                <th scope="row">{name}</th>
                <td>{centre ? of(centre) : none}</td>
                <td>{hospital ? of(hospital) : none}</td>
              </tr>
            )
          })}
          {centre?.msgid && (
            <tr>
              <th scope="row">{text.message}</th>
              <td colSpan={2}>{centre.msgid}</td>
            </tr>
          )}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Clear(props: {
  difference: Difference
  institution: string
  regionCode: string
  onClose: () => void
}) {
  const text = useWords(reconciliationWords)
  const { message } = App.useApp()
  const { difference, institution, regionCode } = props
  const { differenceId, ways } = difference
  const [how, setHow] = useState(ways[0]!)
  const act = useAct('clearReconciliationDifference', async (whole) => {
    await refreshReconciliation()
    void message.success(whole.day.state === 'closed' ? text.clearedAndClosed : text.cleared)
  })
  return (
    <ReasonDialog
      open
      title={text.clearTitle}
      text={text.clearText}
      label={text.reason}
      placeholder={text.reasonHint}
      okText={text.clear}
      error={act.error}
      busy={act.isPending}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({ params: { institution, differenceId }, body: { regionCode, how, reason } })
        return true
      }}
    >
      <fieldset className="reconciliation-ways">
        <legend>{text.how}</legend>
        <Radio.Group value={how} onChange={({ target }) => setHow(target.value as typeof how)}>
          {ways.map((way) => (
            <Radio key={way} value={way}>
              {text.ways[way]}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
    </ReasonDialog>
  )
}
