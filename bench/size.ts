/** How much is played and for how long. */
export interface Size {
  readonly cases: number
  readonly people: number
  /** people with a session, who hand in and rate */
  readonly signedIn: number
  /** cases played to each state before the others are copied from them */
  readonly patterns: number
  /** life cycles going on at once */
  readonly lanes: number
  /** how long each rate is measured */
  readonly seconds: number
  readonly warmUpSeconds: number
  /** most life cycles of a measurement */
  readonly most: number
  /** payments in a run */
  readonly batch: number
}

export const FULL: Size = {
  cases: 1_000_000,
  people: 200_000,
  signedIn: 4_000,
  patterns: 24,
  lanes: 32,
  seconds: 30,
  warmUpSeconds: 20,
  most: Infinity,
  batch: 50,
}

export const SMOKE: Size = {
  cases: 2_000,
  people: 1_000,
  signedIn: 100,
  patterns: 4,
  lanes: 4,
  seconds: 2,
  warmUpSeconds: 0.5,
  most: 24,
  batch: 8,
}
