import { toolCalculate, toolCheck, toolDue, toolElapsed, toolPlaces } from '@yichuang/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import { preferredLanguage } from '../../platform/http/language.ts'
import { route } from '../../platform/http/route.ts'
import { calculateTool, type ToolPacks } from './calculate-tool.ts'
import { calculatorPlaces } from './calculator-places.ts'
import { checkTool } from './check-tool.ts'
import { dueTool, elapsedTool } from './clock-tools.ts'

/** The command line's tools as public, rate-limited calls; they read packs only and store nothing. */
export function registerTools(
  app: FastifyInstance,
  { packs, clock }: { packs: ToolPacks; clock: Clock },
): void {
  route(app, toolDue, async ({ body, request }) => dueTool(packs, body, clock.today(), languageOf(request)))
  route(app, toolElapsed, async ({ body, request }) =>
    elapsedTool(packs, body, clock.today(), languageOf(request)),
  )
  route(app, toolPlaces, async ({ request }) => ({ items: calculatorPlaces(packs, languageOf(request)) }))
  route(app, toolCalculate, async ({ body, request }) => calculateTool(packs, body, languageOf(request)))
  route(app, toolCheck, async ({ body, request }) =>
    checkTool(body.kind, body.value, clock.today(), languageOf(request)),
  )
}

function languageOf(request: FastifyRequest) {
  return preferredLanguage(request.headers['accept-language'])
}
