import { Component } from 'react'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts.ts'

/** Catches what a page throws, so that people get a sentence and a way on instead of a blank screen. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
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
