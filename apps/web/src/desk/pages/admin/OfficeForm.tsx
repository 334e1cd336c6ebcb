import { Form, Input, Modal, Select, Switch } from 'antd'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import type { Editing, Office } from './organisation.ts'
import { adminWords } from './words.ts'

type Values = Pick<Office, 'name' | 'code' | 'level' | 'territory' | 'parentId' | 'active'> & {
  phone?: string
  address?: string
  opens?: string
  closes?: string
}
const levelBelow = { city: 'county', county: 'township', township: 'village', village: 'village' } as const

/** Opens an office or changes one. */
export function OfficeForm(props: { editing: Editing; offices: Office[]; onClose: () => void }) {
  const { editing, onClose } = props
  const { offices: text } = useWords(adminWords)
  const { save, cancel } = useWords(common)
  const { office: desk } = useDesk()
  const [form] = Form.useForm<Values>()
  const done = async () => {
    await refresh('listOffices')
    onClose()
  }
  const create = useAct('createOffice', done)
  const change = useAct('changeOffice', done)
  const changed = 'office' in editing ? editing.office : null
  const parent = 'parent' in editing ? editing.parent : null
  const initial = changed ?? {
    level: parent ? levelBelow[parent.level] : 'county',
    territory: parent?.territory ?? desk.regionCode,
    parentId: parent?.id ?? null,
    active: true,
  }
  const submit = ({ active, ...values }: Values) => {
    const body = {
      ...values,
      regionCode: changed?.regionCode ?? desk.regionCode,
      phone: values.phone || null,
      address: values.address || null,
      opens: values.opens || null,
      closes: values.closes || null,
      parentId: values.parentId ?? null,
    }
    if (changed)
      change.mutate({ params: { officeId: changed.id }, body: { ...body, active, version: changed.version } })
    else create.mutate({ body })
  }
  const texts = ['name', 'code', 'territory', 'phone', 'address', 'opens', 'closes'] as const
  const needed: readonly string[] = ['name', 'code', 'territory']
  return (
    <Modal
      open
      title={changed ? text.edit(changed.name) : text.add}
      okText={save}
      cancelText={cancel}
      confirmLoading={create.isPending || change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        className="office-form"
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={submit}
        preserve={false}
      >
        {texts.map((name) => (
          <Form.Item key={name} name={name} label={text[name]} rules={[{ required: needed.includes(name) }]}>
            <Input maxLength={120} />
          </Form.Item>
        ))}
        <Form.Item name="level" label={text.level}>
          <Select options={Object.entries(text.levels).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="parentId" label={text.parent}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={props.offices
              .filter(({ id }) => id !== changed?.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {changed && (
          <Form.Item name="active" label={text.active} valuePropName="checked" extra={text.closeNote}>
            <Switch />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={create.error ?? change.error} />
    </Modal>
  )
}
