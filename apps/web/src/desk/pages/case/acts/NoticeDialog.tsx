import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Modal, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useKept } from '../../../parts/kept.ts'
import { useWords } from '../../../parts/lang.ts'
import { ProblemAlert } from '../../../parts/problem.tsx'
import { useGet, type Reply } from '../../../parts/queries.ts'
import { common } from '../../../parts/words.ts'
import { useCase, useCaseAct } from '../case-context.tsx'
import { actWords } from './words.ts'

type Gap = Reply<'suggestGaps'>['gaps'][number]

/** The one notice: starts from everything the system finds missing, and goes out once. */
export function NoticeDialog() {
  const { view } = useCase()
  const text = useWords(actWords)
  const { cancel } = useWords(common)
  const [open, setOpen] = useState(false)
  const [typed, setTyped, forget] = useKept<Gap[] | null>(`notice.${view.caseId}`, null)
  const suggested = useGet(
    'suggestGaps',
    { params: { caseId: view.caseId }, query: { regionCode: view.regionCode } },
    { enabled: open },
  )
  const send = useCaseAct('notifyGaps')
  const gaps = typed ?? suggested.data?.gaps ?? []
  const written = gaps.filter((gap) => gap.text.trim().length >= 2)
  const change = (index: number, part: Partial<Gap>) =>
    setTyped(gaps.map((gap, at) => (at === index ? { ...gap, ...part } : gap)))
  const submit = async () => {
    if (!(await send.run({ gaps: written }))) return
    forget()
    setOpen(false)
  }
  return (
    <>
      <Button block onClick={() => setOpen(true)}>
        {text.notify}
      </Button>
      <Modal
        open={open}
        width={640}
        title={text.noticeTitle}
        okText={text.send}
        cancelText={cancel}
        okButtonProps={{ disabled: written.length === 0, loading: send.busy }}
        onOk={() => void submit()}
        onCancel={() => setOpen(false)}
      >
        <div className="stack">
          <p className="flat">{text.noticeText}</p>
          {view.notices.length > 0 && <Alert type="warning" showIcon title={text.noticeSecond} />}
          <ProblemAlert error={suggested.error} onRetry={() => void suggested.refetch()} />
          {suggested.isLoading && <Skeleton active />}
          {!suggested.isLoading && gaps.length === 0 && <p className="muted">{text.noGaps}</p>}
          <ol className="gaps">
            {gaps.map((gap, index) => (
              // Gaps have no name of their own; they are only changed in place, added at the end or removed.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <Input.TextArea
                  aria-label={text.gap(index + 1)}
                  autoSize={{ minRows: 1, maxRows: 6 }}
                  maxLength={500}
                  value={gap.text}
                  onChange={({ target }) => change(index, { text: target.value })}
                />
                {gap.field === null && (
                  // With it the applicant finds the place to add the file right beside the sentence.
                  <Select
                    allowClear
                    aria-label={text.gapMaterial(index + 1)}
                    placeholder={text.whichMaterial}
                    value={gap.materialId ?? undefined}
                    onChange={(materialId?: string) => change(index, { materialId: materialId ?? null })}
                    options={view.materials.map(({ materialId, name }) => ({
                      value: materialId,
                      label: name,
                    }))}
                  />
                )}
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={text.removeGap(index + 1)}
                  onClick={() => setTyped(gaps.filter((_, at) => at !== index))}
                />
              </li>
            ))}
          </ol>
          <div>
            <Button
              icon={<PlusOutlined />}
              onClick={() => setTyped([...gaps, { materialId: null, field: null, text: '' }])}
            >
              {text.addGap}
            </Button>
          </div>
          <ProblemAlert error={send.error} />
        </div>
      </Modal>
    </>
  )
}
