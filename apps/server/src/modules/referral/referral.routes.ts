import * as api from '@yichuang/contracts'
import type { StaffRole } from '@yichuang/contracts'
import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import { route } from '../../platform/http/route.ts'
import { actorOf } from '../audit/index.ts'
import { citationOf } from '../catalogue/index.ts'
import { letterFile } from '../letters/index.ts'
import { actingInstitution } from '../organisations/index.ts'
import { mustBeNetworked, revocationList, scanned } from './check.service.ts'
import { allKeys, rotateKey, signingKey } from './key.service.ts'
import { findPatient } from './patient.service.ts'
import { listReferrals, referralsOf, usesOf } from './list.service.ts'
import { CredentialForged, ReferralUnknown } from './referral.problems.ts'
import type { ReferralRow } from './referral-row.ts'
import {
  getReferral,
  issueReferral,
  recordUse,
  revokeReferral,
  type ReferralWorld,
} from './referral.service.ts'
import { termFrom } from './term.ts'
import { answerOf, notGenuine, summaryOf, viewOf } from './view.ts'

export type ReferralDeps = Pick<Deps, 'database' | 'clock' | 'once' | 'files' | 'config'> & ReferralWorld

const AGENCY: readonly StaffRole[] = ['clerk', 'reviewer', 'supervisor', 'auditor']

