import type { DraftEdit } from '@yichuang/contracts'
import { Button, Form, Input, InputNumber, Modal, Select, Upload } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct, useGet } from '../../parts/queries.ts'
import { common } from '../../parts/words.ts'
import type { Draft } from './DraftPage.tsx'
import { MarkedText } from './MarkedText.tsx'
import { usePlaces } from './own-place.ts'
import { policyWords } from './words.ts'

/** Edits that have a form; the others are made in the text of a file. */
export type EditKind = Exclude<DraftEdit['kind'], 'file' | 'form'>

/** What the form of an edit holds; which fields show is the kind's question. */
interface Values {
  readonly pack: string
  readonly rule: string
  readonly key?: string
  readonly from: string
  readonly value: string
  readonly limit: 'statutory' | 'promised'
  readonly workingDays: number
  readonly runningCases: 'stay' | 'move'
  readonly document: string
  readonly clause: string
  readonly quote: string
  readonly id: string
  readonly number?: string
  readonly title: string
  readonly issuer: string
  readonly published: string
  readonly inForce?: string
  readonly text: string
}

/** Sets a value or a limit with clause and quote, the document beside it; or adds a document. */
export function EditDialog({ kind, draft, onClose }: { kind: EditKind; draft: Draft; onClose: () => void }) {
  const text = useWords(policyWords)
  const { save, cancel } = useWords(common)
  const [form] = Form.useForm<Values>()
  const { places, own } = usePlaces()
  const edit = useAct('editDraft', async () => {
    await refresh('getDraft')
    onClose()
  })
  const titles = { value: text.setValue, limit: text.setLimit, document: text.addDocument }
  const submit = (values: Values) => {
    const { draftId, version } = draft
    edit.mutate({ params: { draftId }, body: { version, edit: editOf(kind, values) } })
  }
  return (
    <Modal
      open
      width={kind === 'document' ? 760 : 1080}
      title={titles[kind]}
      okText={save}
      cancelText={cancel}
      confirmLoading={edit.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {own !== '' && (
        <Form
          form={form}
          layout="vertical"
          onFinish={submit}
          initialValues={{ pack: own, limit: 'promised', runningCases: 'stay' }}
        >
          <Form.Item name="pack" label={text.place} rules={[{ required: true }]}>
            <Select
              options={places.map(({ packId, title }) => ({
                value: packId,
                label: title,
              }))}
            />
          </Form.Item>
          {kind === 'document' ? <DocumentFields /> : <RuleFields kind={kind} draft={draft} />}
        </Form>
      )}
      <ProblemAlert error={edit.error} />
    </Modal>
  )
}

function editOf(kind: EditKind, values: Values): DraftEdit {
  const { pack, rule, key, from, value, limit, workingDays, runningCases, document, clause, quote } = values
  const source = { document, clause, quote }
  if (kind === 'value') return { kind, pack, parameter: rule, ...(key && { key }), from, value, source }
  if (kind === 'limit') return { kind, pack, item: rule, from, limit, workingDays, runningCases, source }
  const { id, number, title, issuer, published, inForce, text } = values
  return { kind, pack, id, number: number || null, title, issuer, published, inForce: inForce || null, text }
}

const needed = [{ required: true }]

function RuleFields({ kind, draft }: { kind: 'value' | 'limit'; draft: Draft }) {
  const text = useWords(policyWords)
  const form = Form.useFormInstance<Values>()
  const packId = Form.useWatch('pack', form) ?? ''
  const document = Form.useWatch('document', form) ?? ''
  const place = useGet('getPolicyPlace', { params: { packId } }, { enabled: packId !== '' })
  const rules = (place.data?.rules ?? []).filter(
    (rule) => rule.kind === (kind === 'value' ? 'parameter' : 'item'),
  )
  const chain = place.data?.layers.map(({ packId }) => packId) ?? []
  // The place's own documents first, then those of the province and the country.
  const inReach = chain.flatMap((id) => draft.documents.filter((document) => document.packId === id))
  return (
    <div className="policy-two">
      <div>
        <Form.Item name="rule" label={kind === 'value' ? text.parameter : text.item} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={rules.map(({ id, title, unit }) => ({
              value: id,
              label: unit ? `${title}（${unit}）` : title,
            }))}
          />
        </Form.Item>
        {kind === 'value' ? (
          <>
            <Form.Item name="key" label={text.key}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="value" label={text.value} rules={needed}>
              <Input maxLength={500} />
            </Form.Item>
          </>
        ) : (
          <>
            <Form.Item name="limit" label={text.limit}>
              <Select options={Object.entries(text.limits).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <Form.Item name="workingDays" label={text.workingDays} rules={needed}>
              <InputNumber min={1} max={1000} precision={0} />
            </Form.Item>
            <Form.Item name="runningCases" label={text.running}>
              <Select options={Object.entries(text.runnings).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
          </>
        )}
        <Form.Item name="from" label={text.from} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="clause" label={text.clause} rules={needed}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="quote" label={text.quote} extra={text.quoteHint} rules={needed}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </div>
      <div>
        <Form.Item name="document" label={text.document} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={inReach.map(({ packId, id, citation }) => ({
              value: `${packId}:${id}`,
              label: citation,
            }))}
          />
        </Form.Item>
        {document !== '' && (
          <Words
            draftId={draft.draftId}
            document={document}
            onSelect={(words) => form.setFieldValue('quote', words.replaceAll(/\s+/g, ' '))}
          />
        )}
      </div>
    </div>
  )
}

/** The document an edit quotes, to select the words in. */
function Words(props: { draftId: string; document: string; onSelect: (words: string) => void }) {
  const text = useWords(policyWords)
  const [packId = '', documentId = ''] = props.document.split(':')
  const found = useGet('getDraftDocument', { params: { draftId: props.draftId, packId, documentId } })
  return (
    <>
      <ProblemAlert error={found.error} />
      {found.data && (
        <MarkedText label={text.source} text={found.data.text} ranges={NONE} onSelect={props.onSelect} />
      )}
    </>
  )
}
const NONE: readonly { start: number; end: number }[] = []

function DocumentFields() {
  const text = useWords(policyWords)
  const form = Form.useFormInstance<Values>()
  const [name, setName] = useState('')
  const read = useAct('readDocumentText', (reply) => form.setFieldValue('text', reply.text))
  return (
    <>
      <Form.Item
        name="id"
        label={text.documentId}
        rules={[{ required: true, pattern: /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/ }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="title" label={text.documentTitle} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="policy-two">
        <Form.Item name="number" label={text.number}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="issuer" label={text.issuer} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="published" label={text.published} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="inForce" label={text.inForce}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item label={text.upload}>
        <Upload
          accept=".txt,.docx,.pdf"
          showUploadList={false}
          beforeUpload={(file) => {
            setName(file.name)
            read.mutate({ file })
            return false
          }}
        >
          <Button loading={read.isPending}>{text.chooseFile}</Button> {name}
        </Upload>
      </Form.Item>
      <ProblemAlert error={read.error} />
      <Form.Item name="text" label={text.text} rules={needed}>
        <Input.TextArea rows={10} />
      </Form.Item>
    </>
  )
}
