import type {Page} from 'playwright-core';

/**
 * What tells of a folder in the whole memory of a page, as its engine writes it down (all that its scripts could read, and
 * more), in its document and in what it keeps.
 */
export async function knowledgeOf(page: Page, folder: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({chunk}) => parts.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', {reportProgress: false});
  await session.detach();
  const kept = await page.evaluate(() => [document.documentElement.outerHTML, JSON.stringify({...localStorage})]);
  return tellingOf([...textsWith(folder, parts.join('')), ...kept], folder);
}

/** The strings of a memory that hold a word: it is a hundred megabytes long, and not worth taking apart. */
function textsWith(word: string, memory: string): string[] {
  const texts: string[] = [];
  for (let at = memory.indexOf(word); at >= 0; at = memory.indexOf(word, at + 1))
    texts.push(memory.slice(memory.lastIndexOf('"', at) + 1, memory.indexOf('"', at)));
  // Electron tells its preload, which lives in a world of its own, how the program was started; the page can't reach it.
  return texts.filter((text) => !text.startsWith('--user-data-dir='));
}

/** What of these texts tells of a folder of this computer, cut down to where it does. */
export function tellingOf(texts: readonly string[], folder: string): string[] {
  return texts.flatMap((text) => {
    const at = text.indexOf(folder);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 100)];
  });
}
