/**
 * What can go wrong, as five kinds the screen knows how to show.
 *
 * `invalid` the input breaks a rule a planner can understand · `missing` what was referred to is gone ·
 * `file` can't open, too new, damaged, read-only, disk full · `cancelled` the planner stopped it · `bug` anything else.
 */
export type ErrorKind = 'invalid' | 'missing' | 'file' | 'cancelled' | 'bug';

/** An error as a value: what crosses between processes. */
export interface ErrorValue {
  kind: ErrorKind;
  message: string;
  /** The input field it is about, if any. */
  at?: string;
}

export class PlanError extends Error {
  readonly kind: ErrorKind;
  readonly at: string | undefined;

  constructor(kind: ErrorKind, message: string, at?: string) {
    super(message);
    this.name = 'PlanError';
    this.kind = kind;
    this.at = at;
  }

  value(): ErrorValue {
    return this.at === undefined
      ? {kind: this.kind, message: this.message}
      : {kind: this.kind, message: this.message, at: this.at};
  }
}

/** For the end of a switch over a union: does not compile when a case is forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Not a case that was thought of: ${JSON.stringify(value)}`);
}
