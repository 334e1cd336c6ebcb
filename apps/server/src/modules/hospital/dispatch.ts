import {
  type Envelope,
  knownInfno,
  plainProfile,
  readInput,
  readRequest,
  type ReplyProfile,
  unknownTransaction,
  writeOutput,
  writeRefusal,
  writeReply,
} from '@yichuang/hsa'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db.ts'
import type { Logger } from '../../platform/log.ts'
import { Problem } from '../../platform/problem.ts'
import { newId } from '../../platform/uuid.ts'
import { hospitalByCode, type Hospital } from '../organisations/index.ts'
import { insuredCity, isOfTheInstitution, type Afar } from './afar.ts'
import { openBatches } from './batches.ts'
import {
  type AnyBatch,
  type AnyHandler,
  type Attachment,
  type FileAnswer,
  type HospitalCall,
  HospitalFault,
  registry,
} from './handler.ts'
import { doOnce } from './once.ts'
import { whyUnserved } from './unserved.ts'

export interface DispatchOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly handlers: readonly AnyHandler[]
  /** the ways to other places; without them only people of the institution's own city are settled */
  readonly afar?: Afar | undefined
}

/** A message whose sender is known. */
export interface Delivered {
  readonly text: string
  /** code of the institution whose credentials opened the door; undefined: the hub, which speaks for many */
  readonly institution: string | undefined
  readonly profile?: ReplyProfile
  /** the number the address stands for, where the client uses one address for each */
  readonly expected?: string | undefined
  /** the file that came beside the message */
  readonly attachment?: Attachment | undefined
  /** why what came beside it cannot be taken; told to whoever has shown who they are */
  readonly refuse?: string | undefined
}

export interface Answered {
  readonly status: number
  readonly text: string
  /** for the log; undefined when the message could not be read */
  readonly infno: string | undefined
  readonly accepted: boolean
  /** the answer itself, where it is a file; `text` is empty then */
  readonly file?: FileAnswer | undefined
}

