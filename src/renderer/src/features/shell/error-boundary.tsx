import { Component, type ReactNode } from 'react'
import { CouldNotOpen } from './could-not-open.tsx'

/** A fault in the window's own code: the core keeps every saved word, so showing the screen again is safe. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <CouldNotOpen error={{ kind: 'internal', logId: 'window' }} onRetry={() => this.setState({ hasFailed: false })} />
    )
  }
}
