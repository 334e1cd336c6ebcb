import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { FeeLine } from '@yichuang/contracts'
import { useWords } from '../../parts/lang.ts'
import { plainAmount, typedFen } from '../../parts/money.ts'
import { ImportLines } from './ImportLines.tsx'
import { emptyLine, isTable, lineFields, nextId, readPasted } from './paste.ts'
import { focusField } from './steps.ts'
import { RunningSum } from './RunningSum.tsx'
import { useTyping, type Content } from './typing-state.tsx'
import { windowWords } from './words.ts'

/** The fee lines of one bill: typed like a spreadsheet, pasted from one, or imported. */
export function LineGrid(props: {
  bill: Content['bills'][number]
  path: string
  onChange: (lines: FeeLine[]) => void
}) {
  const { bill, path, onChange } = props
  const { lines } = bill
  const { faultAt } = useTyping()
  const text = useWords(windowWords)
  const [told, setTold] = useState('')
  const table = useRef<HTMLTableElement>(null)
  const set = (index: number, part: Partial<FeeLine>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  const add = () => {
    onChange([...lines, emptyLine(nextId(lines))])
    const column = lines.length
    setTimeout(() =>
      focusField(table.current?.querySelector<HTMLElement>(`[data-path="${path}.${column}.code"]`)),
    )
  }
  /** New lines go where the cursor is; an empty line there gives way. */
  const insert = (index: number, added: readonly Omit<FeeLine, 'id'>[]) => {
    const next = lines.filter((line, at) => at !== index || line.name !== '' || line.amount !== '')
    for (const line of added) next.push({ ...line, id: nextId([...lines, ...next]) })
    onChange(next)
  }
  const paste = (index: number) => (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!isTable(pasted)) return
    event.preventDefault()
    const added = readPasted(pasted)
    insert(index, added)
    setTold(text.pasted(added.length))
  }
  const lastCell = (index: number) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || index !== lines.length - 1) return
    event.preventDefault()
    add()
  }
  return (
    <div className="lines-block">
      <div className="spread">
        <h3>{text.lines}</h3>
        <ImportLines onLines={(added) => insert(lines.length - 1, added)} />
      </div>
      <div className="scroll">
        <table className="plain typing" ref={table}>
          <thead>
            <tr>
              {lineFields.map((field) => (
                <th key={field} scope="col" className={`col-${field}`}>
                  {text.columns[field]}
                </th>
              ))}
              <td aria-hidden />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.id}>
                {lineFields.map((field) => {
                  const fault = faultAt(`${path}.${index}.${field}`)
                  const unread =
                    field === 'amount' && line.amount !== '' && typedFen(line.amount) === undefined
                  return (
                    <td key={field}>
                      <input
                        className={
                          field === 'amount' || field === 'quantity' || field === 'unitPrice'
                            ? 'cell num'
                            : 'cell'
                        }
                        aria-label={`${text.columns[field]} ${index + 1}`}
                        data-path={`${path}.${index}.${field}`}
                        data-step
                        autoComplete="off"
                        maxLength={field === 'name' || field === 'code' ? 120 : 20}
                        aria-invalid={fault || unread ? true : undefined}
                        title={fault}
                        value={line[field] ?? ''}
                        onPaste={paste(index)}
                        onChange={({ target }) =>
                          set(index, {
                            [field]:
                              target.value || (field === 'name' || field === 'amount' ? '' : undefined),
                          })
                        }
                        onBlur={({ target }) =>
                          field === 'amount' && target.value !== plainAmount(target.value)
                            ? set(index, { amount: plainAmount(target.value) })
                            : undefined
                        }
                        onKeyDown={field === 'amount' ? lastCell(index) : undefined}
                      />
                      {fault && <span className="bad-text small">{fault}</span>}
                    </td>
                  )
                })}
                <td>
                  <Button
                    type="text"
                    size="small"
                    tabIndex={-1}
                    icon={<DeleteOutlined />}
                    aria-label={text.removeLine(line.name)}
                    onClick={() => onChange(lines.filter((_, at) => at !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="spread">
        <span className="row">
          <Button size="small" icon={<PlusOutlined />} onClick={add}>
            {text.addLine}
          </Button>
          <output className="muted small">{told || text.pasteHint}</output>
        </span>
        <RunningSum amounts={lines.map((line) => line.amount)} bill={bill.amount} />
      </div>
    </div>
  )
}
