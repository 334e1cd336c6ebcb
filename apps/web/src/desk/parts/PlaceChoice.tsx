import type { ComponentProps } from 'react'
import { PlaceField, type PlaceLook } from '../../shared/place-field.tsx'
import { ProblemAlert } from './problem.tsx'
import { useGet } from './queries.ts'

const LOOK: PlaceLook = {
  input: 'cell',
  hint: 'muted small',
  wrong: 'field',
  fault: 'bad-text small',
}

/** The places this installation knows by name; they change with its policy packs only. */
export const usePlaces = () => useGet('remotePlaces', {}, { staleTime: 600_000 })

/** Asks for a province or city by name, as every page of the desk does. */
export function PlaceChoice(props: Omit<ComponentProps<typeof PlaceField>, 'places' | 'look'>) {
  const places = usePlaces()
  return (
    <>
      <ProblemAlert error={places.error} onRetry={() => void places.refetch()} />
      {places.data && <PlaceField {...props} places={places.data} look={LOOK} />}
    </>
  )
}
