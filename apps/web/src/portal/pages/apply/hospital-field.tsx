import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { z } from 'zod'
import type { ClaimContent, Hospital } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { Field, fieldId } from '../../parts/field.tsx'
import { useApplyTexts } from '../../messages/apply.ts'

type HospitalRow = z.infer<typeof Hospital>

/** Look-up of a hospital while typing; a name that is not in the list is taken as written. */
export function HospitalField({
  visit,
  onChange,
  fault,
}: {
  visit: ClaimContent['visit']
  onChange: (part: Partial<ClaimContent['visit']>) => void
  fault: string | undefined
}) {
  const t = useApplyTexts().visit
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const found = useHospitals(open ? visit.hospitalName : '')
  const id = fieldId('visit.hospitalName')
  const list = `${id}-list`
  const choose = (one: HospitalRow) => {
    onChange({ hospitalName: one.name, hospitalCode: one.hospitalCode })
    setOpen(false)
    setActive(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false)
    if (event.key === 'Enter' && open && found[active]) {
      event.preventDefault()
      choose(found[active])
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setOpen(true)
    setActive((before) =>
      Math.min(Math.max(before + (event.key === 'ArrowDown' ? 1 : -1), 0), found.length - 1),
    )
  }
  return (
    <Field id={id} label={t.hospital} hint={t.hospitalHint} fault={fault}>
      {(aria) => (
        <div className="combo">
          <input
            {...aria}
            className="input"
            role="combobox"
            aria-expanded={open && found.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active >= 0 && found[active] ? `${list}-${active}` : undefined}
            autoComplete="off"
            maxLength={120}
            value={visit.hospitalName}
            onChange={(event) => {
              onChange({ hospitalName: event.target.value, hospitalCode: '' })
              setOpen(true)
              setActive(-1)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the ARIA combobox pattern */}
          <ul id={list} role="listbox" aria-label={t.hospital} hidden={!open || found.length === 0}>
            {found.map((one, index) => (
              <li
                key={one.hospitalCode}
                id={`${list}-${index}`}
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
                role="option"
                aria-selected={index === active}
                // mousedown comes before the blur that closes the list
                onMouseDown={(event) => {
                  event.preventDefault()
                  choose(one)
                }}
              >
                {one.name} <small>{t.level[one.level]}</small>
              </li>
            ))}
          </ul>
          <p role="status" className="faint">
            {open && visit.hospitalName && t.results(found.length)}
            {!open && visit.hospitalName && !visit.hospitalCode && t.hospitalFree}
          </p>
        </div>
      )}
    </Field>
  )
}

const QUIET_MS = 200

function useHospitals(query: string): HospitalRow[] {
  const [found, setFound] = useState<{ wanted: string; items: HospitalRow[] }>()
  const wanted = query.trim().slice(0, 60)
  useEffect(() => {
    if (wanted === '') return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      call('findHospitals', { query: { q: wanted }, signal: stop.signal })
        .then((reply) => setFound({ wanted, items: reply.items.slice(0, 12) }))
        .catch(() => setFound({ wanted, items: [] })) // without the list the name is taken as written
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [wanted])
  // The list of a moment ago stays while the next one comes, so that it does not flicker under the finger.
  return wanted === '' ? [] : (found?.items ?? [])
}
