import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Closest} from '../../access/closest.ts';
import {englandAreas} from './england.ts';
import {HAS_CHROMIUM, mapBrowser} from './map-browser.ts';
import {serveAreas} from './served-areas.ts';

/**
 * What the window does with an answer for all areas of England: read it, unpack it, class it, count the legend, recolour
 * the map; by our own layer and by MapLibre's feature state, with the same answers. Lines for a table of milliseconds;
 * none where there is no Chromium or no open data.
 */
export async function liveLines(
  folder: string,
  answers: readonly Closest[],
  sites: readonly string[],
): Promise<string[]> {
  if (!HAS_CHROMIUM || !existsSync(join(folder, 'boundaries/lsoa21_england_bsc.geojson.gz'))) return [];
  const out = mkdtempSync(join(tmpdir(), 'closer-bench-live-'));
  const served = await serveAreas(englandAreas(folder), out);
  const browser = await mapBrowser({width: 1280, height: 800});
  const sent = answers.map((each) => asSent(each, sites));
  const lines: string[] = [];
  for (const [way, name] of [
    ['mesh', 'the window: the answer read, classed, counted and recoloured (ours)'],
    ['geojson', 'the same by MapLibre’s feature state'],
  ] as const) {
    const page = await browser.open(served.address(way));
    await page.first();
    const took = (await page.live([...sent, ...sent, ...sent, ...sent])).slice(2).sort((a, b) => a - b);
    lines.push(
      `| ${name} | ${Math.round(sent[0]!.length / 1000)} kB of JSON | ${took[took.length >> 1]!.toFixed(1)} | ${took.at(-1)!.toFixed(1)} |`,
    );
    await page.close();
  }
  await browser.close();
  await served.close();
  rmSync(out, {recursive: true, force: true});
  return lines;
}

/** An answer as the engine sends it to the screen. */
function asSent({seconds, metres, site}: Closest, sites: readonly string[]): string {
  const base64 = ({buffer}: {buffer: ArrayBufferLike}) => Buffer.from(buffer as ArrayBuffer).toString('base64');
  const reason = new Uint8Array(seconds.length);
  return JSON.stringify({
    state: 'ready',
    areas: seconds.length,
    within: 15,
    seconds: base64(seconds),
    metres: base64(metres),
    site: base64(site),
    sites,
    reason: base64(reason),
    reasons: ['', 'The closest site is more than 15 minutes away'],
    against: null,
  });
}
