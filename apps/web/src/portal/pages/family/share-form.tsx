import { useState } from 'react'
import type { AccountShare } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { Problem } from '../../../shared/problem.ts'
import { useFamilyTexts } from '../../messages/family.ts'
import { Field, fieldId, TextField } from '../../parts/field.tsx'
import { ActionFailure } from '../../parts/loaded.tsx'
import { useAction } from '../../parts/use-action.ts'

type Relation = AccountShare['relation']
type Place = Awaited<ReturnType<typeof call<'myAccountShares'>>>['places'][number]

/** Names a relative who may use my account: whose number, and what they are to me. */
export function ShareForm({
  places,
  onGranted,
}: {
  places: readonly Place[]
  onGranted: (share: AccountShare) => void
}) {
  const t = useFamilyTexts()
  const [regionCode, setRegion] = useState(places[0]!.regionCode)
  const [memberName, setName] = useState('')
  const [memberIdNumber, setIdNumber] = useState('')
  const place = places.find((one) => one.regionCode === regionCode)!
  const [relation, setRelation] = useState<Relation>(place.relations[0]!)
  const [tried, setTried] = useState(false)
  const grant = useAction(
    (intent) =>
      call('shareMyAccount', {
        body: { regionCode, memberName, memberIdNumber: memberIdNumber.trim().toUpperCase(), relation },
        intent,
      }),
    onGranted,
  )
  const idWrong = !/^\d{17}[\dXx]$/.test(memberIdNumber.trim())
  const faultAt = (path: string) =>
    grant.error instanceof Problem
      ? grant.error.errors.find((fault) => fault.path === path)?.message
      : undefined
  return (
    <form
      className="pane"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!idWrong && memberName.trim()) grant.run()
      }}
    >
      {places.length > 1 && (
        <Field id={fieldId('regionCode')} label={t.place}>
          {(aria) => (
            <select
              {...aria}
              className="input short"
              value={regionCode}
              onChange={(event) => setRegion(event.target.value)}
            >
              {places.map((one) => (
                <option key={one.regionCode} value={one.regionCode}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <TextField
        path="memberName"
        label={t.name}
        maxLength={60}
        value={memberName}
        onChange={setName}
        fault={faultAt('memberName')}
      />
      <TextField
        path="memberIdNumber"
        label={t.idNumber}
        hint={t.idHint}
        maxLength={18}
        value={memberIdNumber}
        onChange={setIdNumber}
        fault={tried && idWrong ? t.idWrong : (faultAt('memberIdNumber') ?? faultAt('idNumber'))}
      />
      <Field id={fieldId('relation')} label={t.relationLabel}>
        {(aria) => (
          <select
            {...aria}
            className="input short"
            value={relation}
            onChange={(event) => setRelation(event.target.value as Relation)}
          >
            {place.relations.map((one) => (
              <option key={one} value={one}>
                {t.relation[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="soft">{t.declare}</p>
      {place.citation && <p className="faint">{t.basis(place.citation)}</p>}
      <ActionFailure error={grant.error} />
      <p className="below">
        <button className="button primary" disabled={grant.pending}>
          {t.grant}
        </button>
      </p>
    </form>
  )
}
