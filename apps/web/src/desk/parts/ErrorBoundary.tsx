import { Component, type ReactNode } from 'react'
import { Button } from 'antd'
import { ProblemAlert } from './problem.tsx'
import { useWords } from './lang.ts'
import { common } from './words.ts'

/** Keeps one broken page from taking the desk down; `resetKey` (the address) gives the next page a new start. */
export class ErrorBoundary extends Component<{ resetKey: string; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidUpdate(before: { resetKey: string }) {
    // oxlint-disable-next-line react/no-did-update-set-state -- once, and only when the address changed
    if (before.resetKey !== this.props.resetKey && this.state.error) this.setState({ error: null })
  }

  override render() {
    if (!this.state.error) return this.props.children
    return <Broken error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}

function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { refresh } = useWords(common)
  return (
    <div className="page">
      <ProblemAlert error={error} onRetry={onRetry} />
      <p>
        <Button onClick={() => location.reload()}>{refresh}</Button>
      </p>
    </div>
  )
}
