import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  /** Saves typing that waits; the stores are outside of what failed. */
  onError: () => void;
  children: ReactNode;
}

interface ErrorBoundaryState {
  message: string | null;
}

/** Stands in for a page that could not be drawn, keeps what was typed, and draws it again on demand. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(): void {
    this.props.onError();
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <div className={styles.screen} role="alert">
        <h1 className={styles.title}>This page could not be drawn</h1>
        <p>What you saved is in the journal, and what you typed is kept as a draft. This is a mistake in Rung:</p>
        <p>
          <code>{message}</code>
        </p>
        <Button look="primary" onClick={() => this.setState({ message: null })}>
          Draw it again
        </Button>
      </div>
    );
  }
}
