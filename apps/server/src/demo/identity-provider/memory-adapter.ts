import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  readonly until: number
}

const MOST_KEPT = 10_000

/** Keeps what the demo issuer has to remember in memory; a restart forgets it, which costs nobody more than one click. */
export function memoryAdapter(): new (name: string) => Adapter {
  const kept = new Map<string, Kept>()
  const byUid = new Map<string, string>()
  const grants = new Map<string, Set<string>>()

  return class implements Adapter {
    readonly #name: string

    constructor(name: string) {
      this.#name = name
    }

    #key(id: string): string {
      return `${this.#name}:${id}`
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      // Nobody stays signed in here, so that choosing another account never meets the one before.
      if (this.#name === 'Session') return
      const key = this.#key(id)
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
      kept.set(key, { payload, until: Date.now() + expiresIn * 1000 })
      if (payload.uid) byUid.set(payload.uid, id)
      if (payload.grantId) grants.set(payload.grantId, (grants.get(payload.grantId) ?? new Set()).add(key))
    }

    async find(id: string): Promise<AdapterPayload | undefined> {
      const entry = kept.get(this.#key(id))
      if (!entry || entry.until > Date.now()) return entry?.payload
      kept.delete(this.#key(id))
      return undefined
    }

    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      const id = byUid.get(uid)
      return id === undefined ? undefined : this.find(id)
    }

    async findByUserCode(): Promise<undefined> {}

    async consume(id: string): Promise<void> {
      const entry = kept.get(this.#key(id))
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000)
    }

    async destroy(id: string): Promise<void> {
      kept.delete(this.#key(id))
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      for (const key of grants.get(grantId) ?? []) kept.delete(key)
      grants.delete(grantId)
    }
  }
}
