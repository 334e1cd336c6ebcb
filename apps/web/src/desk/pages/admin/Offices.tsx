import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { OfficeForm } from './OfficeForm.tsx'
import type { Editing, Office } from './organisation.ts'
import { officeTree, type Branch } from './tree.ts'
import { adminWords } from './words.ts'
import './admin.css'

/** The network of offices. */
export function Offices() {
  const { offices: text } = useWords(adminWords)
  const { office } = useDesk()
  const [editing, setEditing] = useState<Editing | null>(null)
  const offices = useGet('listOffices', { query: { regionCode: office.regionCode } })
  const tree = officeTree(offices.data?.items ?? [])
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{text.title}</h1>
          <p className="muted flat">{text.intro}</p>
        </div>
        <Button icon={<PlusOutlined />} onClick={() => setEditing({ parent: null })}>
          {text.add}
        </Button>
      </div>
      <ProblemAlert error={offices.error} onRetry={() => void offices.refetch()} />
      {offices.isLoading && <Skeleton active />}
      {offices.data && tree.length === 0 && <Empty title={text.none} />}
      <section className="panel">
        <Branches branches={tree} onEdit={setEditing} />
      </section>
      {editing && (
        <OfficeForm editing={editing} offices={offices.data?.items ?? []} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

function Branches({ branches, onEdit }: { branches: Branch<Office>[]; onEdit: (editing: Editing) => void }) {
  const { offices: text } = useWords(adminWords)
  return (
    <ul className="tree">
      {branches.map(({ office, below }) => (
        <li key={office.id}>
          <div className="spread tree-row">
            <span className="row">
              <strong>{office.name}</strong>
              <Mark>{text.levels[office.level]}</Mark>
              {!office.active && <Mark tone="bad">{text.closed}</Mark>}
              <span className="muted small">
                {[office.code, office.phone, office.opens && `${office.opens}–${office.closes}`]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="row">
              <Button
                type="text"
                size="small"
                icon={<PlusOutlined />}
                aria-label={text.addBelow(office.name)}
                title={text.addBelow(office.name)}
                onClick={() => onEdit({ parent: office })}
              />
              <Button
                type="text"
                size="small"
                icon={<EditOutlined />}
                aria-label={text.edit(office.name)}
                title={text.edit(office.name)}
                onClick={() => onEdit({ office })}
              />
            </span>
          </div>
          {below.length > 0 && <Branches branches={below} onEdit={onEdit} />}
        </li>
      ))}
    </ul>
  )
}
