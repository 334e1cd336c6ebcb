import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../platform/problem.ts'

/** What the browser keeps while its owner is at the issuer: its sign-in, and the language to come back in. */
export interface KeptSignIn {
  readonly state: string
  readonly language: Language
}

/** The two cookies of this platform: the session, and a sign-in under way. */
export interface Cookies {
  session(request: FastifyRequest): string | undefined
  setSession(reply: FastifyReply, token: string): void
  clearSession(reply: FastifyReply): void
  signIn(request: FastifyRequest): KeptSignIn | undefined
  setSignIn(reply: FastifyReply, kept: KeptSignIn, seconds: number): void
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
    signIn(request) {
      const [state, language] = request.cookies[signIn]?.split('.') ?? []
      return state ? { state, language: language === 'en' ? 'en' : 'zh' } : undefined
    },
    setSignIn: (reply, { state, language }, seconds) =>
      void reply.setCookie(signIn, `${state}.${language}`, { ...flags, maxAge: seconds }),
    clearSignIn: (reply) => void reply.clearCookie(signIn, flags),
  }
}
