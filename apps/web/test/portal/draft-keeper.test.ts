import { expect, test } from 'vitest'
import type { ClaimContent } from '@yichuang/contracts'
import { DraftKeeper } from '../../src/portal/drafts/draft-keeper.ts'
import { Offline, Problem } from '../../src/shared/problem.ts'

const empty: ClaimContent = {
  visit: {
    hospitalCode: '',
    hospitalName: '',
    from: '',
    to: '',
    recordNumber: '',
    diagnosis: '',
    carePlace: 'local',
    accident: false,
  },
  bills: [],
  payee: { holder: '', bankName: '', account: '' },
  otherPaid: '',
  phone: '',
  note: '',
}

/** A server with one draft in memory, that can be cut off. */
function server() {
  const state = {
    content: empty,
    version: 1,
    offline: false,
    refuse: false,
    kept: undefined as ClaimContent | undefined,
    intents: [] as string[],
  }
  let made = 0
  const io = {
    save: async (content: ClaimContent, version: number, intent: string) => {
      state.intents.push(intent)
      if (state.offline) throw new Offline()
      if (state.refuse) throw new Problem(422, { code: 'invalid-input', title: 'no' })
      if (version !== state.version) throw new Problem(409, { code: 'case-changed' })
      state.content = content
      state.version += 1
      return { version: state.version }
    },
    load: async () => ({ content: state.content, version: state.version }),
    keep: async (content: ClaimContent) => (state.kept = content),
    drop: async () => (state.kept = undefined),
    newIntent: () => `intent-${(made += 1)}`,
  }
  return { state, io, keeper: new DraftKeeper(io, { content: empty, base: empty, version: 1 }) }
}

test('what is typed reaches the server and leaves this device', async () => {
  const { state, keeper } = server()
  keeper.change({ ...empty, phone: '138' })
  expect(state.kept?.phone).toBe('138')
  expect(keeper.snapshot().state).toBe('saving')
  await keeper.flush()
  expect(state.content.phone).toBe('138')
  expect(state.kept).toBeUndefined()
  expect(keeper.snapshot().state).toBe('saved')
  expect(keeper.version).toBe(2)
})

test('without a connection it stays on this device, and the same save is sent again as the same request', async () => {
  const { state, keeper } = server()
  state.offline = true
  keeper.change({ ...empty, phone: '138' })
  await keeper.flush()
  expect(keeper.snapshot().state).toBe('local')
  expect(state.kept?.phone).toBe('138')
  state.offline = false
  await keeper.flush()
  expect(keeper.snapshot().state).toBe('saved')
  expect(state.content.phone).toBe('138')
  expect(new Set(state.intents).size).toBe(1)
  keeper.stop()
})

test('a change made elsewhere is merged, what I typed stands, and I am told', async () => {
  const { state, keeper } = server()
  state.content = { ...empty, note: '窗口补充', phone: '139' }
  state.version = 5
  keeper.change({ ...empty, phone: '138' })
  await keeper.flush()
  expect(state.content).toMatchObject({ note: '窗口补充', phone: '138' })
  expect(keeper.snapshot().merged?.clashes).toEqual([{ path: 'phone', theirs: '139' }])
  expect(keeper.snapshot().state).toBe('saved')
  keeper.readMerge()
  expect(keeper.snapshot().merged).toBeNull()
})

test('a newer version with the same content is no news to anybody', async () => {
  const { state, keeper } = server()
  state.version = 5
  keeper.change({ ...empty, phone: '138' })
  await keeper.flush()
  expect(state.content.phone).toBe('138')
  expect(keeper.snapshot().merged).toBeNull()
})

test('a refusal is shown, and what was typed stays on this device', async () => {
  const { state, keeper } = server()
  state.refuse = true
  keeper.change({ ...empty, phone: '138' })
  await keeper.flush()
  expect(keeper.snapshot().state).toBe('refused')
  expect(keeper.snapshot().problem).toBeInstanceOf(Problem)
  expect(state.kept?.phone).toBe('138')
})

test('what is typed while a save is on its way is saved after it', async () => {
  const { state, keeper } = server()
  keeper.change({ ...empty, phone: '1' })
  const first = keeper.flush()
  keeper.change({ ...empty, phone: '12' })
  await first
  expect(state.content.phone).toBe('12')
  expect(keeper.snapshot().state).toBe('saved')
  keeper.stop()
})

test('a draft found on this device is saved to the server', async () => {
  const { state, io } = server()
  const keeper = new DraftKeeper(io, { content: { ...empty, note: '没存上的' }, base: empty, version: 1 })
  await keeper.flush()
  expect(state.content.note).toBe('没存上的')
})
