import type { Messages } from '@yichuang/hsa'

// Names for the nodes this module works with; the codec names only whole transactions.
export type FeeLine = Messages['2204']['input']['feedetail'][number]
export type FeeResult = Messages['2204']['output']['result'][number]
export type SettleData = Messages['2207']['input']['data']
export type PreSettleData = Messages['2206']['input']['data']
export type SetlInfo = Messages['2207']['output']['setlinfo']
export type SetlDetail = Messages['2207']['output']['setldetail'][number]
export type Cancelled = Messages['2208']['output']
export type Settled = Messages['2207']['output']
