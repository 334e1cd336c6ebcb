import { personGroups } from '@yichuang/policy'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { demoAccounts, demoRoutes, openDemoIdentityProvider } from './demo/index.ts'
import { casesJobs, casesRoutes, materialsRoutes, openCases, watchClocks } from './modules/cases/index.ts'
import { cityNames, itemTitles, openPacks, registerCatalogue } from './modules/catalogue/index.ts'
import { catalogueHandlers, mappingHandlers, mappingRoutes } from './modules/catalogue-mapping/index.ts'
import { openWithdrawals, withdrawalHandler } from './modules/account-withdrawal/index.ts'
import { chronicGroup, registerChronic } from './modules/chronic/index.ts'
import { clearingHandlers, clearingRoutes } from './modules/clearing/index.ts'
import { claimHandler, claimsRoutes, openClaims } from './modules/claims/index.ts'
import { correctionsRoutes, openCorrections } from './modules/corrections/index.ts'
import { crossRegionRoutes, hubLine, nameElsewhere, openCrossRegion } from './modules/cross-region/index.ts'
import { openIdentity } from './modules/identity/index.ts'
import { filingHandlers } from './modules/filings/index.ts'
import {
  accessRoutes,
  hospitalJobs,
  openAccessBook,
  openFront,
  openHospital,
  openRecentCalls,
} from './modules/hospital/index.ts'
import { insuredRoutes, openInsured } from './modules/insured/index.ts'
import { agreementOn, institutionsRoutes } from './modules/institutions/index.ts'
import { lettersRoutes } from './modules/letters/index.ts'
import {
  measuresJobs,
  measuresRoutes,
  openMeasuredPacks,
  openMeasures,
  recordedGroups,
  relief,
  watchMeasures,
} from './modules/measures/index.ts'
import { objectionHandler, objectionsRoutes, openObjections } from './modules/objections/index.ts'
import { organisationsRoutes, type Hospital } from './modules/organisations/index.ts'
import { paymentOf, paymentsRoutes } from './modules/payments/index.ts'
import { accountSharesRoutes, personalAccountsRoutes } from './modules/personal-accounts/index.ts'
import { policyRoomRoutes } from './modules/policy-room/index.ts'
import { prepaymentsRoutes } from './modules/prepayments/index.ts'
import { ratingOf, ratingsRoutes } from './modules/ratings/index.ts'
import {
  closedDays,
  reconciliationHandlers,
  unclosedDays,
  reconciliationRoutes,
} from './modules/reconciliation/index.ts'
import { openSettlement, settlementHandlers, settlementRoutes } from './modules/settlement/index.ts'
import { supervisionRoutes } from './modules/supervision/index.ts'
import { referralRoutes } from './modules/referral/index.ts'
import { treatFirstJobs, treatFirstRoutes, watchTreatFirst } from './modules/treat-first/index.ts'
import { personFilingsRoutes } from './modules/person-filings/index.ts'
import { remoteCareHandler } from './modules/remote-care/index.ts'
import { registerTools } from './modules/tools/index.ts'
import { PACKS_FOLDER } from './packs/index.ts'
import type { Deps } from './platform/deps.ts'
import { buildApp } from './platform/http/build-app.ts'

const WEB_DIST = path.join(import.meta.dirname, '../../web/dist')
const SESSION_SWEEP_MS = 3_600_000

