import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../../shared/api.ts'
import { minute } from '../../../shared/format.ts'
import { ActionFailure, Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useLoad } from '../../parts/use-load.ts'
import { useSession } from '../../session.ts'
import { useChronicTexts } from '../../messages/chronic.ts'
import { useReferralTexts } from '../../messages/referral.ts'
import { useTexts } from '../../texts.ts'

type Inbox = Awaited<ReturnType<typeof call<'listMessages'>>>
type Message = Inbox['items'][number]

/** Inbox of the person. */
export function MessagesPage() {
  return (
    <SignedIn>
      <Messages />
    </SignedIn>
  )
}

function Messages() {
  const t = useTexts().messages
  const { round } = useSession()
  const inbox = useLoad((signal) => call('listMessages', { signal }), ['messages', round])
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <Loaded of={inbox}>
        {(first) =>
          first.items.length === 0 ? (
            <div className="empty">
              <h2>{t.empty}</h2>
              <p>{t.emptyText}</p>
            </div>
          ) : (
            <MessageList first={first} />
          )
        }
      </Loaded>
    </Page>
  )
}

function MessageList({ first }: { first: Inbox }) {
  const texts = useTexts()
  const [page, setPage] = useState(first)
  const more = useAction(
    () => call('listMessages', { query: { cursor: page.next ?? '' } }),
    (next) => setPage({ ...next, items: [...page.items, ...next.items] }),
  )
  return (
    <>
      <h2 className="visually-hidden">{texts.messages.title}</h2>
      {page.items.map((message) => (
        <MessageCard key={message.messageId} message={message} />
      ))}
      <ActionFailure error={more.error} />
      {page.next && (
        <button type="button" className="button" disabled={more.pending} onClick={more.run}>
          {texts.more}
        </button>
      )}
    </>
  )
}

function MessageCard({ message }: { message: Message }) {
  const t = useTexts().messages
  const { title: referrals } = useReferralTexts()
  const { title: chronic } = useChronicTexts()
  const { reload } = useSession()
  const [read, setRead] = useState(message.readAt !== null)
  const markRead = useAction(
    (intent) => call('readMessage', { params: { messageId: message.messageId }, intent }),
    () => {
      setRead(true)
      void reload()
    },
  )
  return (
    <article className={read ? 'case-card message' : 'case-card message unread'}>
      <h3>
        {message.title} {!read && <span className="tag fault">{t.unread}</span>}
      </h3>
      <p>{message.text}</p>
      <p className="faint">{minute(message.at)}</p>
      <p className="row">
        {message.kind.startsWith('referral-') && (
          <Link className="button small" href="/referrals" onClick={() => !read && markRead.run()}>
            {referrals}
          </Link>
        )}
        {message.kind.startsWith('chronic-') && (
          <Link className="button small" href="/chronic" onClick={() => !read && markRead.run()}>
            {chronic}
          </Link>
        )}
        {message.caseId && (
          <Link
            className="button small"
            href={`/cases/${message.regionCode}/${message.caseId}`}
            onClick={() => {
              if (!read) markRead.run()
            }}
          >
            {t.openCase}
          </Link>
        )}
        {!read && (
          <button
            type="button"
            className="button small quiet"
            disabled={markRead.pending}
            onClick={markRead.run}
          >
            {t.markRead}
          </button>
        )}
      </p>
      <ActionFailure error={markRead.error} />
    </article>
  )
}
