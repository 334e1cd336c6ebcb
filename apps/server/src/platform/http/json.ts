/** A JSON object as it stands in the API description. */
export type Json = { readonly [member: string]: unknown }
