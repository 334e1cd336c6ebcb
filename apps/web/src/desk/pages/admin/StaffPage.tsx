import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import type { Member } from './organisation.ts'
import { StaffForm } from './StaffForm.tsx'
import { adminWords } from './words.ts'
import './admin.css'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'

/** People, their offices and roles. */
export function StaffPage() {
  const { staff: text } = useWords(adminWords)
  const { roles } = useWords(common)
  const { office, has } = useDesk()
  const [q, setQ] = useState('')
  const [officeId, setOfficeId] = useState<string>()
  const [editing, setEditing] = useState<Member | 'new' | null>(null)
  const staff = useGet('listStaff', { query: { q: q.trim() || undefined, officeId } }, { keepPrevious: true })
  const offices = useGet('listOffices', { query: { regionCode: office.regionCode } }, { staleTime: 600_000 })
  const mayChange = has('administrator')
  return (
    <div className="page">
      <div className="page-head">
        <h1>{text.title}</h1>
        <div className="row">
          <Input
            className="filter"
            allowClear
            aria-label={text.find}
            placeholder={text.find}
            maxLength={50}
            value={q}
            onChange={({ target }) => setQ(target.value)}
          />
          <Select
            className="filter"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={text.office}
            placeholder={text.office}
            popupMatchSelectWidth={false}
            value={officeId}
            onChange={setOfficeId}
            options={offices.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {mayChange && (
            <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
              {text.add}
            </Button>
          )}
        </div>
      </div>
      {!mayChange && <p className="muted">{text.readOnly}</p>}
      <ProblemAlert error={staff.error} onRetry={() => void staff.refetch()} />
      {staff.isLoading && <Skeleton active />}
      {staff.data?.items.length === 0 && <Empty title={text.none} />}
      {staff.data && staff.data.items.length > 0 && (
        <ScrollRegion label={text.title} className="panel">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.login}</th>
                <th scope="col">{text.roles}</th>
                <th aria-hidden />
              </tr>
            </thead>
            <tbody>
              {staff.data.items.map((member) => (
                <tr key={member.userId}>
                  <td className="nowrap">
                    <strong>{member.name}</strong> {!member.active && <Mark tone="bad">{text.off}</Mark>}
                  </td>
                  <td>
                    <code>{member.login}</code>
                  </td>
                  <td>
                    <span className="row">
                      {member.roles.length === 0 && <span className="muted">{text.noRoles}</span>}
                      {member.roles.map((held) => (
                        <Mark key={held.role + held.officeId} tone="calm">
                          {held.officeName} · {roles[held.role]}
                        </Mark>
                      ))}
                    </span>
                  </td>
                  <td>
                    {mayChange && (
                      <Button size="small" onClick={() => setEditing(member)}>
                        {text.edit(member.name)}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {editing && (
        <StaffForm
          member={editing === 'new' ? null : editing}
          offices={offices.data?.items ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
