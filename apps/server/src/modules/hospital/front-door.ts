import type { ReplyProfile } from '@yichuang/hsa'

/** A request as it came over the wire. */
export interface Knock {
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly rawBody: Buffer
  /** where the request comes from; without it no unsigned message is taken */
  readonly address?: string | undefined
  readonly now: Date
}

/** Who is at the door: signature checked, text deciphered. */
export interface Opened {
  /** code of the institution the credentials belong to; the message must name the same */
  readonly institution: string
  /** the envelope as plain text, its `input` plain JSON */
  readonly text: string
  readonly profile: ReplyProfile
  /** Signs or enciphers a reply as this institution expects it. */
  seal(reply: string): Sealed
}

export interface Sealed {
  readonly body: string | Buffer
  readonly contentType: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The gateway's own refusal, before any message is read. */
export interface TurnedAway {
  readonly refused: { readonly status: number; readonly body: string }
  /** whose secrets it claimed and could not prove */
  readonly claimed?: { readonly institution: string; readonly reason: string }
}

/** Authentication and cipher of institutions: what stands before the messages. */
export interface FrontDoor {
  open(knock: Knock): Promise<Opened | TurnedAway>
}
