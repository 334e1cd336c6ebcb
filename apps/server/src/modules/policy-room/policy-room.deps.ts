import type { FastifyRequest } from 'fastify'
import type { Deps } from '../../platform/deps.ts'
import type { Caller, StaffCaller } from '../../platform/http/caller.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { NotAllowed } from '../../platform/http/problems.ts'
import type { Packs } from '../catalogue/index.ts'
import type { Trials } from './trial.service.ts'

export interface PolicyRoomDeps extends Pick<Deps, 'database' | 'clock' | 'once' | 'log'> {
  readonly packs: Packs
}
export interface PolicyRoom extends PolicyRoomDeps {
  readonly trials: Trials
}

export function languageOf(request: FastifyRequest) {
  return preferredLanguage(request.headers['accept-language'])
}

/** The routes let only staff in; this says so to the compiler. */
export function staffOf(caller: Caller): StaffCaller {
  if (caller.kind !== 'staff') throw NotAllowed()
  return caller
}
