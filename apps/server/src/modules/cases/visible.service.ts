import type { FastifyRequest } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { requester, standing, type Requester } from './access.ts'
import { readCase } from './case.queries.ts'

export type CasesDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'once' | 'files'>

export interface Asked {
  readonly caller: Caller
  readonly request: FastifyRequest
}

/** Who asks, with the instant of the request and their language. */
export function asking({ clock }: Pick<CasesDeps, 'clock'>, { caller, request }: Asked): Requester {
  return requester(caller, clock.now(), preferredLanguage(request.headers['accept-language']))
}

/** A case that the caller may see, or the problem that there is none. */
export async function visible(
  deps: Pick<CasesDeps, 'database' | 'clock'>,
  call: Asked,
  ref: { readonly regionCode: string; readonly caseId: string },
) {
  const who = asking(deps, call)
  const db = deps.database.forRegion(ref.regionCode)
  const row = await readCase(db, ref)
  const mine = await standing(db, who, row)
  return { db, who, row: row!, mine }
}
