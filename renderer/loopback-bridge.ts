import type {Bridge, Chosen, News, Picked, Reply} from '../src/host/messages.ts';
import {chooseFrom} from './state/work.ts';

/** The bridge over HTTP to a host on this computer. A browser gives no paths, so files come from the host's folder. */
export function loopbackBridge(): Bridge {
  const listeners = new Set<(news: News | Chosen) => void>();
  let events: EventSource | null = null;

  function open(): void {
    events = new EventSource(new URL('events', window.location.href));
    events.onmessage = (event: MessageEvent<string>) => {
      const news = JSON.parse(event.data) as News;
      for (const listener of listeners) listener(news);
    };
    // What was told while the line was down is lost: everything is read again, as after a restart.
    let wasDown = false;
    events.onerror = () => {
      wasDown = true;
    };
    events.onopen = () => {
      if (wasDown) for (const listener of listeners) listener({news: 'restarted'});
      wasDown = false;
    };
  }

  return {
    async call(name, input, id) {
      try {
        return await post<Reply>('call', {id, name, input});
      } catch (error) {
        const message = `The planner’s engine can’t be reached (${(error as Error).message}). Is Closer still running?`;
        return {id, ok: false, error: {kind: 'bug', message}};
      }
    },
    cancel(id) {
      void post('cancel', {id}).catch(() => {
        // The call itself reports that the host is gone.
      });
    },
    on(listener) {
      if (!events) open();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async pickFile(wanted) {
      const offered = await post<Picked[]>('pick', wanted);
      return chooseFrom({...wanted, offered});
    },
    async saveFile({name}) {
      return post<Picked>('save', {name});
    },
    async dropped(files) {
      const offered = await post<Picked[]>('pick', {title: '', many: true, extensions: []});
      const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);
      return files.flatMap((file) => offered.find((each) => base(each.name) === file.name) ?? []);
    },
  };
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(new URL(path, window.location.href), {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
