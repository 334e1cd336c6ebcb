import * as api from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { route } from '../../platform/http/route.ts'
import { titles, verify } from './letter.service.ts'
import { messagesOf, readMessage } from './message.service.ts'

export type LettersDeps = Pick<Deps, 'database' | 'clock'> & {
  /** codes of the places served */
  readonly regions: () => readonly string[]
}

const CODE = /^\d{6}[2-9A-Z]{20}$/

/** Verification for everybody, messages for the person. The letters themselves are served with their case. */
export function lettersRoutes(app: FastifyInstance, deps: LettersDeps): void {
  const { database, clock } = deps
  const places = () => new Map(deps.regions().map((code) => [code, database.forRegion(code)]))

  route(app, api.verifyLetter, async ({ params, request }) => {
    const language = preferredLanguage(request.headers['accept-language'])
    const code = params.code.trim().toUpperCase()
    const letter = CODE.test(code) ? await verify(database.forRegion(code.slice(0, 6)), code) : undefined
    if (!letter) return { ...UNKNOWN, message: NOT_GENUINE[language] }
    const { kind, current, ...shown } = letter
    return {
      ...shown,
      genuine: true,
      current,
      title: titles[kind][language],
      message: (current ? GENUINE : REPLACED)[language],
    }
  })

  route(app, api.listMessages, async ({ query, caller, request }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    const language = preferredLanguage(request.headers['accept-language'])
    const cursor = query.cursor !== undefined && UUID.test(query.cursor) ? query.cursor : undefined
    return messagesOf(places(), caller.personId, { cursor, language })
  })

  route(app, api.readMessage, async ({ params, caller }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    await readMessage(places(), caller.personId, params.messageId, clock.now())
    return { ok: true as const }
  })
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

const UNKNOWN = {
  genuine: false,
  current: false,
  title: null,
  caseNumber: null,
  applicantMasked: null,
  issuedOn: null,
  issuer: null,
}
const NOT_GENUINE = {
  zh: '没有查到这份文书。请核对查验码；如由他人出示，请勿采信，并向经办机构核实。',
  en: 'No letter has this code. Check the code; if somebody showed it to you, do not rely on it and ask the agency.',
}
const GENUINE = {
  zh: '本文书由平台出具，目前有效。请核对办件编号和姓名与所持文书一致。',
  en: 'This letter was issued here and is current. Compare case number and name with what you hold.',
}
const REPLACED = {
  zh: '本文书由平台出具，但已有更新的同类文书，请以最新的为准。',
  en: 'This letter was issued here, but a newer one of its kind has taken its place.',
}
