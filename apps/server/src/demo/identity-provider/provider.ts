import { generateKeyPairSync, randomBytes } from 'node:crypto'
import Provider, { type Configuration, type JWK } from 'oidc-provider'
import type { Sentences } from '../../platform/problem.ts'
import { memoryAdapter } from './memory-adapter.ts'

/** Somebody who can sign in at the demo issuer. */
export interface DemoAccount {
  readonly login: string
  readonly name: string
  /** heading the account stands under, for instance its city */
  readonly group: Sentences
  /** one line on who this is */
  readonly who: Sentences
  readonly for: 'portal' | 'desk'
  /** verified ID number of an insured person */
  readonly idNumber?: string
}

export const DEMO_CLIENT_ID = 'yichuang'
export const DEMO_MOUNT = '/demo-idp'

/**
 * A real OpenID Connect issuer with made-up people, for the demonstration only. Keys and the client's secret are new at
 * every start and leave the process nowhere.
 */
export function createDemoProvider(
  issuer: string,
  clientSecret: string,
  account: (login: string) => DemoAccount | undefined,
) {
  const provider = new Provider(
    issuer,
    configuration(new URL('/auth/callback', issuer).href, clientSecret, account),
  )
  provider.proxy = true
  return provider
}

function configuration(
  redirectUri: string,
  clientSecret: string,
  account: (login: string) => DemoAccount | undefined,
): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    adapter: memoryAdapter(),
    clients: [
      {
        client_id: DEMO_CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: {
      keys: [{ ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'ES256', kid: 'demo' }],
    },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub'], identity: ['name', 'resident_id'] },
    scopes: ['openid', 'identity'],
    // Read from the ID token, so that one round trip less is needed.
    conformIdTokenClaims: false,
    expiresWithSession: () => false,
    extraParams: ['for'],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${DEMO_MOUNT}/choose/${uid}` },
    ttl: {
      Interaction: 600,
      Session: 600,
      Grant: 600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    findAccount: async (_context, sub) => {
      const found = account(sub)
      if (!found) return undefined
      const { name, idNumber } = found
      return {
        accountId: sub,
        claims: async () => ({ sub, name, ...(idNumber && { resident_id: idNumber }) }),
      }
    },
    // Nobody is asked for consent: the one client is the platform itself.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session!.accountId!,
        clientId: oidc.client!.clientId,
      })
      grant.addOIDCScope('openid identity')
      await grant.save()
      return grant
    },
  }
}