/** Referrals: issued and revoked by hospitals, seen by the agency, carried by the person, checked by anybody. */
export function referralRoutes(app: FastifyInstance, deps: ReferralDeps): void {
  const { database, clock, once, files, config, packs } = deps
  const base = config.publicUrl.replace(/\/$/, '')
  const hospitalOf = async (caller: Caller) => {
    const { institution } = await actingInstitution(database.db, caller)
    const by = { institution, actor: actorOf(caller), at: clock.now(), today: clock.today() }
    return { ...by, source: 'desk' as const, db: database.forRegion(institution.regionCode) }
  }
  const view = async (row: ReferralRow) =>
    viewOf(row, await usesOf(database.forRegion(row.regionCode), row), { today: clock.today(), base })
  /** The hospital whose referrals somebody may see; undefined: those of the whole city. */
  const scopeOf = async (caller: Caller, regionCode: string, roles: readonly StaffRole[] = AGENCY) => {
    if (holds(caller, regionCode, roles)) return undefined
    if (!holds(caller, regionCode, ['hospital'])) throw NotAllowed()
    const { institution } = await hospitalOf(caller)
    if (institution.regionCode !== regionCode) throw NotAllowed()
    return institution.hospitalCode
  }
  /** A referral somebody may see; others do not exist for them. */
  const visible = async (caller: Caller, regionCode: string, referralId: string, roles = AGENCY) => {
    const scope = await scopeOf(caller, regionCode, roles)
    const row = await getReferral(database.forRegion(regionCode), regionCode, referralId)
    if (scope !== undefined && row.hospitalCode !== scope) throw ReferralUnknown()
    return { row, side: scope === undefined ? ('agency' as const) : ('hospital' as const) }
  }

  route(app, api.myInstitution, async ({ caller }) => {
    const { institution } = await actingInstitution(database.db, caller)
    return { institution }
  })

  route(app, api.findPatient, async ({ body, caller }) => {
    const { db, ...by } = await hospitalOf(caller)
    const patient = await inTransaction(db, (db) => findPatient(db, by, body))
    return { patient: patient ?? null }
  })

  route(app, api.referralTerm, async ({ caller, request }) => {
    const { institution, today } = await hospitalOf(caller)
    const language = preferredLanguage(request.headers['accept-language'])
    const term = termFrom(packs.current(institution.regionCode), today)
    return {
      from: term.from,
      until: term.until ?? null,
      rule: term.valid
        ? {
            valid: citationOf(term.valid, language),
            ends: term.ends ? citationOf(term.ends, language) : null,
          }
        : null,
      missing: term.missing ? term.missing[language] : null,
    }
  })

  route(app, api.issueReferral, async ({ body, caller, request }) => {
    const { db, ...by } = await hospitalOf(caller)
    const row = await once(db, request, (db) => issueReferral(db, deps, body, by))
    return view(row)
  })

  route(app, api.listReferrals, async ({ query, caller }) => {
    const { regionCode, cursor, limit, number } = query
    const hospitalCode = await scopeOf(caller, regionCode)
    const asked = { hospitalCode, number, cursor, limit }
    const { rows, next } = await listReferrals(database.forRegion(regionCode), regionCode, asked)
    return { items: rows.map((row) => summaryOf(row, clock.today())), next }
  })

  route(app, api.getReferral, async ({ params, query, caller }) =>
    view((await visible(caller, query.regionCode, params.referralId)).row),
  )

  route(app, api.revokeReferral, async ({ params, body, caller, request }) => {
    const { regionCode, reason } = body
    const { side } = await visible(caller, regionCode, params.referralId, ['reviewer', 'supervisor'])
    const by = { actor: actorOf(caller), at: clock.now(), today: clock.today(), side }
    const row = await once(database.forRegion(regionCode), request, (db) =>
      revokeReferral(db, { regionCode, referralId: params.referralId, reason }, by),
    )
    return view(row)
  })

  route(app, api.referralLetter, async ({ params, query, caller }) => {
    const { regionCode } = query
    const db = database.forRegion(regionCode)
    const row =
      caller.kind === 'person'
        ? await getReferral(db, regionCode, params.referralId)
        : (await visible(caller, regionCode, params.referralId)).row
    if (caller.kind === 'person' && row.personId !== caller.personId) throw ReferralUnknown()
    const owner = { regionCode, caseId: row.referralId }
    const { content, name } = await letterFile(db, files, config.publicUrl, owner, 'referral')
    return { content, downloadAs: name }
  })

  route(app, api.myReferrals, async ({ caller }) => {
    if (caller.kind !== 'person') throw NotAllowed()
    const lists = await Promise.all(
      caller.regionCodes.map((code) => referralsOf(database.forRegion(code), code, caller.personId)),
    )
    return { items: await Promise.all(lists.flat().map(view)) }
  })

  route(app, api.checkCredential, async ({ body, request }) => {
    const language = preferredLanguage(request.headers['accept-language'])
    const found = await scanned((code) => database.forRegion(code), body.credential)
    return 'why' in found ? notGenuine(language) : answerOf(found.row, clock.today(), language)
  })

  route(app, api.recordReferralUse, async ({ body, caller, request }) => {
    const { institution, actor, at, today } = await hospitalOf(caller)
    const language = preferredLanguage(request.headers['accept-language'])
    const found = await scanned((code) => database.forRegion(code), body.credential)
    if ('why' in found) throw CredentialForged(NOT_GENUINE[found.why])
    const { regionCode, referralId } = found.row
    const own = database.forRegion(institution.regionCode)
    await mustBeNetworked(own, institution, regionCode, today)
    return once(database.forRegion(regionCode), request, async (db) => {
      const about = { regionCode, referralId, kind: body.kind, reference: body.reference }
      const row = await recordUse(db, about, { institution, actor, at, today })
      const uses = (await usesOf(db, row)).length
      // Who is treated is known to the hospital by their papers; the whole name helps to compare.
      return { ...answerOf(row, today, language), personName: row.personName, uses }
    })
  })

  route(app, api.referralKeys, async ({ query }) => {
    const { regionCode } = query
    const keys = await allKeys(database.forRegion(regionCode), regionCode)
    return {
      regionCode,
      keys: keys.map(({ keyId, publicKey, madeAt, retiredAt }) => ({
        keyId,
        algorithm: 'Ed25519' as const,
        publicKey: publicKey.toString('base64url'),
        madeAt: madeAt.toISOString(),
        retiredAt: retiredAt?.toISOString() ?? null,
      })),
    }
  })

  route(app, api.referralRevocations, async ({ query }) => {
    const { regionCode } = query
    // A code that is no place of ours gets no key made for it.
    packs.current(regionCode)
    return inTransaction(database.forRegion(regionCode), async (db) => {
      const key = await signingKey(db, deps.cipher, regionCode, clock.now())
      return revocationList(db, regionCode, clock.today(), key)
    })
  })

  route(app, api.rotateReferralKey, async ({ body, caller, request }) => {
    const { regionCode, reason } = body
    if (!holds(caller, regionCode, ['administrator'])) throw NotAllowed()
    const by = { actor: actorOf(caller), at: clock.now() }
    return once(database.forRegion(regionCode), request, async (db) => ({
      keyId: await rotateKey(db, deps.cipher, { regionCode, reason }, by),
    }))
  })
}

const NOT_GENUINE = {
  unreadable: { zh: '没有读到完整的凭证。', en: 'No whole credential was read.' },
  'unknown-key': { zh: '签名所用的密钥不是本平台的。', en: 'It is signed with a key that is not ours.' },
  forged: { zh: '签名不符，内容被改动过。', en: 'The signature does not fit: something was changed.' },
} as const

function holds(caller: Caller, regionCode: string, roles: readonly StaffRole[]): boolean {
  return (
    caller.kind === 'staff' &&
    caller.roles.some((held) => held.regionCode === regionCode && roles.includes(held.role))
  )
}
