import type { z } from 'zod'

/**
 * Who may call an endpoint. `public`: anyone. `person`: a signed-in insured person (portal). Staff roles are held at an
 * office; `staff` is any of the agency's own, never one of `outsideRoles`. An endpoint without a role is refused at start.
 */
export type Access = 'public' | 'person' | 'staff' | StaffRole

export const staffRoles = [
  'clerk',
  'reviewer',
  'approver',
  'finance',
  'supervisor',
  'administrator',
  'auditor',
  'leader',
  'policy',
  'hospital',
  'expert',
] as const
/** Roles of people who do not work for the agency: hospitals' insurance offices, medical experts. */
export const outsideRoles: readonly StaffRole[] = ['hospital', 'expert']
export type StaffRole = (typeof staffRoles)[number]

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One call of the HTTP API: the single place from which routes, types, OpenAPI and the permission tests are made. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  /** path below `/api/v1`, parameters as `:name` */
  readonly path: string
  readonly access: readonly Access[]
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** JSON reply; absent when the reply is a file (`produces` names its type) */
  readonly reply?: Reply
  readonly produces?: string
  /**
   * `true`: the body is multipart/form-data with one file. With `body` it is a form: first the field `json` with the body,
   * then any number of files, the name of each field saying what the file is.
   */
  readonly upload?: boolean
  /** problem codes the endpoint may answer beside the general ones */
  readonly problems?: readonly string[]
  /** requests per minute and caller; the default is generous */
  readonly perMinute?: number
}

/** Declares an endpoint and keeps its types. */
export function endpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Reply extends z.ZodType = z.ZodUndefined,
>(definition: Endpoint<Params, Query, Body, Reply>): Endpoint<Params, Query, Body, Reply> {
  return definition
}

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.infer<P> : never
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never
export type ReplyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never
