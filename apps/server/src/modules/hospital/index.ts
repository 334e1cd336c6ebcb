/** The centre's side of the national interface: one entry for all messages of hospitals and pharmacies, each done once. */
export { insuredCity, type Afar, type ForwardedMessage } from './afar.ts'
export { openHospital, type HospitalEntry, type HospitalOptions } from './open.ts'
export {
  type AnyHandler,
  type Attachment,
  batch,
  booking,
  download,
  type FileAnswer,
  type HospitalCall,
  HospitalFault,
  type Output,
  Overtaken,
  query,
  type Undo,
} from './handler.ts'
export { limitLargeBodies } from './large-bodies.ts'
export { hospitalJobs } from './jobs.ts'
export type { FrontDoor, Knock, Opened, Sealed, TurnedAway } from './front-door.ts'
export * from './front/index.ts'
