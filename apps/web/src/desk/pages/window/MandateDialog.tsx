import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { useAct, type Reply } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useDesk } from '../../parts/session.tsx'
import { windowWords } from './words.ts'

type Person = Reply<'findPersons'>['items'][number]
type Relation = keyof typeof windowWords.zh.relations

/** Records on proof that one person acts for another. */
export function MandateDialog({ principal, onClose }: { principal: Person; onClose: () => void }) {
  const text = useWords(windowWords)
  const { office } = useDesk()
  const { message } = App.useApp()
  const [idNumber, setIdNumber] = useState('')
  const [agent, setAgent] = useState<Person | null>(null)
  const [relation, setRelation] = useState<Relation>()
  const [to, setTo] = useState('')
  const search = useAct('findPersons', ({ items }) => setAgent(items[0] ?? null))
  const record = useAct('recordMandate', (mandate) => message.success(text.recorded(mandate.agent.name)))
  const find = () => {
    if (idNumber.trim()) search.mutate({ body: { regionCode: office.regionCode, idNumber: idNumber.trim() } })
  }
  return (
    <ReasonDialog
      open
      title={text.mandateTitle}
      text={text.mandateText}
      label={text.proof}
      ready={agent !== null && relation !== undefined}
      error={record.error ?? search.error}
      busy={record.isPending}
      onClose={onClose}
      onSubmit={async (proof) => {
        if (!agent || !relation) return false
        await record.mutateAsync({
          body: { principalId: principal.personId, agentId: agent.personId, relation, proof, to: to || null },
        })
        return true
      }}
    >
      <label className="stack tight">
        {text.agentId}
        <Input.Search
          enterButton={text.find}
          maxLength={18}
          loading={search.isPending}
          value={idNumber}
          onChange={({ target }) => {
            setIdNumber(target.value)
            setAgent(null)
          }}
          onSearch={find}
        />
      </label>
      <output className="flat">
        {agent && (
          <>
            {text.agentFound}：<strong>{agent.name}</strong> {agent.idNumberMasked}
          </>
        )}
        {search.data?.items.length === 0 && <span className="bad-text">{text.agentNone}</span>}
      </output>
      <Select
        className="wide"
        aria-label={text.relation}
        placeholder={text.relation}
        value={relation}
        onChange={setRelation}
        options={Object.entries(text.relations).map(([value, label]) => ({ value, label }))}
      />
      <label className="stack tight">
        {text.to}
        <Input type="date" value={to} onChange={({ target }) => setTo(target.value)} />
      </label>
    </ReasonDialog>
  )
}
