/** Who somebody is: signing in at an OpenID Connect issuer, and sessions. */
export { openIdentity, type Identity, type IdentityContext } from './identity.routes.ts'
export type { OidcSettings } from './issuer.ts'
export { openSessions, type SessionLimits, type Sessions } from './sessions.ts'
export { escapeHtml, renderPage } from './page.ts'