/** Reads a message, gives it to the handler of its number, and writes the answer. */
export function openDispatch({ database, clock, log, handlers, afar }: DispatchOptions) {
  const byNumber = registry(handlers)
  const regions = new Map<string, Db>()
  const regionDb = (regionCode: string) => {
    const known = regions.get(regionCode) ?? database.forRegion(regionCode)
    regions.set(regionCode, known)
    return known
  }
  const inBatch = openBatches(regionDb)
  // Two of the same at once: the second waits for the answer of the first.
  const running = new Map<string, { readonly frame: Envelope; readonly answer: Promise<unknown> }>()
  let sequence = Math.floor(Math.random() * 1e9)

  const run = (handler: AnyHandler, call: HospitalCall<never>): Promise<unknown> => {
    if (handler.kind === 'query' || handler.kind === 'download')
      return handler.handle(regionDb(call.regionCode), call) as Promise<unknown>
    if (handler.kind === 'batch' && !handler.book) return inBatch(handler, call)
    const key = `${call.institution.hospitalCode} ${call.msgid}`
    const other = running.get(key)
    // Only the very same message may share an answer; anything else is found out when its turn comes.
    if (other && JSON.stringify(other.frame.input) === JSON.stringify(call.frame.input)) {
      if (other.frame.infno === call.frame.infno && !call.attachment) return other.answer
    }
    const answer = single(handler, call) ?? inBatch(handler as AnyBatch, call)
    if (!other) {
      running.set(key, { frame: call.frame, answer })
      void answer.catch(() => undefined).then(() => running.delete(key))
    }
    return answer
  }

  const single = (handler: AnyHandler, call: HospitalCall<never>): Promise<unknown> | undefined => {
    if (handler.kind === 'query' || handler.kind === 'download') return undefined
    const db = regionDb(call.regionCode)
    if (handler.kind === 'booking') return doOnce(db, handler, call)
    if (!handler.single?.when(call)) return undefined
    return doOnce(db, { ...handler, kind: 'booking', handle: handler.single.handle }, call)
  }

  const institutionOf = async (envelope: Envelope, sender: string | undefined): Promise<Hospital> => {
    const { fixmedinsCode, careRegion } = envelope
    const own = await hospitalByCode(database.db, sender ?? fixmedinsCode)
    if (own && (sender !== undefined || isOfTheInstitution(envelope))) return own
    if (sender !== undefined)
      throw new HospitalFault(`定点医药机构 ${sender} 不在定点目录中或协议已终止。请联系医保经办机构。`)
    // The hub speaks for institutions of other places, some of which are on the list here too; those settled here have
    // credentials of their own.
    const settledHere = own !== undefined && (afar?.insures(own.regionCode) ?? true)
    const remote = settledHere ? undefined : await afar?.institution(fixmedinsCode, careRegion)
    if (remote) return remote
    throw new HospitalFault(
      `就医地中心没有编号为 ${fixmedinsCode} 的定点医药机构。请核对定点医药机构编号（fixmedins_code）和就医地医保区划（mdtrtarea_admvs）。`,
    )
  }
  // What the hub brings is for here; sent on it would go round in circles.
  const elsewhere = (sender: string | undefined): Afar['forward'] => {
    if (sender !== undefined && afar) return (message) => afar.forward(message)
    throw new HospitalFault('参保地区划（insuplc_admdvs）不在本中心办理范围。请用 1101 核对参保地。')
  }

  return async (delivered: Delivered): Promise<Answered> => {
    const { text, institution, profile = plainProfile, expected, attachment } = delivered
    const receivedAt = new Date()
    let region = '000000'
    let infno: string | undefined
    const frame = () => ({
      region,
      receivedAt,
      respondedAt: new Date(),
      sequence: (sequence = (sequence + 1) % 1e10),
      profile,
    })
    const refused = (reason: Parameters<typeof writeRefusal>[1], status = 200): Answered => ({
      status,
      text: writeRefusal(frame(), reason),
      infno,
      accepted: false,
    })

    const request = readRequest(text)
    if (!request.ok) return refused(request.fault)
    if (delivered.refuse !== undefined) return refused(delivered.refuse)
    const envelope = request.value
    const number = knownInfno(envelope.infno)
    const handler = number && byNumber.get(number)
    infno = envelope.infno
    const rightAddress = expected === undefined || sameTransaction(expected, envelope.infno)
    const unserved = number && !handler && rightAddress ? whyUnserved(number) : undefined
    if (unserved !== undefined) return refused(unserved)
    if (!handler || !rightAddress) return { ...refused(''), text: unknownNumber(newId()) }
    if (institution !== undefined && envelope.fixmedinsCode !== institution)
      return refused(
        '定点医药机构编号（fixmedins_code）与接入凭证所属的机构不一致。请使用本机构的编号和凭证，不能代其他机构办理。',
      )
    try {
      const hospital = await institutionOf(envelope, institution)
      const city = insuredCity(envelope, hospital.regionCode)
      region = institution === undefined ? city : hospital.regionCode
      if (institution !== undefined && city !== hospital.regionCode) await afar?.admit(hospital, city)
      const here = (institution !== undefined && city === hospital.regionCode) || isOfTheInstitution(envelope)
      if (!here && !afar?.insures(city)) {
        const books = handler.kind === 'booking' || (handler.kind === 'batch' && handler.book !== undefined)
        const { accepted, output, reason } = await elsewhere(institution)({
          text,
          envelope,
          institution: hospital,
          books,
          now: clock.now(),
        })
        if (!accepted) return refused(reason ?? '参保地中心没有办理，也没有说明原因。请联系参保地经办机构。')
        return { status: 200, text: writeReply(frame(), output), infno, accepted: true }
      }
      const input = readInput(number, envelope.input)
      if (!input.ok) return refused(input.fault)
      const call: HospitalCall = {
        regionCode: city,
        institution: hospital,
        infno: envelope.infno,
        msgid: envelope.msgid,
        frame: envelope,
        input: input.value,
        attachment,
        today: clock.today(),
        now: clock.now(),
      }
      const output = await run(handler, call as never)
      if (handler.kind === 'download')
        return { status: 200, text: '', infno, accepted: true, file: output as FileAnswer }
      const told = writeOutput(number, output as never)
      if (!here && institution !== undefined)
        await afar?.settledHere({ envelope, institution: hospital, output: told })
      const written = writeReply(frame(), told)
      return { status: 200, text: written, infno, accepted: true }
    } catch (error) {
      if (error instanceof HospitalFault) return refused(error.message)
      return unforeseen(error, log, refused)
    }
  }
}

/**
 * What failed without a reason in the message: whether it was booked nobody knows, so it is no answer with HTTP 200, and the
 * client repeats the message or takes it back.
 */
function unforeseen(
  error: unknown,
  log: Logger,
  refused: (reason: string, status: number) => Answered,
): Answered {
  const what = '结果未知，请勿视为失败。请稍后用同一报文ID（msgid）重发，或用 2601 冲正。'
  if (error instanceof Problem && error.status === 503) return refused(`中心数据库暂时无法访问，${what}`, 503)
  const incident = newId()
  log.error({ err: error, incident }, 'a message of an institution failed')
  return refused(`中心系统异常（流水号 ${incident}），${what}`, 500)
}

/** `2207` may come to the address of `2207A`, and the other way round: real clients do both. */
function sameTransaction(expected: string, sent: string): boolean {
  return expected.slice(0, 4) === sent.slice(0, 4)
}

/** The shape real centres answer with when a number is not served at an address. */
function unknownNumber(incident: string): string {
  const { sentences } = unknownTransaction().fault
  return JSON.stringify({
    type: 'error',
    infcode: -1,
    err_msg: `FSI-FSI-${sentences['zh-CN']},异常流水号:${incident}`,
  })
}
