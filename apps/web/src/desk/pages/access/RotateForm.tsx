import { InputNumber, Modal } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import type { Access } from './AccessPage.tsx'
import type { Issued } from './SecretOnce.tsx'
import { accessWords } from './words.ts'

const LONGEST_OVERLAP = 90

/** Gives an institution a new secret, with the old one valid for some days beside it. */
export function RotateForm(props: { of: Access; onClose: () => void; onIssued: (issued: Issued) => void }) {
  const text = useWords(accessWords)
  const { cancel } = useWords(common)
  const { office } = useDesk()
  const [overlapDays, setDays] = useState(7)
  const id = useId()
  const rotate = useAct('rotateInstitutionAccess', async (made) => {
    await refresh('listInstitutionAccess')
    props.onIssued(made)
  })
  return (
    <Modal
      open
      title={`${text.rotate} · ${props.of.institutionCode}`}
      okText={text.rotate}
      cancelText={cancel}
      okButtonProps={{ loading: rotate.isPending }}
      onOk={() =>
        rotate.mutate({
          params: { accessId: props.of.accessId },
          body: { regionCode: office.regionCode, overlapDays },
        })
      }
      onCancel={props.onClose}
    >
      <div className="stack">
        <p className="flat">{text.rotateText(overlapDays)}</p>
        <div>
          <label htmlFor={id}>{text.overlap}</label>{' '}
          <InputNumber
            id={id}
            min={0}
            max={LONGEST_OVERLAP}
            precision={0}
            value={overlapDays}
            onChange={(days) => setDays(days ?? 0)}
          />
        </div>
        <ProblemAlert error={rotate.error} />
      </div>
    </Modal>
  )
}
