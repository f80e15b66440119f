import {existsSync} from 'node:fs';
import {chromium, type Page} from 'playwright-core';

export interface Recoloured {
  say: number;
  draw: number;
  paint: number;
}

/** What a page of the bench can be asked; numbers are milliseconds, or places of areas in code order. */
export interface MapPage {
  first: () => Promise<number>;
  recolour: (times: number) => Promise<Recoloured[]>;
  /** What each of these answers, as it comes over the wire, costs the window’s thread until its colours are drawn. */
  live: (answers: string[]) => Promise<number[]>;
  pan: (frames: number) => Promise<number[]>;
  seenAt: (center: [number, number], zoom: number) => Promise<number[]>;
  wrongAt: (center: [number, number], zoom: number, sample: number) => Promise<number>;
  /** The areas at these points, by the mesh. */
  areasAt: (points: [number, number][]) => Promise<(number | null)[]>;
  close: () => Promise<void>;
}

const CHROMIUM = process.env.CLOSER_CHROMIUM ?? '/usr/bin/chromium';

export const HAS_CHROMIUM = existsSync(CHROMIUM);

/** Opens pages in a Chromium without a screen; its graphics card is its own software. */
export async function mapBrowser(size: {width: number; height: number}) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  return {
    async open(address: string): Promise<MapPage> {
      const page = await browser.newPage({viewport: size});
      page.setDefaultTimeout(120_000);
      await page.goto(address);
      return {
        first: () => call(page, 'first'),
        recolour: (times) => call(page, 'recolour', times),
        live: (answers) => call(page, 'live', answers),
        pan: (frames) => call(page, 'pan', frames),
        seenAt: (...asked) => call(page, 'seenAt', ...asked),
        wrongAt: (...asked) => call(page, 'wrongAt', ...asked),
        areasAt: (points) =>
          page.evaluate((all) => {
            const {bench} = globalThis as unknown as {bench: {at: (lng: number, lat: number) => number | null}};
            return all.map(([lng, lat]) => bench.at(lng, lat));
          }, points),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** Reads a promise of the page, or asks one of its functions. */
function call<T>(page: Page, name: string, ...asked: unknown[]): Promise<T> {
  return page.evaluate(
    async ([what, given]) => {
      const {bench} = globalThis as unknown as {bench: Record<string, unknown>};
      const of = bench[what as string];
      return (await (typeof of === 'function' ? of(...(given as unknown[])) : of)) as never;
    },
    [name, asked] as const,
  );
}
