import type { RemoteCare } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { PlaceField, type PlaceLook } from '../../../shared/place-field.tsx'
import type { KnownPlaces } from '../../../shared/places.ts'
import { fieldId, TextField } from '../../parts/field.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Heading } from '../../parts/page.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useFilingTexts } from '../../messages/filings.ts'

const NOTHING: RemoteCare = { place: '', from: '', until: '' }
const LOOK: PlaceLook = { input: 'input', hint: 'hint', wrong: 'field wrong', fault: 'wrong-text' }

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
      <Loaded of={places}>{(known) => <RemoteForm places={known} />}</Loaded>
    </>
  )
}

function RemoteForm({ places }: { places: KnownPlaces }) {
  const t = useFilingTexts()
  const { view, content, change, faultAt } = useDraft()
  const remote = content.remote ?? NOTHING
  const set = (part: Partial<RemoteCare>) =>
    change((before) => ({ ...before, remote: { ...(before.remote ?? NOTHING), ...part } }))
  return (
    <>
      <PlaceField
        id={fieldId('remote.place')}
        label={t.place}
        asks="care"
        places={places}
        except={view.regionCode}
        value={remote.place}
        onChange={(place) => set({ place })}
        fault={faultAt('remote.place')}
        look={LOOK}
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
