import { Alert, Button, Modal, Typography } from 'antd'
import { useWords } from '../../parts/lang.ts'
import type { Reply } from '../../parts/queries.ts'
import { accessWords } from './words.ts'

export type Issued = Reply<'addInstitutionAccess'>

/** A secret as it was just issued; the server never shows it again. */
export function SecretOnce({ issued, onClose }: { issued: Issued; onClose: () => void }) {
  const text = useWords(accessWords)
  return (
    <Modal
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      title={`${issued.institutionCode} · ${text.profiles[issued.profile]}`}
      footer={
        <Button type="primary" onClick={onClose}>
          {text.close}
        </Button>
      }
    >
      <div className="stack">
        <Alert type="warning" showIcon title={text.once} description={text.onceText} />
        <dl className="facts">
          <div>
            <dt>{text.key}</dt>
            <dd>
              <code>{issued.accessKey}</code>
            </dd>
          </div>
          <div>
            <dt>{text.secret}</dt>
            <dd>
              <Typography.Text code copyable className="secret">
                {issued.secret}
              </Typography.Text>
            </dd>
          </div>
          {issued.centrePublicKey && (
            <div>
              <dt>{text.centreKey}</dt>
              <dd>
                <code>{issued.centrePublicKey}</code>
              </dd>
            </div>
          )}
        </dl>
      </div>
    </Modal>
  )
}
