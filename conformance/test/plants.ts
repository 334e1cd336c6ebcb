import type { Plant, Reply } from './proxy.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- any reply, to be spoilt
export type Json = any

/** What a careless centre does wrong, and the check that must say so. */
export interface Defect {
  readonly what: string
  readonly check: string
  readonly plant: Plant
}

/** Changes the JSON of successful replies to the numbers named; to all where none is. */
export function onSuccess(infnos: readonly string[], change: (json: Json) => void): Plant {
  return (reply, { infno }) => {
    if (infnos.length > 0 && !infnos.includes(infno)) return reply
    return edited(reply, (json) => String(json.infcode) === '0' && change(json))
  }
}

export function onRefusal(change: (json: Json) => void): Plant {
  return (reply) => edited(reply, (json) => String(json.infcode) === '-1' && change(json))
}

export function edited(reply: Reply, change: (json: Json) => unknown): Reply {
  let json: Json
  try {
    json = JSON.parse(reply.text)
  } catch {
    return reply
  }
  if (typeof json !== 'object' || json === null || !('infcode' in json)) return reply
  change(json)
  return { ...reply, text: JSON.stringify(json) }
}

export const cents = (value: unknown, more: number) => (Math.round(Number(value) * 100) + more) / 100
/** Refuses messages that have something about them. */
export const refusing = (about: (sent: Parameters<Plant>[1]) => boolean): Plant => {
  return (reply, sent) =>
    about(sent)
      ? edited(reply, (json) =>
          Object.assign(json, { infcode: -1, inf_refmsgid: null, err_msg: '报文格式不正确', output: null }),
        )
      : reply
}

/** Says yes where the centre said no, with the answer the first such message got. */
export const allowing = (about: (sent: Parameters<Plant>[1]) => boolean): Plant => {
  let number = 0
  return (reply, sent, before) => {
    if (!about(sent) || !/"infcode":-1/.test(reply.text)) return reply
    const example = [...before.values()].find(
      ({ text }) => /"infcode":0/.test(text) && /setl_id|psn_no/.test(text),
    )
    if (!example) return reply
    number += 1
    return edited(example, (json) => {
      json.inf_refmsgid = `${String(json.inf_refmsgid).slice(0, 20)}${String(number).padStart(10, '9')}`
    })
  }
}
