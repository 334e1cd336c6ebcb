import { Button, Form, Input } from 'antd'
import { useWords } from '../../parts/lang.ts'
import { policyWords } from './words.ts'

/** What a new draft is called, and why it is begun. */
export function NewDraftForm(props: {
  busy: boolean
  onStart: (draft: { title: string; reason: string }) => void
}) {
  const text = useWords(policyWords)
  return (
    <Form layout="vertical" onFinish={props.onStart}>
      <Form.Item name="title" label={text.draftTitle} rules={[{ required: true, min: 2 }]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="reason" label={text.reason} rules={[{ required: true, min: 2 }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={props.busy}>
        {text.newDraft}
      </Button>
    </Form>
  )
}
