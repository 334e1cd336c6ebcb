import { useState } from 'react'
import type { AccountShare } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { useFamilyTexts } from '../../messages/family.ts'
import { NameSomeone } from '../../parts/name-someone.tsx'
import { SelectField } from '../../parts/select-field.tsx'

type Place = Awaited<ReturnType<typeof call<'myAccountShares'>>>['places'][number]
const FIELDS = { name: 'memberName', idNumber: 'memberIdNumber' }

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
  const place = places.find((one) => one.regionCode === regionCode)!
  return (
    <NameSomeone
      words={t}
      relations={place.relations}
      fields={FIELDS}
      send={({ name, idNumber, relation }, intent) =>
        call('shareMyAccount', {
          body: { regionCode, memberName: name, memberIdNumber: idNumber, relation },
          intent,
        })
      }
      onDone={onGranted}
      before={
        places.length > 1 && (
          <SelectField
            short
            path="regionCode"
            label={t.place}
            value={regionCode}
            options={places.map((one) => ({ value: one.regionCode, name: one.name }))}
            onChange={setRegion}
          />
        )
      }
    >
      {() => (
        <>
          <p className="soft">{t.declare}</p>
          {place.citation && <p className="faint">{t.basis(place.citation)}</p>}
        </>
      )}
    </NameSomeone>
  )
}
