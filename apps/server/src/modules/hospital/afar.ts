import type { Envelope, Reply } from '@yichuang/hsa'
import type { Hospital } from '../organisations/index.ts'

/** A message that belongs to the insured place. */
export interface ForwardedMessage {
  readonly text: string
  readonly envelope: Envelope
  /** where it was sent from: an institution of this place */
  readonly institution: Hospital
  /** whether it books something, so that its outcome matters */
  readonly books: boolean
  readonly now: Date
}

/** Care outside the insured place (异地就医): what the entry asks of whoever knows the ways to other places. */
export interface Afar {
  /** Whether people insured in a city are settled here. */
  insures(city: string): boolean
  /** Lets an institution of this place treat people insured in a city; throws `HospitalFault` when its agreement does not. */
  admit(institution: Hospital, city: string): Promise<void>
  /** An institution of another place, which the hub knows; undefined when nobody does. */
  institution(code: string, careRegion: string): Promise<Hospital | undefined>
  /**
   * Keeps for the place of care what was answered to its institution about somebody insured in another city of this
   * installation. Once, however often the same answer is given.
   */
  settledHere(settled: {
    readonly envelope: Envelope
    readonly institution: Hospital
    readonly output: unknown
  }): Promise<void>
  /**
   * Takes a message to the insured place and brings the answer back. Throws `HospitalFault` when it certainly was not
   * booked there; any other error leaves that open.
   */
  forward(message: ForwardedMessage): Promise<Reply>
}

/** Whether a message is a matter of the institution and its own centre, wherever anybody is insured. */
export const isOfTheInstitution = ({ infno }: Envelope): boolean => OF_THE_INSTITUTION.test(infno)
const OF_THE_INSTITUTION = /^(?:9\d{3}|1201|13\d\d|1901|3[2345]\d\d|5101|5102|57\d\d)/

/**
 * City (`330600`) whose people a message is about. Clients leave the insured place empty for people of the place of care.
 * A municipality (直辖市) is insured as a whole.
 */
export function insuredCity(envelope: Envelope, home: string): string {
  const { insuredRegion } = envelope
  if (insuredRegion === undefined || isOfTheInstitution(envelope)) return home
  if (MUNICIPALITIES.has(insuredRegion.slice(0, 2))) return `${insuredRegion.slice(0, 2)}0000`
  return `${insuredRegion.slice(0, 4)}00`
}
const MUNICIPALITIES = new Set(['11', '12', '31', '50'])
