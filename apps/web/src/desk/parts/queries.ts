import type * as contracts from '@yichuang/contracts'
import type { ReplyOf } from '@yichuang/contracts'
import {
  MutationCache,
  QueryCache,
  QueryClient,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { call, Problem } from '../../shared/api.ts'
import type { CallOptions, EndpointName } from '../../shared/api.ts'
import { useState } from 'react'
import { oneAct } from './one-act.ts'
import { sessionEnded } from './session-ended.ts'

type Contracts = typeof contracts
export type Reply<N extends EndpointName> = ReplyOf<Contracts[N]>
/** What a call is made of, without how it is sent. */
export type Request<N extends EndpointName> = Omit<CallOptions<N>, 'intent' | 'signal' | 'onProgress'>

/** `call` with its options as one value: the conditional tuple of the original cannot be followed generically. */
const send = call as unknown as <N extends EndpointName>(name: N, options: object) => Promise<Reply<N>>

/** One cache for the desk; an ended session anywhere opens the sign-in dialog instead of losing the page. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteEndedSession }),
  mutationCache: new MutationCache({ onError: noteEndedSession }),
  defaultOptions: {
    // Repeating is the shared client's business: it knows which calls may be repeated. Nor is anything held back while the
    // browser is offline: who sends a form is told at once, and nothing is sent later behind their back.
    queries: { retry: false, staleTime: 15_000, networkMode: 'always', refetchOnReconnect: true },
    mutations: { retry: false, networkMode: 'always' },
  },
})

function noteEndedSession(error: unknown): void {
  if (error instanceof Problem && error.status === 401) sessionEnded.announce()
}

/** Reads one thing; the key is the endpoint's name and what was asked. */
export function useGet<N extends EndpointName>(
  name: N,
  request: Request<N>,
  options: { enabled?: boolean; keepPrevious?: boolean; staleTime?: number } = {},
) {
  return useQuery<Reply<N>>({
    queryKey: [name, request],
    queryFn: ({ signal }) => send(name, { ...request, signal }),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
  })
}

interface Page {
  items: readonly unknown[]
  next: string | null
}
type PagedName = { [N in EndpointName]: Reply<N> extends Page ? N : never }[EndpointName]

/** Reads a list page by page (keyset); `items` are all rows read so far, `first` the first page with its totals. */
export function usePages<N extends PagedName>(name: N, request: Request<N>, enabled = true) {
  const query = useInfiniteQuery({
    queryKey: [name, request, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      send(name, {
        ...request,
        query: { ...(request as { query?: object }).query, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last: Reply<N>) => (last as Page).next ?? undefined,
    enabled,
    placeholderData: keepPreviousData,
  })
  type Row = Reply<N> extends { items: (infer T)[] } ? T : never
  const items = (query.data?.pages ?? []).flatMap((page) => (page as Page).items as Row[])
  return { ...query, items, first: query.data?.pages[0] }
}

/**
 * Writes one thing. `after` runs on success, before the promise of `mutateAsync` resolves. A double click is one act, and
 * so is the same request sent again after a lost connection: see {@link oneAct}.
 */
export function useAct<N extends EndpointName>(name: N, after?: (reply: Reply<N>) => unknown) {
  const [act] = useState(() =>
    oneAct<Request<N>, Reply<N>>((request, intent) => send(name, { ...request, intent })),
  )
  return useMutation<Reply<N>, Error, Request<N>>({
    mutationFn: (request) => act.send(request),
    onSuccess: (reply) => (act.isNews(reply) ? after?.(reply) : undefined),
  })
}

/** Asks by a call that changes nothing, as a check before handing in: each time anew, however soon after the last. */
export function useAsk<N extends EndpointName>(name: N, after?: (reply: Reply<N>) => unknown) {
  return useMutation<Reply<N>, Error, Request<N>>({
    mutationFn: (request) => send(name, request),
    ...(after && { onSuccess: after }),
  })
}

/** Forgets what was read from these endpoints, so that what is on screen is read again. */
export function refresh(...names: EndpointName[]): Promise<unknown> {
  return Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
}
