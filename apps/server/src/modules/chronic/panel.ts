/** What an expert says of an application. */
export type Verdict = 'grant' | 'refuse' | 'recuse'

export interface Given {
  readonly round: number
  readonly expertId: string
  readonly verdict: Verdict
}

/** Opinions that count in a round, in the order they were given: whoever stepped back gave none. */
export function counted(opinions: readonly Given[], round: number): Given[] {
  return opinions.filter((given) => given.round === round && given.verdict !== 'recuse')
}

/** Which opinion is wanted next: 1, 2, or 3 when the first two differ; undefined when it is decided. */
export function wanted(opinions: readonly Given[], round: number): 1 | 2 | 3 | undefined {
  const given = counted(opinions, round)
  if (given.length < 2) return given.length === 0 ? 1 : 2
  if (given.length === 2 && given[0]!.verdict !== given[1]!.verdict) return 3
  return undefined
}

/** What a round comes to: two that agree decide, else the third does. Undefined while an opinion is wanted. */
export function resultOf(opinions: readonly Given[], round: number): 'granted' | 'refused' | undefined {
  if (wanted(opinions, round) !== undefined) return undefined
  const grants = counted(opinions, round).filter(({ verdict }) => verdict === 'grant').length
  return grants >= 2 ? 'granted' : 'refused'
}

export type Conflict = 'own-hospital' | 'own-patient' | 'looked-before'

/** Why an expert may not judge an application; undefined when they may. An appeal goes to people who have not seen it. */
export function conflictOf(
  expert: { readonly userId: string; readonly name: string; readonly hospitalCode: string },
  application: {
    readonly hospitalCode: string
    readonly doctorName: string
    readonly round: number
  },
  opinions: readonly Given[],
): Conflict | undefined {
  if (expert.hospitalCode === application.hospitalCode) return 'own-hospital'
  if (expert.name === application.doctorName) return 'own-patient'
  const looked = opinions.some(
    ({ expertId, round }) => expertId === expert.userId && round < application.round,
  )
  return looked ? 'looked-before' : undefined
}
