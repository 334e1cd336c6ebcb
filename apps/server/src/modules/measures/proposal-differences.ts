import { comparePacks, loadPacks, type Pack, type PolicyChange } from '@yichuang/policy'
import { sha256 } from '../../packs/index.ts'
import type { Library } from '../catalogue/index.ts'
import type { ProposalRow } from './proposal.queries.ts'

type Packs = ReadonlyMap<string, Pack>

// What a proposal changes never changes itself, loading the packs takes long, and there are few proposals.
const known = new Map<string, readonly PolicyChange[]>()

/**
 * What differs by a proposal, as people read it: the packs with its files as they were against those with its files as
 * they become. Empty where the other files have moved on so far that the packs no longer load with either.
 * @param loaded the packs with the proposal's files, where they were loaded already
 */
export function differencesOf(
  { proposalId, changes }: Pick<ProposalRow, 'proposalId' | 'changes'>,
  { files, packs }: Pick<Library, 'files' | 'packs'>,
  loaded?: Packs,
): readonly PolicyChange[] {
  const found = known.get(proposalId)
  if (found) return found
  const stands = changes.every(({ file, before }) => (files.get(file) ?? null) === before)
  const was = stands
    ? packs
    : packsWith(
        files,
        changes.map(({ file, before }) => [file, before]),
      )
  const becomes =
    loaded ??
    packsWith(
      files,
      changes.map(({ file, content }) => [file, content]),
    )
  if (!was || !becomes) return []
  const differences = comparePacks(was, becomes)
  known.set(proposalId, differences)
  return differences
}

function packsWith(
  files: ReadonlyMap<string, string>,
  changed: readonly (readonly [file: string, text: string | null])[],
): Packs | undefined {
  const all = new Map(files)
  for (const [file, text] of changed)
    if (text === null) all.delete(file)
    else all.set(file, text)
  const load = loadPacks(all, sha256)
  return load.ok ? load.packs : undefined
}
