import type { PersonalAccount, Withdrawal } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { AccountPane } from '../../parts/account-pane.tsx'
import { Choices, TextField } from '../../parts/field.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Heading } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useApplyTexts } from '../../messages/apply.ts'

interface Known {
  reasons: { reasonId: string; name: string }[]
  account: PersonalAccount | null
}

/** Why the personal account is to be paid out, to whom, and what it holds. */
export function ReasonStep() {
  const t = useApplyTexts().withdrawal
  const { view } = useDraft()
  const { regionCode, caseId, itemId } = view
  const known = useLoad(
    async (signal): Promise<Known> => {
      const [{ reasons }, { account }] = await Promise.all([
        call('getGuide', { params: { regionCode, itemId }, signal }),
        call('getCaseAccount', { params: { caseId }, query: { regionCode }, signal }),
      ])
      return { reasons, account }
    },
    ['reasons', caseId],
  )
  return (
    <>
      <div className="page-head">
        <Heading title={t.title} />
        <p className="lead">{t.lead}</p>
      </div>
      <Loaded of={known}>{(value) => <ReasonForm known={value} />}</Loaded>
    </>
  )
}

function ReasonForm({ known }: { known: Known }) {
  const t = useApplyTexts().withdrawal
  const { content, change, faultAt } = useDraft()
  const withdrawal = content.withdrawal ?? NOTHING
  const set = (part: Partial<Withdrawal>) =>
    change((before) => ({ ...before, withdrawal: { ...(before.withdrawal ?? NOTHING), ...part } }))
  return (
    <>
      <AccountPane account={known.account} />
      <Choices
        path="withdrawal.reason"
        label={t.reason}
        hint={t.reasonHint}
        value={withdrawal.reason}
        onChange={(reason) => set({ reason })}
        fault={faultAt('withdrawal.reason')}
        options={known.reasons.map(({ reasonId, name }) => ({ value: reasonId, name }))}
      />
      <TextField
        path="withdrawal.happenedOn"
        type="date"
        label={t.happenedOn(withdrawal.reason)}
        value={withdrawal.happenedOn}
        onChange={(happenedOn) => set({ happenedOn })}
        fault={faultAt('withdrawal.happenedOn')}
      />
      {withdrawal.reason === 'death' && (
        <>
          <TextField
            path="withdrawal.heirName"
            label={t.heirName}
            hint={t.heirNameHint}
            maxLength={120}
            value={withdrawal.heirName}
            onChange={(heirName) => set({ heirName })}
            fault={faultAt('withdrawal.heirName')}
          />
          <TextField
            path="withdrawal.heirRelation"
            label={t.heirRelation}
            hint={t.heirRelationHint}
            maxLength={120}
            value={withdrawal.heirRelation}
            onChange={(heirRelation) => set({ heirRelation })}
            fault={faultAt('withdrawal.heirRelation')}
          />
        </>
      )}
    </>
  )
}

const NOTHING: Withdrawal = { reason: '', happenedOn: '', heirName: '', heirRelation: '' }