/** Wires every subject to the platform, top to bottom. Nothing here decides anything. */
export async function createApp(deps: Deps): Promise<FastifyInstance> {
  const { config, database, clock, cipher, blindIndex, jobs, log, outbox } = deps
  const delivered = await openPacks(database.db, PACKS_FOLDER, clock.now())
  const packs = await openMeasuredPacks(delivered, database)
  const places = () => new Map(packs.served().map(({ regionCode, title }) => [regionCode, title.zh]))
  const cities = () => cityNames(packs)

  const groups = (regionCode: string) => [...personGroups(packs.current(regionCode)), ...recordedGroups()]
  openInsured({ cipher, blindIndex, places, groups, recognised: chronicGroup })
  openClaims({ packs, cipher, blindIndex })
  openWithdrawals({ cipher, blindIndex })
  openMeasures(packs)
  openCases({
    packs,
    handlers: {
      claim: claimHandler,
      'account-withdrawal': withdrawalHandler,
      objection: objectionHandler,
      'remote-care': remoteCareHandler,
    },
    parts: { payment: paymentOf, rating: ratingOf, relief },
  })
  const recent = openRecentCalls()
  const book = openAccessBook(database.db, cipher, config.mode === 'demo')
  openObjections({ nameElsewhere })
  openCorrections({ packs, cipher })
  openSettlement({ packs })
  const clearing = { cipher, books: { closedDays, unclosedDays } }
  const insures = (city: string) => config.regions?.includes(city) ?? places().has(city)
  const networkOf = async ({ regionCode, hospitalCode }: Hospital) =>
    (await agreementOn(database.forRegion(regionCode), regionCode, hospitalCode, clock.today()))?.network
  const line = config.hub && hubLine(config.hub)
  const afar = openCrossRegion({ database, clock, insures, networkOf, line })
  const hospital = openHospital({
    database,
    clock,
    log,
    front: openFront({ book }),
    recent,
    handlers: [
      ...settlementHandlers,
      ...clearingHandlers(clearing),
      ...reconciliationHandlers({ files: deps.files, cipher }),
      ...filingHandlers({ packs, cipher, places: cities }),
      ...mappingHandlers,
      ...catalogueHandlers,
    ],
    afar,
  })
  // Production is refused without an issuer of its own; a demonstration may have one too.
  const demoIssuer = config.oidc
    ? undefined
    : openDemoIdentityProvider(config.publicUrl, async () => demoAccounts)
  const identity = openIdentity({
    database,
    clock,
    cipher,
    publicUrl: config.publicUrl,
    oidc: config.oidc ?? demoIssuer!.settings,
    limits: { idleMinutes: 60, longestHours: 12 },
    demo: config.mode === 'demo',
    maxUploadBytes: config.maxUploadBytes,
  })

  const app = await buildApp({
    log,
    database,
    identify: identity.identify,
    publicUrl: config.publicUrl,
    maxUploadBytes: config.maxUploadBytes,
    webDist: WEB_DIST,
    rateLimited: config.rateLimited,
    ...(config.trustProxy !== undefined && { trustProxy: config.trustProxy }),
    metricsOpenToThisMachine: config.mode === 'demo',
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
  })
  identity.routes(app)
  organisationsRoutes(app, {
    ...deps,
    onStaffChanged: (db, userId) => identity.sessions.endOfStaff(db, userId),
  })
  institutionsRoutes(app, { ...deps, packs })
  mappingRoutes(app, deps)
  clearingRoutes(app, { ...deps, ...clearing })
  prepaymentsRoutes(app, { ...deps, packs })
  reconciliationRoutes(app, deps)
  insuredRoutes(app, deps)
  registerCatalogue(app, { packs, clock, database })
  registerTools(app, { packs, clock })
  policyRoomRoutes(app, { ...deps, packs })
  casesRoutes(app, deps)
  materialsRoutes(app, deps)
  measuresRoutes(app, deps)
  claimsRoutes(app, deps)
  personalAccountsRoutes(app, deps)
  accountSharesRoutes(app, { ...deps, packs, places })
  paymentsRoutes(app, deps)
  correctionsRoutes(app, deps)
  settlementRoutes(app, { ...deps, nameElsewhere })
  objectionsRoutes(app, { ...deps, places })
  lettersRoutes(app, { ...deps, regions: () => [...places().keys()] })
  referralRoutes(app, { ...deps, packs, places: cities })
  registerChronic(app, { ...deps, packs })
  treatFirstRoutes(app, { ...deps, packs })
  personFilingsRoutes(app, { ...deps, cities })
  ratingsRoutes(app, { ...deps, itemTitle: itemTitles(packs, clock) })
  supervisionRoutes(app, { ...deps, packs })
  accessRoutes(app, { ...deps, book, recent })
  await hospital.routes(app, deps.files)
  await crossRegionRoutes(app, {
    database,
    clock,
    dispatch: hospital.dispatch,
    hub: config.hub,
    insures,
    line,
  })
  if ('demo' in clock) {
    await demoIssuer?.mount(app)
    const onDayMoved = async () => {
      await watchClocks(deps)
      await watchMeasures(deps)
      await watchTreatFirst({ ...deps, packs })
      await outbox.deliverDue()
    }
    demoRoutes(app, { clock, onDayMoved })
  }

  casesJobs(deps)
  measuresJobs(deps)
  treatFirstJobs({ ...deps, packs })
  hospitalJobs(deps, () => [...places().keys()])
  jobs.add({
    name: 'forget-sessions',
    everyMs: SESSION_SWEEP_MS,
    atMostMs: SESSION_SWEEP_MS / 2,
    run: () => identity.sweep(),
  })
  return app
}
