import type { Source } from '@yichuang/benefits'
import type { CalendarVersion, PlainDate } from '@yichuang/kernel'
import type { z } from 'zod'
import type { SourceRef, Text as TextSchema, Trust as TrustSchema } from './schema/common.ts'
import type { DirectoryFile, DocumentFile, PackFile } from './schema/documents.ts'
import type { ItemBaseFile, ItemOverrideFile, ProcessFile } from './schema/items.ts'
import type { ActingMeasure, MeasureSet } from './measures/types.ts'
import type { ChainFile, SupplementFile } from './schema/chains.ts'
import type { ExampleFile } from './schema/examples.ts'
import type { MaternityFile } from './schema/maternity.ts'
import type { BenefitFile, ParameterFile } from './schema/parameters.ts'

export type Text = z.output<typeof TextSchema>
export type Trust = z.output<typeof TrustSchema>

/** What a file says once its references are looked up: every `source` carries the citation and the day in force. */
export type Resolved<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends z.output<typeof SourceRef>
    ? Source
    : T extends readonly (infer U)[]
      ? readonly Resolved<U>[]
      : { readonly [K in keyof T]: Resolved<T[K]> }

/** What a fact rests on: a quoted document, or a mark that it still has to be checked (来源待核). Exactly one is there. */
export interface Evidence {
  readonly source?: Source
  readonly trust?: Trust
  readonly note?: string
}

/** From `from` until the next value's `from`, or through `until`. */
export interface InForce {
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly fromBasis?: string
}

/** A document a pack rests on. `text` is empty for `kind: reference`. */
export interface PolicyDocument extends Readonly<z.output<typeof DocumentFile>> {
  readonly pack: string
  readonly text: string
  /** 题名（文号）, as people cite it */
  readonly citation: string
}

interface OfPack {
  /** id of the pack this definition comes from */
  readonly pack: string
}

/** One number of the law with its history; no values = declared, not loaded yet. */
export type Parameter = Resolved<Omit<z.output<typeof ParameterFile>, 'override'>> & OfPack
/** The tables of one scheme of one place, every row with its source. */
export type BenefitTables = Resolved<Omit<z.output<typeof BenefitFile>, 'override'>> & OfPack

/** The tables of one payer after the basic fund. */
export type SupplementTables = Resolved<Omit<z.output<typeof SupplementFile>, 'override'>> & OfPack
/** Who pays after whom at one place, for each insurance and kind of care, with its history. */
export type BenefitChains = Resolved<Omit<z.output<typeof ChainFile>, 'override'>> & OfPack

/** Parts of the maternity benefits as one pack says them. */
export type MaternityTables = Resolved<Omit<z.output<typeof MaternityFile>, 'override'>> & OfPack

/** Another place's tables, standing in from a day on. */
export interface BorrowedSet {
  readonly from: PlainDate
  readonly lender: string
  readonly lenderTitle: Text
  /** the day on which the lender's figures are read */
  readonly readOn: PlainDate
  readonly why: Text
  readonly tables: ReadonlyMap<string, BenefitTables>
  readonly supplements: ReadonlyMap<string, SupplementTables>
  /** the lender's orders of payers all of whose payers are lent */
  readonly chains: ReadonlyMap<string, BenefitChains>
}

export type ItemBase = Resolved<z.output<typeof ItemBaseFile>['versions'][number]>
export type ItemChange = Resolved<z.output<typeof ItemOverrideFile>['versions'][number]>
export interface ItemLayer<V> extends OfPack {
  readonly versions: readonly V[]
}
/** A service item as its pack defines it, and what the packs nearer to the place change, nearest last. */
export interface ItemDefinition {
  readonly id: string
  readonly base: ItemLayer<ItemBase>
  readonly changes: readonly ItemLayer<ItemChange>[]
}

export type Process = Resolved<Omit<z.output<typeof ProcessFile>, 'override'>> & OfPack
export type ProcessVersion = Process['versions'][number]

/** Telephone numbers people may call, each with its topic where the document names one. */
export type Directory = Resolved<z.output<typeof DirectoryFile>> & OfPack
/** One line of the local-difference report: what this pack replaces of a pack it extends. */
export interface Override {
  readonly kind: 'parameter' | 'item' | 'benefit' | 'process'
  readonly id: string
  readonly ofPack: string
  /** for items: the fields that differ */
  readonly fields?: readonly string[]
}

type Examples = z.output<typeof ExampleFile>
/** Where an example stands: in which file and list of it, counted from 0. */
interface Placed {
  readonly place: { readonly file: string; readonly list: keyof Examples; readonly index: number }
}

/** A claim whose answer is known; amounts in fen. */
export type Example = Examples['examples'][number] & Placed

/** One payer after the basic fund alone, whose answer is known. */
export type StageExample = NonNullable<Examples['stages']>[number] & Placed

/** A maternity allowance whose answer is known. */
export type AllowanceExample = NonNullable<Examples['allowances']>[number] & Placed

/** The rules of one place, with everything it inherits from the packs it extends. Plain data. */
export interface Pack {
  readonly id: string
  readonly version: string
  /** SHA-256 over the pack's files and the hashes of the packs it extends and borrows from */
  readonly hash: string
  readonly title: Text
  /** GB/T 2260, six digits */
  readonly regionCode: string
  /** who answers for the rules of this place and can load a missing one */
  readonly agency: Text
  /** a set of figures for testing and borrowing, not a place that is served */
  readonly borrowedOnly: boolean
  readonly extends?: string
  /** this pack first, then what it extends, up to the country */
  readonly chain: readonly string[]
  readonly itemGroups: readonly Readonly<NonNullable<z.output<typeof PackFile>['itemGroups']>[number]>[]
  readonly documents: ReadonlyMap<string, PolicyDocument>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly items: ReadonlyMap<string, ItemDefinition>
  readonly processes: ReadonlyMap<string, Process>
  readonly calendars: readonly CalendarVersion[]
  readonly directories: ReadonlyMap<string, Directory>
  readonly benefits: ReadonlyMap<string, BenefitTables>
  readonly supplements: ReadonlyMap<string, SupplementTables>
  readonly chains: ReadonlyMap<string, BenefitChains>
  readonly maternity: ReadonlyMap<string, MaternityTables>
  /** relief measures, by the set of the document that gives them */
  readonly measures: ReadonlyMap<string, MeasureSet>
  /** the measures this pack is read under: those its documents put in force, or what leaders made of them */
  readonly acting: readonly ActingMeasure[]
  readonly borrowed?: BorrowedSet
  readonly examples: readonly Example[]
  readonly stageExamples: readonly StageExample[]
  readonly allowanceExamples: readonly AllowanceExample[]
  readonly overrides: readonly Override[]
}
