import type { ClaimContent } from '@yichuang/contracts'
import { Offline, Problem } from '../../shared/problem.ts'
import { mergeDraft } from './merge.ts'
import type { Clash } from './merge.ts'

/** Where what was typed is now: on the server, on its way, on this device only, or refused by the server. */
export type SaveState = 'saved' | 'saving' | 'local' | 'refused'

export interface DraftIo {
  save: (content: ClaimContent, version: number, intent: string) => Promise<{ version: number }>
  /** the case as it is on the server now */
  load: () => Promise<{ content: ClaimContent; version: number }>
  keep: (content: ClaimContent, base: ClaimContent, version: number) => Promise<unknown>
  drop: () => Promise<unknown>
  newIntent: () => string
}
export interface DraftSnapshot {
  content: ClaimContent
  state: SaveState
  /** set after a merge with changes made elsewhere, until the person has read it */
  merged: { clashes: readonly Clash[] } | null
  problem: unknown
}

const QUIET_MS = 800
const AGAIN_MS = 5000
const MERGES_AT_MOST = 5

/** Keeps a draft: on this device at once, on the server after a moment of quiet, and merged when it changed elsewhere. */
export class DraftKeeper {
  #io: DraftIo
  #now: DraftSnapshot
  #base: ClaimContent
  #version: number
  #intent: { content: ClaimContent; key: string } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | undefined
  #listeners = new Set<() => void>()

  constructor(io: DraftIo, start: { content: ClaimContent; base: ClaimContent; version: number }) {
    this.#io = io
    this.#base = start.base
    this.#version = start.version
    this.#now = { content: start.content, state: 'saved', merged: null, problem: undefined }
    if (start.content !== start.base) this.change(start.content)
  }

  readonly snapshot = (): DraftSnapshot => this.#now

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Version of the case that the server answered last. */
  get version(): number {
    return this.#version
  }

  /** Takes what was typed. */
  change(content: ClaimContent): void {
    this.#tell({ content, state: this.#now.state === 'local' ? 'local' : 'saving' })
    void this.#io.keep(content, this.#base, this.#version)
    this.#schedule(QUIET_MS)
  }

  /** An upload changed the case and answered its new version. */
  noteVersion(version: number): void {
    this.#version = Math.max(this.#version, version)
  }

  /** Saves now; resolves when everything typed is on the server, or the state says why not. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#saving ??= this.#save().finally(() => (this.#saving = undefined))
    await this.#saving
  }

  readMerge(): void {
    this.#tell({ merged: null })
  }

  /** Stops the timer; what is typed stays on this device. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), wait)
  }

  async #save(): Promise<void> {
    for (let merges = 0; this.#now.content !== this.#base;) {
      const sent = this.#now.content
      if (this.#intent?.content !== sent) this.#intent = { content: sent, key: this.#io.newIntent() }
      this.#tell({ state: 'saving' })
      try {
        const { version } = await this.#io.save(sent, this.#version, this.#intent.key)
        this.#version = version
        this.#base = sent
      } catch (error) {
        this.#intent = error instanceof Offline ? this.#intent : undefined
        const stale = error instanceof Problem && error.status === 409 && merges++ < MERGES_AT_MOST
        if (stale && (await this.#merge())) continue
        return this.#fail(stale ? new Offline() : error)
      }
    }
    await this.#io.drop()
    this.#tell({ state: 'saved', problem: undefined })
  }

  async #merge(): Promise<boolean> {
    try {
      const theirs = await this.#io.load()
      const changed = JSON.stringify(theirs.content) !== JSON.stringify(this.#base)
      const { content, clashes } = mergeDraft(this.#base, this.#now.content, theirs.content)
      this.#base = theirs.content
      this.#version = theirs.version
      this.#tell({ content, ...(changed && { merged: { clashes } }) })
      return true
    } catch {
      return false
    }
  }

  #fail(error: unknown): void {
    if (error instanceof Offline) {
      this.#tell({ state: 'local', problem: undefined })
      this.#schedule(AGAIN_MS)
    } else {
      this.#tell({ state: 'refused', problem: error })
    }
  }

  #tell(change: Partial<DraftSnapshot>): void {
    this.#now = { ...this.#now, ...change }
    for (const listener of this.#listeners) listener()
  }
}
