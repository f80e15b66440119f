import type {WriteStream} from 'node:tty';
import type {News} from '../messages.ts';

/** How far a job is, on one line that is rewritten; nothing where standard error is not a terminal. */
export function progressLine(to: WriteStream): {hear: (news: News) => void; clear: () => void} {
  let shown = false;
  return {
    hear(news) {
      if (news.news !== 'progressed' || !to.isTTY) return;
      const share = news.of > 0 ? ` ${Math.floor((100 * news.done) / news.of)} %` : '';
      to.write(`\r\x1b[K${`${news.doing}${share}`.slice(0, Math.max(20, to.columns - 1))}`);
      shown = true;
    },
    clear() {
      if (shown) to.write('\r\x1b[K');
      shown = false;
    },
  };
}
