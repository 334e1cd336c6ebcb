import { SearchOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { showYuan } from '../../parts/money.ts'
import { common } from '../../parts/words.ts'
import { faultsOf, fromCatalogue, type CodedLine, type CodingFault, type CodingRow } from './coding.ts'
import { codingWords } from './coding-words.ts'
import { FeeLookup } from './FeeLookup.tsx'

const classKeys: Record<string, CodingRow['class']> = { '1': 'A', '2': 'B', '3': 'C', a: 'A', b: 'B', c: 'C' }

/** One line of the coding table. */
export function CodingLine(props: {
  line: CodedLine
  row: CodingRow
  chosen: boolean
  onChoose: (on: boolean) => void
  onChange: (part: Partial<CodingRow>) => void
}) {
  const { row, onChange } = props
  const { line } = props.line
  const text = useWords(codingWords)
  const { classes } = useWords(common)
  const [lookup, setLookup] = useState(false)
  const faultId = useId()
  const faults = faultsOf(row, line.amount)
  // A line nobody has touched is unfinished, not wrong: it gets no red.
  const shown = faults.filter((fault) => fault !== 'class')
  const bad = (...of: CodingFault[]) => shown.some((fault) => of.includes(fault)) || undefined
  const field = (name: 'selfPay' | 'ceiling' | 'cut' | 'cutReason', label: string, ...of: CodingFault[]) => (
    <input
      className={name === 'cutReason' ? 'cell' : 'cell num'}
      data-column={name}
      inputMode={name === 'cutReason' ? 'text' : 'decimal'}
      aria-label={text.of(label, line.name)}
      aria-invalid={bad(...of)}
      aria-describedby={bad(...of) && faultId}
      maxLength={name === 'cutReason' ? 300 : 20}
      value={row[name]}
      onChange={({ target }) => onChange({ [name]: target.value })}
    />
  )
  return (
    <tbody>
      <tr aria-selected={props.chosen}>
        <td>
          <Checkbox
            aria-label={text.select(line.name)}
            checked={props.chosen}
            onChange={({ target }) => props.onChoose(target.checked)}
          />
        </td>
        <td className="coding-name">
          <span className="coding-lookup">
            <Button
              size="small"
              type="text"
              icon={<SearchOutlined />}
              aria-label={text.lookUpFor(line.name)}
              title={text.lookUp}
              onClick={() => setLookup(true)}
            />
          </span>
          {line.name}
          <div className="spread small">
            <span className="muted">
              {line.quantity && `×${line.quantity}${line.unit ?? ''}`}{' '}
              {line.unitPrice && `@${line.unitPrice}`}
            </span>
            <strong className="num">{showYuan(line.amount)}</strong>
          </div>
          {shown.length > 0 && (
            <div id={faultId} className="bad-text small">
              {shown.map((fault) => text.faults[fault]).join('；')}
            </div>
          )}
          {lookup && (
            <FeeLookup
              query={line.code ?? line.name}
              onClose={() => setLookup(false)}
              onUse={(entry) => {
                onChange(fromCatalogue(row, entry))
                setLookup(false)
              }}
            />
          )}
        </td>
        <td>
          <select
            className={row.class === '' ? 'cell cell-open' : 'cell'}
            data-column="class"
            aria-label={text.of(text.class, line.name)}
            value={row.class}
            onChange={({ target }) => onChange({ class: target.value as CodingRow['class'] })}
            onKeyDown={(event) => {
              const chosen = classKeys[event.key.toLowerCase()]
              if (!chosen || event.ctrlKey || event.metaKey) return
              event.preventDefault()
              onChange({ class: chosen })
              goOn(event.currentTarget, chosen)
            }}
          >
            <option value="">{text.uncoded}</option>
            <option value="A">{classes.A}</option>
            <option value="B">{classes.B}</option>
            <option value="C">{classes.C}</option>
          </select>
        </td>
        <td>
          {row.class === 'B' ? (
            field('selfPay', text.selfPayLong, 'selfPay')
          ) : (
            <span className="muted">—</span>
          )}
        </td>
        <td>{field('ceiling', text.ceiling, 'ceiling')}</td>
        <td>{field('cut', text.cut, 'cut', 'cutTooMuch')}</td>
      </tr>
      {row.cut !== '' && (
        <tr className="coding-reason">
          <td aria-hidden />
          <td colSpan={5}>
            <label>
              {text.cutReason}
              {field('cutReason', text.cutReason, 'cutReason')}
            </label>
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** A class typed by its key is done: on to the next line, or for 乙 to its share. */
function goOn(field: HTMLElement, chosen: CodingRow['class']) {
  // The share appears only once the row is drawn as 乙.
  requestAnimationFrame(() => {
    const body = field.closest('tbody')
    const share = chosen === 'B' ? body?.querySelector<HTMLInputElement>('[data-column=selfPay]') : null
    const next = share ?? body?.nextElementSibling?.querySelector<HTMLElement>('[data-column=class]')
    next?.focus()
    share?.select()
  })
}
