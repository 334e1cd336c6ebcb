import type { ClaimContent } from '@yichuang/contracts'

/** What was typed and has not reached the server, kept on this device for this person only. */
export interface LocalDraft {
  caseId: string
  personId: string
  content: ClaimContent
  /** the content and version of the server that the typing started from */
  base: ClaimContent
  version: number
}

const STORE = 'drafts'
let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('yichuang', 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(STORE, { keyPath: 'caseId' }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB cannot be opened')))
  })
  return opened
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const store = (await database()).transaction(STORE, mode).objectStore(STORE)
  const request = act(store)
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused')))
  })
}

/** Keeps a draft on this device; false when the browser gives no storage, and only the server then keeps it. */
export async function keepLocal(draft: LocalDraft): Promise<boolean> {
  return run('readwrite', (store) => store.put(draft)).then(
    () => true,
    () => false,
  )
}

/** The draft kept here for this case, if this same person typed it. */
export async function findLocal(caseId: string, personId: string): Promise<LocalDraft | undefined> {
  const found = await run(
    'readonly',
    (store) => store.get(caseId) as IDBRequest<LocalDraft | undefined>,
  ).catch(() => undefined)
  return found?.personId === personId ? found : undefined
}

export async function dropLocal(caseId: string): Promise<void> {
  await run('readwrite', (store) => store.delete(caseId)).catch(() => undefined)
}

/** How many drafts of this person are on this device only; none when the browser gives no storage. */
export async function countLocal(personId: string): Promise<number> {
  const all = await run('readonly', (store) => store.getAll() as IDBRequest<LocalDraft[]>).catch(() => [])
  return all.filter((draft) => draft.personId === personId).length
}

/** Removes everything typed on this device, as at sign-out. */
export async function forgetDrafts(): Promise<void> {
  await run('readwrite', (store) => store.clear()).catch(() => undefined)
}
