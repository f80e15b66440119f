/**
 * `npm run bench map`: all 33,755 areas of England in a browser, by our own layer and beside it by MapLibre’s GeoJSON source
 * and by vector tiles with feature state, on the same data, by turns in one run. What is painted is checked first: the
 * number of the area at each pixel is read from its colours, and compared with the area that stands there.
 */
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {englandAreas} from './map/england.ts';
import {mapBrowser} from './map/map-browser.ts';
import {serveAreas} from './map/served-areas.ts';

const WAYS = ['mesh', 'geojson', 'tiles'] as const;
const NAMES = {mesh: 'one mesh (ours)', geojson: 'MapLibre, GeoJSON source', tiles: 'MapLibre, vector tiles'};
const ROUNDS = 3;

type Way = (typeof WAYS)[number];

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const ms = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB'));

export async function bench(): Promise<void> {
  const folder = process.env.CLOSER_DATA ?? '../shared/data';
  if (!existsSync(join(folder, 'boundaries/lsoa21_england_bsc.geojson.gz'))) {
    console.info('The map is measured with the boundaries of England; name the folder of open data in CLOSER_DATA.');
    return;
  }
  const out = mkdtempSync(join(tmpdir(), 'closer-bench-map-'));
  const areas = englandAreas(folder);
  const served = await serveAreas(areas, out);
  const browser = await mapBrowser({width: 1280, height: 800});
  const first: Record<Way, number[]> = {mesh: [], geojson: [], tiles: []};
  const say: Record<Way, number[]> = {mesh: [], geojson: [], tiles: []};
  const draw: Record<Way, number[]> = {mesh: [], geojson: [], tiles: []};
  const paint: Record<Way, number[]> = {mesh: [], geojson: [], tiles: []};
  const frame: Record<Way, number[]> = {mesh: [], geojson: [], tiles: []};
  const seen: Record<Way, number[]> = {mesh: [], geojson: [], tiles: []};
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const way of WAYS) {
      const page = await browser.open(served.address(way));
      first[way].push(await page.first());
      for (const each of await page.recolour(5)) {
        say[way].push(each.say);
        draw[way].push(each.draw);
        paint[way].push(each.paint);
      }
      frame[way].push(...(await page.pan(8)));
      if (round === 0) {
        for (const [center, zoom] of VIEWS) seen[way].push((await page.seenAt(center, zoom)).length);
        if (way === 'mesh') for (const [center, zoom] of VIEWS) wrong += await page.wrongAt(center, zoom, SAMPLE);
      }
      await page.close();
      console.error(`Round ${round + 1} of ${ROUNDS}: ${NAMES[way]}, ${ms(first[way].at(-1)!)} ms.`);
    }
  }
  await browser.close();
  await served.close();
  rmSync(out, {recursive: true, force: true});

  const bytes = served.bytes();
  const [load, colour] = [median(first.mesh) / median(first.geojson), costOf('geojson') / costOf('mesh')];
  function costOf(way: Way): number {
    return median(say[way].map((each, at) => each + draw[way][at]!));
  }
  const row = (way: Way) =>
    `| ${NAMES[way]} | ${(bytes[way] / 1e6).toFixed(1)} | ${ms(median(first[way]))} | ${ms(median(say[way]))} | ${ms(median(draw[way]))} | ${ms(median(paint[way]))} | ${ms(median(frame[way]))} | ${seen[way].map((each) => each.toLocaleString('en-GB')).join(' · ')} |`;
  const text = [
    '# All areas of England on the map',
    '',
    'Written by `npm run bench map`: Chromium without a screen, its graphics card being software, at 1280 × 800, on a machine that did',
    `other work too; medians of ${ROUNDS} pages of each way, by turns. Compare the lines with each other, not with another machine.`,
    '',
    `${areas.features.length.toLocaleString('en-GB')} areas (super-generalised boundaries of 2021). At ${SAMPLE.toLocaleString('en-GB')} pixels of each of three views of the mesh ${wrong} had another area than stands there.`,
    '',
    '| way | MB fetched | first full paint ms | recolour all: say ms | draw ms | card ms | this thread, a frame while panning ms | areas on at least one pixel: country · region · London |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...WAYS.map(row),
    '',
    `First paint ${load.toFixed(2)} × the GeoJSON source; recolouring ${colour.toFixed(0)} × cheaper for the window’s thread than feature state. “Say” is`,
    'telling every area its class, “draw” the frame that follows, both on the window’s thread; “card” is waiting until it is painted.',
    'Ours draws borders and outline besides, which the others here do not: that is most of its “card”, and a pixel of a border has no',
    'area in the last column. At the zoom of the country many areas are smaller than a pixel, so that not all can be on one; what is near',
    `is on every map the same. Made once: the mesh in ${ms(served.took.mesh!)} ms (by the engine, when a project’s areas are first drawn), tiles in ${ms(served.took.tiles!)} ms.`,
    '',
  ].join('\n');
  writeFileSync(join(import.meta.dirname, '../../../docs/benchmarks-map.md'), text);
  console.info(text);
}

const SAMPLE = 20_000;

/** The whole country, the East Midlands, and London. */
const VIEWS: [[number, number], number][] = [
  [[-1.9, 52.9], 5.7],
  [[-1.1, 52.9], 8],
  [[-0.11, 51.51], 10.5],
];
