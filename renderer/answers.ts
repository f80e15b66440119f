import {useEffect, useRef, useSyncExternalStore} from 'react';
import type {ErrorValue} from '../src/domain/errors.ts';
import {errorOf} from './attempt.ts';
import {ask, listen} from './bridge.ts';
import type {CallAsked, CallName, CallResult} from './contract.ts';

/** An answer as a component sees it: the last one that arrived, and whether it still is the answer. */
export interface Answered<T> {
  value: T | undefined;
  current: boolean;
  error: ErrorValue | null;
}

interface Entry {
  seen: Answered<unknown>;
  users: Set<() => void>;
  asking: AbortController | null;
  again: () => void;
}

const NOTHING: Answered<never> = {value: undefined, current: false, error: null};

/** Answers in use, by call and input: however many components show one, it is asked for once. */
const entries = new Map<string, Entry>();

function show(entry: Entry, seen: Answered<unknown>): void {
  entry.seen = seen;
  for (const user of entry.users) user();
}

function entryFor<N extends CallName>(key: string, name: N, input: CallAsked<N>): Entry {
  const held = entries.get(key);
  if (held) return held;
  const entry: Entry = {
    seen: NOTHING,
    users: new Set(),
    asking: null,
    again() {
      entry.asking?.abort();
      const asking = new AbortController();
      entry.asking = asking;
      if (entry.seen.current) show(entry, {...entry.seen, current: false});
      ask(name, input, {signal: asking.signal}).then(
        (value) => {
          if (entry.asking === asking) show(entry, {value, current: true, error: null});
        },
        (thrown: unknown) => {
          if (entry.asking === asking) show(entry, {value: entry.seen.value, current: false, error: errorOf(thrown)});
        },
      );
    },
  };
  entries.set(key, entry);
  entry.again();
  return entry;
}

listen((news) => {
  if (news.news === 'progressed' || news.news === 'chosen') return;
  const gone = news.news === 'opened' || news.news === 'closed';
  for (const [key, entry] of entries) {
    if (entry.users.size === 0) {
      entry.asking?.abort();
      entries.delete(key);
    } else {
      if (gone) show(entry, NOTHING);
      if (news.news !== 'closed') entry.again();
    }
  }
});

function unused(): () => void {
  return () => {};
}

/**
 * The answer to a query, asked again whenever news may have changed it. While a new one is on its way, the last one
 * stays, marked as not current: also when the question itself changes. A null input asks nothing.
 */
export function useAnswer<N extends CallName>(name: N, input: CallAsked<N> | null): Answered<CallResult<N>> {
  const key = input === null ? null : `${name} ${JSON.stringify(input)}`;
  const subscribe =
    key === null || input === null
      ? unused
      : (changed: () => void) => {
          const entry = entryFor(key, name, input);
          entry.users.add(changed);
          return () => entry.users.delete(changed);
        };
  const subscribeRef = useRef({key, subscribe});
  if (subscribeRef.current.key !== key) subscribeRef.current = {key, subscribe};
  const seen = useSyncExternalStore(subscribeRef.current.subscribe, () =>
    key === null ? NOTHING : (entries.get(key)?.seen ?? NOTHING),
  ) as Answered<CallResult<N>>;
  const last = useRef<CallResult<N> | undefined>(undefined);
  useEffect(() => {
    last.current = key === null ? undefined : (seen.value ?? last.current);
  });
  return seen.value === undefined && last.current !== undefined && key !== null
    ? {...seen, value: last.current, current: false}
    : seen;
}
