import type { PlainDate } from '@yichuang/kernel'
import * as oidc from 'openid-client'
import type { Db } from '../../platform/db.ts'
import { record } from '../audit/index.ts'
import { findKnown, getPerson } from '../insured/index.ts'
import { findStaffByLogin } from '../organisations/index.ts'
import {
  IssuerUnavailable,
  NowhereInsured,
  SignInFailed,
  StaffInactive,
  StaffUnknown,
  StaffWithoutRole,
} from './identity.problems.ts'
import type { OidcSettings } from './issuer.ts'
import type { SignedIn } from './sessions.ts'
import { deleteExpiredSignIns, insertSignIn, takeSignIn, type SignInRow } from './sign-in.queries.ts'

export const SIGN_IN_SECONDS = 600

/** What the issuer says of somebody who has signed in there. */
export type Claims = Readonly<Record<string, unknown>>

/** Begins a sign-in: keeps state, nonce and verifier, and gives the address of the issuer to send the browser to. */
export async function beginSignIn(
  db: Db,
  config: oidc.Configuration,
  settings: OidcSettings,
  about: {
    readonly side: 'portal' | 'desk'
    readonly returnTo: string
    readonly redirectUri: string
    readonly language: string
  },
  now: Date,
): Promise<{ readonly state: string; readonly url: URL }> {
  const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
  const expiresAt = new Date(now.getTime() + SIGN_IN_SECONDS * 1000)
  await insertSignIn(db, {
    state,
    nonce,
    codeVerifier,
    returnTo: about.returnTo,
    side: about.side,
    expiresAt,
  })
  const url = oidc.buildAuthorizationUrl(config, {
    ...settings.parameters,
    redirect_uri: about.redirectUri,
    scope: `openid ${settings.scope}`.trim(),
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: about.language,
  })
  return { state, url }
}

/** Ends the stay at the issuer: proves its answer, and gives what it says of the person. */
export async function completeSignIn(
  db: Db,
  config: oidc.Configuration,
  callback: { readonly url: URL; readonly stateOfBrowser: string | undefined },
  now: Date,
): Promise<{ readonly signIn: SignInRow; readonly claims: Claims; readonly idToken: string | undefined }> {
  const state = callback.url.searchParams.get('state') ?? ''
  const signIn = state === '' ? undefined : await takeSignIn(db, state)
  // The cookie ties the answer to the browser that asked, so that nobody can be signed in as somebody else by a link.
  if (!signIn || state !== callback.stateOfBrowser || signIn.expiresAt < now)
    throw SignInFailed({
      zh: '登录请求已过期，或不是从本浏览器发起的。',
      en: 'The sign-in has expired, or began in another browser.',
    })
  const tokens = await oidc
    .authorizationCodeGrant(config, callback.url, {
      pkceCodeVerifier: signIn.codeVerifier,
      expectedNonce: signIn.nonce,
      expectedState: state,
      idTokenExpected: true,
    })
    .catch(asProblem)
  const fromToken = tokens.claims()!
  const profile = config.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(config, tokens.access_token, fromToken.sub).catch(asProblem)
    : {}
  return { signIn, claims: { ...profile, ...fromToken }, idToken: tokens.id_token }
}

/** Who has signed in, by what the issuer says; records it. Throws the problem a person can do something about. */
export async function recogniseSignIn(
  db: Db,
  settings: OidcSettings,
  side: 'portal' | 'desk',
  claims: Claims,
  time: { readonly at: Date; readonly today: PlainDate },
): Promise<SignedIn> {
  if (side === 'desk') return recogniseStaff(db, claims[settings.loginClaim], time.at)
  const idNumber = claims[settings.idNumberClaim]
  const known = typeof idNumber === 'string' ? await findKnown(db, idNumber, time.today) : undefined
  const regionCode = known?.regionCodes[0]
  if (!known || regionCode === undefined) throw NowhereInsured()
  const { personId, regionCodes } = known
  const { name, idNumberMasked } = await getPerson(db, regionCode, personId)
  const actor = { id: personId, name, side: 'applicant' } as const
  await record(db, {
    regionCode,
    stream: `person:${personId}`,
    actor,
    at: time.at,
    act: 'signed-in',
    personId,
    detail: {},
  })
  return { personId, name, idNumberMasked, regionCodes }
}

async function recogniseStaff(db: Db, login: unknown, at: Date): Promise<SignedIn> {
  const member = typeof login === 'string' ? await findStaffByLogin(db, login) : undefined
  if (!member) throw StaffUnknown()
  if (!member.active) throw StaffInactive()
  const regionCode = member.roles[0]?.regionCode
  if (regionCode === undefined) throw StaffWithoutRole()
  const actor = { id: member.userId, name: member.name, side: 'agency' } as const
  await record(db, { regionCode, stream: `staff:${member.userId}`, actor, at, act: 'signed-in', detail: {} })
  return { staffId: member.userId }
}

function asProblem(cause: unknown): never {
  if (cause instanceof oidc.AuthorizationResponseError && cause.error === 'access_denied')
    throw SignInFailed({ zh: '您取消了登录。', en: 'You cancelled the sign-in.' }, { cause })
  if (cause instanceof TypeError || (cause as Error).name === 'TimeoutError')
    throw IssuerUnavailable(undefined, { cause })
  throw SignInFailed(
    {
      zh: '统一身份认证平台的答复没有通过核验。',
      en: 'The answer of the identity provider did not hold when checked.',
    },
    { cause },
  )
}

/** Deletes sign-ins that nobody finished; for a periodic job. */
export async function forgetSignIns(db: Db, now: Date): Promise<void> {
  await deleteExpiredSignIns(db, now)
}
