import type { FastifyReply, FastifyRequest } from 'fastify'

/** The two cookies of this platform: the session, and a sign-in under way. */
export interface Cookies {
  session(request: FastifyRequest): string | undefined
  setSession(reply: FastifyReply, token: string): void
  clearSession(reply: FastifyReply): void
  signIn(request: FastifyRequest): string | undefined
  setSignIn(reply: FastifyReply, state: string, seconds: number): void
  clearSignIn(reply: FastifyReply): void
}

/** `__Host-` makes a browser refuse the cookie from other hosts and without https, so it is used wherever there is https. */
export function cookiesFor(https: boolean): Cookies {
  const name = (name: string) => (https ? `__Host-${name}` : name)
  const [session, signIn] = [name('yichuang-session'), name('yichuang-sign-in')]
  const flags = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const
  return {
    session: (request) => request.cookies[session],
    setSession: (reply, token) => void reply.setCookie(session, token, flags),
    clearSession: (reply) => void reply.clearCookie(session, flags),
    signIn: (request) => request.cookies[signIn],
    setSignIn: (reply, state, seconds) => void reply.setCookie(signIn, state, { ...flags, maxAge: seconds }),
    clearSignIn: (reply) => void reply.clearCookie(signIn, flags),
  }
}
