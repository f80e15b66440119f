import {Component, type ReactNode} from 'react';

/** Keeps what went wrong in one panel from taking the others with it. */
export class Boundary extends Component<{name: string; children: ReactNode}, {error: Error | null}> {
  override state: {error: Error | null} = {error: null};

  static getDerivedStateFromError(error: Error): {error: Error} {
    return {error};
  }

  override render(): ReactNode {
    const {error} = this.state;
    if (!error) return this.props.children;
    return (
      <div className="trouble" role="alert">
        <h3>{this.props.name} can’t be shown</h3>
        <p>Something went wrong in the planner. Your work is safe.</p>
        <pre className="details">{error.message}</pre>
        <button type="button" className="button button-plain" onClick={() => this.setState({error: null})}>
          Try again
        </button>
      </div>
    );
  }
}
