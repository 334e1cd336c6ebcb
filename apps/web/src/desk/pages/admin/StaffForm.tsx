import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { StaffRole } from '@yichuang/contracts'
import { Button, Input, Modal, Select, Switch } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct } from '../../parts/queries.ts'
import { common } from '../../parts/words.ts'
import type { Member, Office } from './organisation.ts'
import { InstitutionOf } from './InstitutionOf.tsx'
import { adminWords } from './words.ts'

/** Roles of people who act for a medical institution. */
const OUTSIDE: readonly StaffRole[] = ['hospital', 'expert']

interface Held {
  role: StaffRole
  officeId: string
}

/** Adds someone, then gives roles at offices; or changes both, or switches the account off. */
export function StaffForm(props: { member: Member | null; offices: Office[]; onClose: () => void }) {
  const { staff: text } = useWords(adminWords)
  const { roles: names, save, cancel } = useWords(common)
  const [member, setMember] = useState(props.member)
  const [login, setLogin] = useState(member?.login ?? '')
  const [name, setName] = useState(member?.name ?? '')
  const [active, setActive] = useState(member?.active ?? true)
  const [held, setHeld] = useState<Held[]>(
    member?.roles.map(({ role, officeId }) => ({ role, officeId })) ?? [],
  )
  const id = useId()
  const create = useAct('createStaff')
  const change = useAct('changeStaff')
  const set = (index: number, part: Partial<Held>) =>
    setHeld(held.map((one, at) => (at === index ? { ...one, ...part } : one)))

  const submit = async () => {
    try {
      // The member stays known when only the second step fails, so that trying again does not add them twice.
      const known = member ?? (await create.mutateAsync({ body: { login: login.trim(), name: name.trim() } }))
      setMember(known)
      if (member || held.length > 0) {
        await change.mutateAsync({
          params: { userId: known.userId },
          body: { name: name.trim(), active, roles: held, version: known.version },
        })
      }
      await refresh('listStaff')
      props.onClose()
    } catch {
      // Shown below; the form stays open with what was typed.
    }
  }
  return (
    <Modal
      open
      width={620}
      title={props.member ? text.edit(props.member.name) : text.add}
      okText={save}
      cancelText={cancel}
      okButtonProps={{ disabled: login.trim().length < 2 || name.trim() === '' }}
      confirmLoading={create.isPending || change.isPending}
      onOk={() => void submit()}
      onCancel={props.onClose}
    >
      <div className="stack">
        <label className="stack tight">
          {text.login}
          <Input value={login} disabled={member !== null} onChange={({ target }) => setLogin(target.value)} />
        </label>
        <label className="stack tight">
          {text.name}
          <Input value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        </label>
        {props.member && (
          <span className="row">
            <Switch id={`${id}-active`} checked={active} onChange={setActive} />
            <label htmlFor={`${id}-active`}>{text.active}</label>
          </span>
        )}
        <fieldset className="bill">
          <legend>{text.roles}</legend>
          <div className="stack">
            {held.map((one, index) => (
              // Rows are only changed in place, added at the end or removed.
              // oxlint-disable-next-line react/no-array-index-key
              <div className="role-row" key={index}>
                <Select
                  aria-label={text.office}
                  showSearch={{ optionFilterProp: 'label' }}
                  popupMatchSelectWidth={false}
                  value={one.officeId}
                  onChange={(officeId: string) => set(index, { officeId })}
                  options={props.offices.map((office) => ({ value: office.id, label: office.name }))}
                />
                <Select
                  aria-label={text.role}
                  value={one.role}
                  onChange={(role: StaffRole) => set(index, { role })}
                  options={Object.entries(names).map(([value, label]) => ({
                    value: value as StaffRole,
                    label,
                  }))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={text.removeRole(names[one.role])}
                  onClick={() => setHeld(held.filter((_, at) => at !== index))}
                />
              </div>
            ))}
            <div>
              <Button
                size="small"
                icon={<PlusOutlined />}
                disabled={props.offices.length === 0}
                onClick={() => setHeld([...held, { role: 'clerk', officeId: props.offices[0]!.id }])}
              >
                {text.addRole}
              </Button>
            </div>
          </div>
        </fieldset>
        {props.member && held.some(({ role }) => OUTSIDE.includes(role)) && (
          <InstitutionOf userId={props.member.userId} />
        )}
        {props.member && <p className="muted flat">{text.saveNote}</p>}
        <ProblemAlert error={create.error ?? change.error} />
      </div>
    </Modal>
  )
}
