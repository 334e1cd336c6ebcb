import type { Objection, SettlementSummary, SettlementView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day, money } from '../../../shared/format.ts'
import { Choices, fieldId, LongField } from '../../parts/field.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Heading } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useObjectionTexts } from '../../messages/objections.ts'
import { useSettlementTexts } from '../../messages/settlements.ts'

const NOTHING: Objection = { settlementId: '', reason: '', text: '', lines: [] }

function useObjection(): [Objection, (part: Partial<Objection>) => void] {
  const { content, change } = useDraft()
  const set = (part: Partial<Objection>) =>
    change((before) => ({ ...before, objection: { ...(before.objection ?? NOTHING), ...part } }))
  return [content.objection ?? NOTHING, set]
}

/** Which settlement, what is wrong with it, and in which lines. */
export function ObjectionStep() {
  const t = useObjectionTexts()
  const [{ settlementId }] = useObjection()
  return (
    <>
      <div className="page-head">
        <Heading title={t.step} />
        <p className="lead">{t.lead}</p>
      </div>
      {settlementId === '' ? <ChooseSettlement /> : <About key={settlementId} settlementId={settlementId} />}
    </>
  )
}

/** The latest settlements of the person the case is for. */
function ChooseSettlement() {
  const t = useObjectionTexts()
  const { view, faultAt } = useDraft()
  const [, set] = useObjection()
  const { regionCode, person } = view
  const found = useLoad((signal) => call('mySettlements', { query: { limit: 100 }, signal }), ['choose'])
  const theirs = ({ items }: { items: SettlementSummary[] }) =>
    items.filter(
      (one) => one.personId === person.personId && one.regionCode === regionCode && one.cancelled === null,
    )
  return (
    <Loaded of={found}>
      {(page) =>
        theirs(page).length === 0 ? (
          <p className="empty">{t.noneToChoose}</p>
        ) : (
          <Choices
            path="objection.settlementId"
            label={t.which}
            hint={t.whichHint}
            value=""
            onChange={(settlementId) => set({ settlementId })}
            fault={faultAt('objection.settlementId')}
            options={theirs(page).map((one) => ({
              value: one.settlementId,
              name: `${day(one.careFrom)} ${one.institution.name}`,
              note: money(one.total),
            }))}
          />
        )
      }
    </Loaded>
  )
}

function About({ settlementId }: { settlementId: string }) {
  const { view } = useDraft()
  const { regionCode, itemId } = view
  const known = useLoad(
    async (signal) => {
      const [settlement, guide] = await Promise.all([
        call('getSettlement', { params: { settlementId }, query: { regionCode }, signal }),
        call('getGuide', { params: { regionCode, itemId }, signal }),
      ])
      return { settlement, reasons: guide.reasons }
    },
    ['objection', settlementId],
  )
  return <Loaded of={known}>{(value) => <Form of={value.settlement} reasons={value.reasons} />}</Loaded>
}

function Form({ of, reasons }: { of: SettlementView; reasons: { reasonId: string; name: string }[] }) {
  const t = useObjectionTexts()
  const { kinds } = useSettlementTexts()
  const { faultAt } = useDraft()
  const [objection, set] = useObjection()
  return (
    <>
      <div className="pane row spread field" id={fieldId('objection.settlementId')} tabIndex={-1}>
        <p>
          <b>{of.institution.name}</b> · {kinds[of.kind]} · {day(of.careFrom)} ·{' '}
          <span className="num">{money(of.total)}</span>
        </p>
        <button type="button" className="button small" onClick={() => set({ settlementId: '', lines: [] })}>
          {t.other}
        </button>
        {faultAt('objection.settlementId') && (
          <p className="wrong-text">{faultAt('objection.settlementId')}</p>
        )}
      </div>
      <Choices
        path="objection.reason"
        label={t.reason}
        value={objection.reason}
        onChange={(reason) => set({ reason })}
        fault={faultAt('objection.reason')}
        options={reasons.map(({ reasonId, name }) => ({ value: reasonId, name }))}
      />
      <Lines of={of} />
      <LongField
        path="objection.text"
        label={t.text}
        hint={t.textHint}
        maxLength={1000}
        value={objection.text}
        onChange={(text) => set({ text })}
        fault={faultAt('objection.text')}
      />
    </>
  )
}

function Lines({ of }: { of: SettlementView }) {
  const t = useObjectionTexts()
  const { notListed } = useSettlementTexts()
  const { faultAt } = useDraft()
  const [{ lines }, set] = useObjection()
  if (of.lines.length === 0) return null
  const fault = faultAt('objection.lines')
  const toggle = (serial: string, on: boolean) =>
    set({ lines: on ? [...lines, serial] : lines.filter((one) => one !== serial) })
  return (
    <fieldset className={fault ? 'field wrong' : 'field'} id={fieldId('objection.lines')}>
      <legend>{t.lines}</legend>
      <span className="hint">{t.linesHint}</span>
      {fault && <span className="wrong-text">{fault}</span>}
      <div className="choices">
        {of.lines.map((line) => (
          <label key={line.serial} className="choice">
            <input
              type="checkbox"
              checked={lines.includes(line.serial)}
              onChange={({ target }) => toggle(line.serial, target.checked)}
            />
            <span>
              {line.name ?? notListed(line.code)} <small className="num">{money(line.amount)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
