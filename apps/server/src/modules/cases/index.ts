/** The engine of cases: one for every item and channel. */
export type * from './handler.ts'
export type { CasePatch, CaseRow } from './case-row.ts'
export { CaseNotFound, ContentFaulty } from './cases.problems.ts'
export { readersOf, requester, standing, type Requester, type Standing } from './access.ts'
export { act, lockedCase, note, perform, type ActRequest, type LockedCase } from './engine.ts'
export { factsOf, openForAct, performFor, permit, type OpenCase } from './request.ts'
export { readCase, touchCase } from './case.queries.ts'
export { rulesOf, type CaseRules } from './rules.ts'
export { summaryOf } from './summary.ts'
export { actTitleIn } from './words.ts'
export { caseView, isOver } from './view.ts'
export { casesRoutes, change } from './cases.routes.ts'
export { asking, visible, type CasesDeps } from './visible.service.ts'
export { materialsRoutes } from './materials.routes.ts'
export { casesJobs, watchClocks } from './jobs.ts'
export { openCases, type CaseWorld } from './world.ts'
export type { HallNumber, LaterPaper, MarkedBy, Relief } from './relief.ts'
export {
  casesBehindFigure,
  casesByDay,
  casesByIds,
  countCases,
  workingDaysUsed,
  type FigureScope,
} from './figures.queries.ts'
export { allChains, eventsByActor, findStrayEvent, readChain, type WholeCase } from './trail.queries.ts'
export type { EventRow } from './case-row.ts'
export { decidedCasesOf } from './of-person.queries.ts'
export { lockCases, lockPayable } from './payable.queries.ts'
export { payable } from './payable.service.ts'
export { payeesOf } from './payees.service.ts'
export { startCase, type StartInput } from './start.service.ts'
export { correctAccount, saveContent, withdrawCase } from './applicant.service.ts'
export { handIn } from './hand-in.service.ts'
export { answerNotice, notifyGaps } from './notice.service.ts'
export { answerHandover, explainOverdue, offerHandover } from './owner.service.ts'
export { acceptCase, decide, passUp, propose, returnCase } from './review.service.ts'
export { raiseAlarms, recomputeClocks } from './clock-jobs.ts'
export { moveRunningCases, type MovedTo } from './move-rules.ts'
export { dueUnder } from './running-clocks.ts'
export { runningClocks, type RunningClock } from './running-clocks.queries.ts'
export { caseByNumber } from './list.queries.ts'
export { CursorUnreadable } from './list-place.ts'
