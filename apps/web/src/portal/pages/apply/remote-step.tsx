import type { RemoteCare } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { Field, fieldId, TextField } from '../../parts/field.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Heading } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useFilingTexts } from '../../messages/filings.ts'

const NOTHING: RemoteCare = { place: '', from: '', until: '' }

/** Where somebody goes for care, and from when to when. */
export function RemoteStep() {
  const t = useFilingTexts()
  const places = useLoad((signal) => call('remotePlaces', { signal }), ['remote-places'])
  return (
    <>
      <div className="page-head">
        <Heading title={t.step} />
        <p className="lead">{t.stepLead}</p>
      </div>
      <Loaded of={places}>{({ items }) => <RemoteForm provinces={items} />}</Loaded>
    </>
  )
}

function RemoteForm({ provinces }: { provinces: readonly { code: string; name: string }[] }) {
  const t = useFilingTexts()
  const { content, change, faultAt } = useDraft()
  const remote = content.remote ?? NOTHING
  const set = (part: Partial<RemoteCare>) =>
    change((before) => ({ ...before, remote: { ...(before.remote ?? NOTHING), ...part } }))
  const isProvince = remote.place === '' || remote.place.endsWith('0000')
  return (
    <>
      <Field id={fieldId('remote.place')} label={t.place} fault={faultAt('remote.place')}>
        {(aria) => (
          <select
            {...aria}
            className="input"
            value={isProvince ? remote.place : `${remote.place.slice(0, 2)}0000`}
            onChange={({ target }) => set({ place: target.value })}
          >
            <option value="">{t.choose}</option>
            {provinces.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        path="remote.city"
        label={t.city}
        optional
        maxLength={6}
        value={isProvince ? '' : remote.place}
        onChange={(place) => set({ place })}
      />
      <TextField
        path="remote.from"
        type="date"
        label={t.from}
        hint={t.fromHint}
        value={remote.from}
        onChange={(from) => set({ from })}
        fault={faultAt('remote.from')}
      />
      <TextField
        path="remote.until"
        type="date"
        label={t.until}
        hint={t.untilHint}
        optional
        value={remote.until}
        onChange={(until) => set({ until })}
        fault={faultAt('remote.until')}
      />
    </>
  )
}
