import { App, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../../parts/lang.ts'
import { useAct } from '../../parts/queries.ts'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { refreshEntries, type Entry } from './entry.ts'
import { treatFirstWords } from './words.ts'

interface Props {
  entry: Entry
  onClose: () => void
}

/** Proposes a write-off, which somebody else decides. */
export function ProposeForm({ entry, onClose }: Props) {
  const text = useWords(treatFirstWords)
  const { message } = App.useApp()
  const act = useAct('proposeWriteOff', refreshEntries)
  const { entryId, regionCode, version } = entry
  return (
    <ReasonDialog
      open
      danger
      title={text.acts.propose}
      text={text.proposeText}
      label={text.proposeReason}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({ params: { entryId }, body: { regionCode, version, reason } })
        void message.success(text.proposed)
        return true
      }}
    />
  )
}

/** Decides a write-off that somebody else proposed. */
export function DecideForm({ entry, onClose }: Props) {
  const text = useWords(treatFirstWords)
  const { message } = App.useApp()
  const [outcome, setOutcome] = useState<'written-off' | 'declined'>('declined')
  const act = useAct('decideWriteOff', refreshEntries)
  const { entryId, regionCode, version, proposal } = entry
  return (
    <ReasonDialog
      open
      danger={outcome === 'written-off'}
      title={text.acts.decide}
      text={proposal && text.decideText(proposal.by, proposal.reason)}
      label={text.closeReason}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({ params: { entryId }, body: { regionCode, version, outcome, reason } })
        void message.success(text.decided)
        return true
      }}
    >
      <fieldset className="kind-choice">
        <legend>{text.outcome}</legend>
        <Radio.Group
          value={outcome}
          onChange={({ target }) => setOutcome(target.value as typeof outcome)}
          options={(['declined', 'written-off'] as const).map((value) => ({
            value,
            label: text.outcomes[value],
          }))}
        />
      </fieldset>
    </ReasonDialog>
  )
}

/** Opens a closed entry again. */
export function ReopenForm({ entry, onClose }: Props) {
  const text = useWords(treatFirstWords)
  const { message } = App.useApp()
  const act = useAct('reopenTreatFirst', refreshEntries)
  const { entryId, regionCode, version } = entry
  return (
    <ReasonDialog
      open
      title={text.acts.reopen}
      text={text.reopenText}
      label={text.closeReason}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        await act.mutateAsync({ params: { entryId }, body: { regionCode, version, reason } })
        void message.success(text.reopened)
        return true
      }}
    />
  )
}

/** Shows the whole number of the document, with a reason that is recorded. */
export function RevealForm({ entry, onClose }: Props) {
  const text = useWords(treatFirstWords)
  const { modal } = App.useApp()
  const act = useAct('revealTreatFirst')
  const { entryId, regionCode } = entry
  return (
    <ReasonDialog
      open
      title={text.acts.reveal}
      text={text.revealText}
      label={text.closeReason}
      error={act.error}
      busy={act.isPending}
      onClose={onClose}
      onSubmit={async (reason) => {
        const { idNumber } = await act.mutateAsync({ params: { entryId }, body: { regionCode, reason } })
        modal.info({ title: text.acts.reveal, content: idNumber || text.noIdNumber })
        return true
      }}
    />
  )
}
