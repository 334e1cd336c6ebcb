/** The days, place and item that figures are asked for. */
export interface FiguresQuery {
  regionCode: string
  from: string
  to: string
  officeId?: string
  itemId?: string
}
