import type {Page} from 'playwright-core';

/** Every text in the whole memory of a page, as its engine writes it down: all that its scripts could read, and more. */
export async function memoryOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({chunk}) => parts.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', {reportProgress: false});
  await session.detach();
  const {strings} = JSON.parse(parts.join('')) as {strings: string[]};
  // Electron tells its preload, which lives in a world of its own, how the program was started; the page can't reach it.
  const ofPage = strings.filter((text) => !text.startsWith('--user-data-dir='));
  const kept = await page.evaluate(() => [document.documentElement.outerHTML, JSON.stringify({...localStorage})]);
  return [...kept, ...ofPage];
}

/** What of these texts tells where files of this computer are, cut down to where it does. */
export function tellingOf(texts: readonly string[], folders: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const at = folders.map((folder) => text.indexOf(folder)).find((each) => each >= 0);
    return at === undefined ? [] : [text.slice(Math.max(0, at - 60), at + 100)];
  });
}
