import { Component } from 'react'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts.ts'

interface State {
  failed: boolean
  /** address the state belongs to */
  at: string
}

/** Catches what a page throws, so that people get a sentence and a way on instead of a blank screen. */
export class Crash extends Component<{ at: string; children: ReactNode }, State> {
  override state: State = { failed: false, at: this.props.at }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  /** Going to another page gets out of a failed one; pages that did not fail are left as they are. */
  static getDerivedStateFromProps({ at }: { at: string }, state: State): State | null {
    return at === state.at ? null : { failed: false, at }
  }

  override render() {
    return this.state.failed ? <CrashWords /> : this.props.children
  }
}

function CrashWords() {
  const t = useTexts().problem
  return (
    <div className="column stack narrow" role="alert">
      <h1>{t.crashTitle}</h1>
      <p>{t.crashText}</p>
      <p className="row">
        <button type="button" className="button primary" onClick={() => location.reload()}>
          {t.reload}
        </button>
        <a className="button" href="/">
          {t.home}
        </a>
      </p>
    </div>
  )
}
