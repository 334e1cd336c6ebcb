import { Button, Checkbox } from 'antd'
import { useEffect, useState, type KeyboardEvent as FieldKey } from 'react'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { showYuan } from '../../parts/money.ts'
import { useKeys } from '../../parts/keys.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { common } from '../../parts/words.ts'
import { useCase } from './case-context.tsx'
import { bulkSet, linesOf } from './coding.ts'
import { CodingLine } from './CodingLine.tsx'
import { codingWords } from './coding-words.ts'
import { useCoding } from './coding-state.tsx'
import { FillFromCatalogue } from './FillFromCatalogue.tsx'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'

/** The reviewer's table: class, self-pay share, ceiling price and cut of each line, made for the keyboard. */
export function Coding() {
  const { view } = useCase()
  const coding = useCoding()
  const text = useWords(codingWords)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const lines = linesOf(view)
  const rows = new Map(coding.rows.map((row) => [row.lineId, row]))
  const choose = (lineId: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(lineId)
    else next.delete(lineId)
    setChosen(next)
  }
  useKeys({ e: focusFirstOpen })
  useEffect(() => {
    const onSave = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (coding.unsaved && !coding.saving) void coding.save()
    }
    addEventListener('keydown', onSave)
    return () => removeEventListener('keydown', onSave)
  })
  return (
    <div className="stack">
      <Bulk chosen={chosen} />
      <ScrollRegion label={text.caption}>
        {/* The keys belong to the fields in the table; it only moves between them. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table className="plain coding" onKeyDown={moveInColumn}>
          <caption className="visually-hidden">{text.caption}</caption>
          <thead>
            <tr>
              <th>
                <Checkbox
                  aria-label={text.selectAll}
                  checked={chosen.size > 0 && chosen.size === lines.length}
                  indeterminate={chosen.size > 0 && chosen.size < lines.length}
                  onChange={({ target }) =>
                    setChosen(new Set(target.checked ? lines.map((line) => line.lineId) : []))
                  }
                />
              </th>
              <th scope="col">{text.line}</th>
              <th scope="col">{text.class}</th>
              <th scope="col" title={text.selfPayLong}>
                {text.selfPay}
              </th>
              <th scope="col">{text.ceiling}</th>
              <th scope="col">{text.cut}</th>
            </tr>
          </thead>
          {lines.map((line) => (
            <CodingLine
              key={line.lineId}
              line={line}
              row={rows.get(line.lineId)!}
              chosen={chosen.has(line.lineId)}
              onChoose={(on) => choose(line.lineId, on)}
              onChange={(part) => coding.changeRow(line.lineId, part)}
            />
          ))}
        </table>
      </ScrollRegion>
      <div className="spread coding-foot">
        <span className="row">
          <Totals />
          <Mark tone={coding.faulty > 0 ? 'soon' : 'good'}>
            {coding.faulty > 0 ? text.faulty(coding.faulty) : text.ready}
          </Mark>
          {coding.unsaved && <span className="muted">{text.unsaved}</span>}
        </span>
        <Button onClick={() => void coding.save()} loading={coding.saving} disabled={!coding.unsaved}>
          {coding.unsaved ? text.save : text.saved}
        </Button>
      </div>
      <ProblemAlert error={coding.saveError} />
    </div>
  )
}

/** The sums that matter, in sight while the list is worked down. */
function Totals() {
  const { calculation, calculating } = useCoding()
  const { amounts } = useWords(common)
  const sums = calculation?.amounts
  if (!sums) return null
  return (
    <span className="row coding-sums" aria-busy={calculating}>
      {(['total', 'inScope', 'fund'] as const).map((name) => (
        <span key={name} className="nowrap">
          {amounts[name]} <strong>{showYuan(sums[name])}</strong>
        </span>
      ))}
    </span>
  )
}

function Bulk({ chosen }: { chosen: ReadonlySet<string> }) {
  const { rows, change } = useCoding()
  const text = useWords(codingWords)
  const { classes } = useWords(common)
  const [share, setShare] = useState('')
  return (
    <div className="spread">
      <FillFromCatalogue />
      <span className="row">
        <span>{text.bulk}</span>
        {(['A', 'B', 'C'] as const).map((name) => (
          <Button
            key={name}
            size="small"
            onClick={() => change(bulkSet(rows, chosen, { class: name, selfPay: name === 'B' ? share : '' }))}
          >
            {classes[name]}
          </Button>
        ))}
        <input
          className="cell short"
          inputMode="decimal"
          aria-label={`${classes.B} ${text.selfPayLong}`}
          placeholder={text.selfPay}
          value={share}
          onChange={({ target }) => setShare(target.value)}
        />
        <span className="muted small">{text.bulkHint(chosen.size)}</span>
      </span>
    </div>
  )
}

/** Goes to the first line without a class, from wherever one is. */
function focusFirstOpen() {
  const open = document.querySelector<HTMLElement>('.coding .cell-open')
  open?.scrollIntoView({ block: 'center' })
  open?.focus()
}

/** Enter and the arrow keys go down and up in the same column, as in a spreadsheet. */
function moveInColumn(event: FieldKey<HTMLTableElement>) {
  const down = event.key === 'Enter' || event.key === 'ArrowDown'
  if (!down && event.key !== 'ArrowUp') return
  const field = event.target as HTMLElement
  const column = field.dataset.column
  if (!column || (field.tagName === 'SELECT' && event.key !== 'Enter')) return
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-column=${column}]`)]
  // Not every line has a share: after it, Enter goes on with the class of the next line.
  const line =
    column === 'selfPay' && event.key === 'Enter' ? field.closest('tbody')?.nextElementSibling : null
  const next =
    line?.querySelector<HTMLElement>('[data-column=class]') ?? fields[fields.indexOf(field) + (down ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
  if (next instanceof HTMLInputElement) next.select()
}
