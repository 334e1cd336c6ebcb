import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { useAct, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { shareWords } from './share-words.ts'

type Person = Reply<'findPersons'>['items'][number]
type Relation = Reply<'personAccountShares'>['relations'][number]

/** Records, on a paper seen, that the holder of an account lets a relative use it. */
export function ShareDialog({
  holder,
  relations,
  onClose,
}: {
  holder: Person
  relations: readonly Relation[]
  onClose: () => void
}) {
  const text = useWords(shareWords)
  const { office } = useDesk()
  const { message } = App.useApp()
  const [memberName, setName] = useState('')
  const [memberIdNumber, setIdNumber] = useState('')
  const [relation, setRelation] = useState<Relation>()
  const record = useAct('recordAccountShare', (share) => message.success(text.recorded(share.other)))
  return (
    <ReasonDialog
      open
      title={text.add}
      text={text.text}
      label={text.proof}
      ready={memberName.trim() !== '' && memberIdNumber.trim() !== '' && relation !== undefined}
      error={record.error}
      busy={record.isPending}
      onClose={onClose}
      onSubmit={async (proof) => {
        if (!relation) return false
        await record.mutateAsync({
          params: { personId: holder.personId },
          body: {
            regionCode: office.regionCode,
            memberName,
            memberIdNumber: memberIdNumber.trim().toUpperCase(),
            relation,
            proof,
          },
        })
        return true
      }}
    >
      <label className="stack tight">
        {text.name}
        <Input maxLength={60} value={memberName} onChange={({ target }) => setName(target.value)} />
      </label>
      <label className="stack tight">
        {text.idNumber}
        <Input maxLength={18} value={memberIdNumber} onChange={({ target }) => setIdNumber(target.value)} />
      </label>
      <Select
        className="wide"
        aria-label={text.relation}
        placeholder={text.relation}
        value={relation}
        onChange={setRelation}
        options={relations.map((value) => ({ value, label: text.relations[value] }))}
      />
    </ReasonDialog>
  )
}
