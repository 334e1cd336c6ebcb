export { loadPacks, loadStoredPacks } from './load.ts'
export type { PackLoad } from './load.ts'
export type { FaultKind, PackFault } from './fault.ts'
export type * from './types.ts'
export { actsOf, next, processOn } from './process.ts'
export type { Act, Role } from './process.ts'
export { parameterKeys, parameterOn } from './parameter.ts'
export { billAcceptedUntil, billDeadlines } from './bill-deadline.ts'
export { isMissing, missingRule } from './missing-rule.ts'
export type { MissingRule } from './missing-rule.ts'
export { itemOn, itemsOn, materialNeeds, reasonsOf, timeLimits } from './item.ts'
export type { ServiceItem, Situation, TimeLimit } from './item.ts'
export { itemHistory, successorsOf, type ItemStage } from './item-history.ts'
export {
  acting,
  actingByDocument,
  BY_DOCUMENT,
  concerns,
  groupsOf,
  holdsOn,
  inForce,
  measureNamed,
  packUnder,
} from './measures/in-force.ts'
export type { MeasureInForce } from './measures/in-force.ts'
export { permanentEdits } from './measures/permanent.ts'
export {
  knowsPrescriptions,
  longerPrescription,
  type LongerPrescription,
  type PrescriptionKind,
} from './prescriptions.ts'
export type {
  ActingMeasure,
  Effect,
  EffectKind,
  Group,
  Later,
  Measure,
  MeasureScope,
  MeasureSet,
} from './measures/types.ts'
export { exampleFaults } from './examples/check-examples.ts'
export { runAllowanceExample, runExample, runStageExample } from './examples/run-example.ts'
export type { ExampleFlaw } from './examples/run-example.ts'
export { jsonSchemas } from './json-schema.ts'
export { kindOfFile, NEW_KINDS, newRuleForm, ruleForm } from './forms/rule-file.ts'
export type { FileKind, RuleForm } from './forms/rule-file.ts'
export { writeForm } from './forms/write-form.ts'
export { calendarVersions } from './calendars.ts'
export { benefitScheme } from './benefit-scheme.ts'
export type { SchemeFacts } from './benefit-scheme.ts'
export { documentOf, knownSince, packAsKnown, sourcesIn } from './time-travel.ts'
export type { PackEdition } from './time-travel.ts'
export { endOf, parameterLayers, timeline } from './time-line.ts'
export type { ParameterLayer, TimelineEntry } from './time-line.ts'
export { quoteRanges } from './quote-ranges.ts'
export type { TextRange } from './quote-ranges.ts'
export { comparePacks, localDifferences } from './diff.ts'
export type { ChangedKind, PolicyChange } from './diff.ts'
export { addDocument, EditImpossible, packOf, setLimit, setValue } from './draft-edits.ts'
export type { DocumentEdit, EditSource, LimitEdit, ValueEdit } from './draft-edits.ts'
export type { FileEdits, PackTexts } from './draft-files.ts'
export { SHEETS, workbookOf } from './workbook.ts'
export type { SheetOut } from './workbook.ts'
export type { CellIn, SheetIn, WorkbookFault } from './workbook-cells.ts'
export { readWorkbookOf } from './workbook-in.ts'
export type { BenefitLine, ParameterLine, WorkbookIn } from './workbook-in.ts'
export { workbookEdits } from './workbook-edits.ts'
export {
  benefitChain,
  benefitStage,
  chainOn,
  groupsOfPerson,
  isBasicOnly,
  personGroups,
} from './benefit-chain.ts'
export type { ChainFacts, PersonGroup } from './benefit-chain.ts'
export { openPoints } from './open-points.ts'
export { asksEnrolment, unbrokenYears, type EnrolledTime } from './enrolled-years.ts'
export { accountSharing, RELATIVES, sharingBegins, type Relative } from './account-sharing.ts'
export { allowanceScheme, maternityMedicalScheme } from './maternity.ts'
export { countsAsMaterial, ownLists, targetsOn, TARGETS } from './targets.ts'
export type { Compared, Counted, Reading, Target, TargetKind } from './targets.ts'
export { cutOf, formatCut, meanCut, mostAllowed, pooledCut, reaches } from './targets-rate.ts'
export type { Cut, Pair } from './targets-rate.ts'
export { diffLines, mergeLines, type LineChange, type MergeConflict, type Merged } from './merge-lines.ts'
