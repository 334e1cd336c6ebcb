import type { Sm2KeyPair } from '../../../../platform/sm2.ts'
import { readObject } from './envelope.ts'

/** How an institution signs and enciphers its messages; the letters are those of the table in docs/hospitals.md. */
export const profileNames = [
  'gateway',
  'x-tif',
  'x-ca',
  'apikey',
  'oauth-sm',
  'card-token',
  'plain',
  'sm2-sm4',
  'mobile',
] as const
export type ProfileName = (typeof profileNames)[number]

/** A message as it came over the wire. */
export interface Wire {
  /** names in small letters, as Node gives them */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** the body as text; empty where it is no UTF-8 */
  readonly body: string
  /** the body as an object, no digit lost and read once; nothing where it is none */
  envelope(): Envelope | undefined
}

export type Envelope = Readonly<Record<string, unknown>>

/** A message with its body read when it is first asked for, since several profiles ask. */
export function wireOf(headers: Wire['headers'], body: string): Wire {
  let read: { readonly envelope: Envelope | undefined } | undefined
  return { headers, body, envelope: () => (read ??= { envelope: readObject(body) }).envelope }
}

/** What one side needs to know to speak as, or with, an institution. Kept encrypted. */
export interface Keys {
  /** shared by both sides */
  readonly secret: string
  /** the institution's SM2 key: 04 and two coordinates, 130 hexadecimal digits */
  readonly publicKey?: string | undefined
  /** the SM4 key where the secret is none: 16 characters */
  readonly cipherKey?: string | undefined
  /** the centre's own SM2 key, for profiles whose replies are signed */
  readonly centre?: Sm2KeyPair | undefined
}

/** Why a message is not opened; the codec has the sentence the gateway says. */
export type Reason = 'no-headers' | 'too-old' | 'unknown-user' | 'wrong-signature'

/** A message whose sender is proven. */
export interface Proven {
  /** the plain envelope */
  readonly text: string
  /** good for one message only: a second with the same is refused, while `signedAt` is within the window */
  readonly nonce?: { readonly value: string; readonly signedAt: number } | undefined
  /** makes of the plain reply what this client can read */
  readonly seal: (reply: string) => string
}

/** What an institution sends, and how it reads the answer. */
export interface Outgoing {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly unseal: (reply: string) => string
}

/** An institution's side of its keys. */
export interface Party {
  /** what it calls itself: access key, paas id, client id, app id, or the code of the institution */
  readonly accessKey: string
  readonly keys: Keys
  /** its own SM2 key, where messages carry such a signature */
  readonly own?: Sm2KeyPair | undefined
  /** bearer token, where there is sign-in before the first message */
  readonly token?: string | undefined
}

/** One way to prove who sends a message, both sides of it in one file. */
export interface Profile {
  readonly name: ProfileName
  /** Who the message says it is from; nothing where it is not of this kind. */
  claim(wire: Wire): string | undefined
  /** The centre's side. `accessKey` is what `claim` gave. */
  open(wire: Wire, accessKey: string, keys: Keys, now: Date): Proven | Reason
  /** The institution's side: the same rules, written from the other end. */
  call(text: string, party: Party, now: Date): Outgoing
}

/** The documented time a signature is good for: 30 minutes, in both directions, since clocks go wrong in both. */
export const WINDOW_MS = 30 * 60_000

/** Whether an instant is within the window. */
export function isFresh(at: number, now: Date): boolean {
  return Number.isFinite(at) && Math.abs(now.getTime() - at) <= WINDOW_MS
}

/** One header as text; nothing where it is missing, empty or sent twice. */
export function header(wire: Wire, name: string): string | undefined {
  const value = wire.headers[name]
  return typeof value === 'string' && value !== '' && value.length <= 1000 ? value : undefined
}

export const asItIs = (text: string): string => text
