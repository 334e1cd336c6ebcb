import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { defineWords, useWords } from './lang.ts'
import { useAct } from './queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

const words = defineWords(
  {
    show: { 'id-number': '显示完整身份证号', phone: '显示完整电话' },
    title: '查看完整信息',
    text: '查看会记入审计记录，参保人可以查询。显示一分钟后自动隐藏。',
    reason: '查看理由',
    placeholder: '例如：电话核对住院日期',
  },
  {
    show: { 'id-number': 'Show the whole ID number', phone: 'Show the whole phone number' },
    title: 'Show the whole value',
    text: 'This is recorded in the audit trail, which the person may read. It hides again after one minute.',
    reason: 'Reason',
    placeholder: 'e.g. to check the dates of the stay by phone',
  },
)
const SHOWN_MS = 60_000

/** A masked number that can be shown for a minute, with a reason that is recorded. */
export function Reveal(props: {
  person: { personId: string; idNumberMasked: string; phoneMasked: string | null }
  field: 'id-number' | 'phone'
  regionCode: string
  caseId?: string
}) {
  const { person, field } = props
  const text = useWords(words)
  const [open, setOpen] = useState(false)
  const [value, setValue] = useState<string | null>(null)
  const reveal = useAct('revealPerson', (reply) => setValue(reply.value))
  useEffect(() => {
    if (value === null) return
    const timer = setTimeout(() => setValue(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [value])
  const masked = field === 'phone' ? person.phoneMasked : person.idNumberMasked
  if (!masked) return <>—</>
  return (
    <span className="reveal">
      <span className="nowrap" aria-live="polite">
        {value ?? masked}
      </span>
      {value === null && (
        <Button
          type="text"
          size="small"
          icon={<EyeOutlined />}
          aria-label={text.show[field]}
          title={text.show[field]}
          onClick={() => setOpen(true)}
        />
      )}
      <ReasonDialog
        open={open}
        title={text.title}
        text={text.text}
        label={text.reason}
        placeholder={text.placeholder}
        error={reveal.error}
        busy={reveal.isPending}
        onClose={() => setOpen(false)}
        onSubmit={async (reason) => {
          await reveal.mutateAsync({
            params: { personId: person.personId },
            body: { regionCode: props.regionCode, field, reason, caseId: props.caseId },
          })
          return true
        }}
      />
    </span>
  )
}
