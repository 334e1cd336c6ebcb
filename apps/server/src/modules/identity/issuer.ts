import * as oidc from 'openid-client'
import { IssuerUnavailable } from './identity.problems.ts'

/** Where and how people sign in. */
export interface OidcSettings {
  /** address of the OpenID Connect issuer */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** what to ask for beside `openid`, separated by spaces */
  readonly scope: string
  /** claim with the verified resident ID number of an insured person */
  readonly idNumberClaim: string
  /** claim with the login of a member of staff, `sub` or for instance `preferred_username` */
  readonly loginClaim: string
  readonly idTokenAlgorithm?: string
  /** for an issuer that runs in this process */
  readonly fetch?: oidc.CustomFetch
  /** extra parameters of the authorization request, for instance `{ prompt: 'login' }` */
  readonly parameters?: Readonly<Record<string, string>>
  /** the issuer's pages lie under the same address as ours, whatever address the browser uses: it is sent there by path */
  readonly sameOrigin?: boolean
}

const DISCOVERY_SECONDS = 10

/** The issuer as found by discovery at the first sign-in; a failure is tried again at the next one. */
export function openIssuer(settings: OidcSettings): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | undefined
  return () => {
    found ??= discover(settings).catch((cause: unknown) => {
      found = undefined
      throw IssuerUnavailable(undefined, { cause })
    })
    return found
  }
}

async function discover(settings: OidcSettings): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret, idTokenAlgorithm } = settings
  const metadata: Partial<oidc.ClientMetadata> = { client_secret: clientSecret }
  if (idTokenAlgorithm) metadata.id_token_signed_response_alg = idTokenAlgorithm
  const insecure = issuer.startsWith('http:')
  return oidc.discovery(new URL(issuer), clientId, metadata, oidc.ClientSecretBasic(clientSecret), {
    timeout: DISCOVERY_SECONDS,
    ...(settings.fetch && { [oidc.customFetch]: settings.fetch }),
    // Configuration decides whether an issuer without https is acceptable; in production it is not.
    ...(insecure && { execute: [oidc.allowInsecureRequests] }),
  })
}
