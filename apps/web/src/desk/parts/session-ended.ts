type Listener = () => void
const listeners = new Set<Listener>()

/** News that the server no longer knows the session, from any call to whoever shows the sign-in dialog. */
export const sessionEnded = {
  announce(): void {
    for (const listener of listeners) listener()
  },
  listen(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
