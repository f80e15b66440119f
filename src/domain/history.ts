/** What undo and redo would do, in words; null where there is nothing to undo or redo. */
export interface HistoryState {
  undo: string | null;
  redo: string | null;
}

/** One step of the plan's history, newest last: the audit trail. */
export interface HistoryStep {
  seq: number;
  at: string;
  label: string;
  undone: boolean;
}
