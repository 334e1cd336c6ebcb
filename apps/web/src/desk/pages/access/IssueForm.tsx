import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { ProblemAlert } from '../../parts/problem.tsx'
import { refresh, useAct } from '../../parts/queries.ts'
import { useDesk } from '../../parts/session.tsx'
import { common } from '../../parts/words.ts'
import type { Access } from './AccessPage.tsx'
import { InstitutionChoice, type Chosen } from './InstitutionChoice.tsx'
import type { Issued } from './SecretOnce.tsx'
import { accessWords } from './words.ts'

type Profile = Access['profile']
/** Profiles in which the institution proves itself by a key of its own. */
const OWN_KEY: readonly Profile[] = ['oauth-sm', 'sm2-sm4', 'mobile']

/** Lets an institution connect by a profile. */
export function IssueForm(props: {
  institution: Chosen | null
  onClose: () => void
  onIssued: (issued: Issued) => void
}) {
  const text = useWords(accessWords)
  const { cancel } = useWords(common)
  const { office } = useDesk()
  const [institution, setInstitution] = useState(props.institution)
  const [profile, setProfile] = useState<Profile>('x-ca')
  const [addresses, setAddresses] = useState('')
  const [publicKey, setPublicKey] = useState('')
  const id = useId()
  const issue = useAct('addInstitutionAccess', async (made) => {
    await refresh('listInstitutionAccess')
    props.onIssued(made)
  })
  const named = addresses
    .split(/[,，\s]+/)
    .map((one) => one.trim())
    .filter(Boolean)
  const submit = () => {
    if (!institution) return
    issue.mutate({
      body: {
        regionCode: office.regionCode,
        institutionCode: institution.code,
        profile,
        ...(named.length > 0 && { addresses: named }),
        ...(OWN_KEY.includes(profile) && publicKey.trim() !== '' && { publicKey: publicKey.trim() }),
      },
    })
  }
  return (
    <Modal
      open
      title={text.add}
      okText={text.add}
      cancelText={cancel}
      okButtonProps={{ disabled: !institution, loading: issue.isPending }}
      onOk={submit}
      onCancel={props.onClose}
    >
      <div className="stack">
        <InstitutionChoice chosen={institution} onChange={setInstitution} />
        <Select<Profile>
          aria-label={text.profile}
          value={profile}
          onChange={setProfile}
          options={(Object.entries(text.profiles) as [Profile, string][]).map(([value, label]) => ({
            value,
            label,
          }))}
        />
        <p className="muted flat">
          {text.replay}：{text.replays[profile]}
        </p>
        {OWN_KEY.includes(profile) && (
          <div>
            <label htmlFor={`${id}-key`}>{text.publicKey}</label>
            <Input
              id={`${id}-key`}
              maxLength={130}
              value={publicKey}
              onChange={({ target }) => setPublicKey(target.value)}
            />
          </div>
        )}
        <div>
          <label htmlFor={`${id}-addresses`}>{text.addresses}</label>
          <Input
            id={`${id}-addresses`}
            maxLength={1000}
            value={addresses}
            onChange={({ target }) => setAddresses(target.value)}
          />
        </div>
        <ProblemAlert error={issue.error} />
      </div>
    </Modal>
  )
}
