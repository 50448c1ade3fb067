import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** What is shown in their place, once they have failed. @param what for the maintainers */
  readonly failed: (what: string) => ReactNode;
}

/** Where what is shown fails itself, React takes all of it away: people get a sentence and a way on, never a white window. */
export class ErrorBoundary extends Component<Props, { readonly what?: string }> {
  override state: { readonly what?: string } = {};

  static getDerivedStateFromError(error: unknown): { readonly what: string } {
    return { what: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.what === undefined ? this.props.children : this.props.failed(this.state.what);
  }
}
