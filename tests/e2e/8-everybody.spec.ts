import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {afterEach, describe, expect, it} from 'vitest';
import {aPlanner, type Planner, SHELL} from './driver.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Every panel of the rail; Sites last, since the next looks need it. */
const PANELS = [
  'Place',
  'Streets',
  'Services',
  'Evidence',
  'Search',
  'Measures',
  'Journeys',
  'Together',
  'Duplicates',
  'Options',
  'Figures',
  'History',
  'Sites',
] as const;

/** What is worth a look once it is opened: the form that starts a place, a ledger, who loses. */
const OPENS: Partial<Record<(typeof PANELS)[number], string>> = {
  Place: 'Start a place within this one',
  Journeys: 'General practice',
  Duplicates: 'Who loses without it',
};

/** The rules about colours, all that a theme changes: the page is laid out and named alike in both. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const THEMES = ['light', 'dark'] as const;
const SIZES = [
  {width: 1440, height: 900},
  {width: 1024, height: 700},
];

let planner: Planner;
afterEach(async () => {
  await planner.leaves();
});

/** Axe, which looks through the screen as it stands. It runs in a world of its own within the page, where the page’s policy does not reach. */
async function axe(runOnly: readonly string[]): Promise<(where: string) => Promise<string[]>> {
  const session = await planner.page.context().newCDPSession(planner.page);
  const {frameTree} = await session.send('Page.getFrameTree');
  const world = {frameId: frameTree.frame.id, worldName: 'axe'};
  const {executionContextId: contextId} = await session.send('Page.createIsolatedWorld', world);
  await session.send('Runtime.evaluate', {expression: AXE, contextId});
  const expression = `axe.run(document, {resultTypes: ['violations'], runOnly: ${JSON.stringify(runOnly)}}).then(({violations}) =>
    violations.flatMap(({id, nodes}) => nodes.map(({target}) => id + ': ' + target.join(' '))))`;
  return async (where) => {
    const asked = {expression, contextId, awaitPromise: true, returnByValue: true};
    const {result} = await session.send('Runtime.evaluate', asked);
    if (!Array.isArray(result.value)) throw new Error(`axe gave no answer: ${result.description ?? 'nothing'}`);
    return (result.value as string[]).map((each) => `${where}: ${each}`);
  };
}

/** What was asked of the screen is drawn, and whatever moves has come to rest. */
async function settled(): Promise<void> {
  await planner.page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
    const passing = document.getAnimations().filter(({effect}) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({finished}) => finished));
  });
}

// The same page is in both shells: Electron is looked through at one size and in one theme, for its own part of the page
// and its own Chromium.
const LOOKS =
  SHELL === 'electron'
    ? [{theme: 'light', size: SIZES[0]!} as const]
    : THEMES.flatMap((theme) => SIZES.map((size) => ({theme, size})));

describe(`everybody, whatever they see, hear and hold (${SHELL})`, () => {
  for (const {theme, size} of LOOKS) {
    it(`finds no barrier on any screen, ${theme}, ${size.width} wide`, async () => {
      planner = await aPlanner({theme, size});
      const {page} = planner;
      const find = await axe(theme === 'light' ? RULES : COLOUR_RULES);
      const found: string[] = [];
      const looks = async (where: string) => {
        await settled();
        found.push(...(await find(where)));
      };
      /** The panel has its answer, and no older one. */
      const shown = async () => {
        const older = page.locator('.measures [aria-busy="true"]');
        const none = page.locator('.measures > p.quiet', {hasText: /…$/});
        await expect.poll(() => older.or(none).count()).toBe(0);
      };

      await page.getByRole('button', {name: /^Open the sample town/}).waitFor();
      await looks('opening');
      await planner.opensSample();
      await looks('who is served');
      await planner.looksAt('Candidates');
      await page.getByRole('grid', {name: 'Candidate sites, best first'}).getByRole('row').nth(1).click();
      await looks('candidates');
      await planner.looksAt('Journeys');
      await page.getByRole('button', {name: 'Kilometres', exact: true}).click();
      await page.getByRole('dialog').getByText('It does not mean').waitFor();
      await looks('why');
      await page.keyboard.press('Escape');
      await looks('journeys');
      for (const panel of PANELS) {
        await planner.showsPanel(panel);
        await shown();
        await looks(`panel ${panel}`);
        const opens = OPENS[panel];
        if (!opens) continue;
        await page.locator('.panel').getByText(opens).first().click();
        await shown();
        await looks(`panel ${panel}, ${opens}`);
        await page.keyboard.press('Escape');
      }
      for (const table of ['Areas', 'Sites']) {
        await page.getByRole('group', {name: 'Show below the map'}).getByRole('button', {name: table}).click();
        await looks(`table of ${table}`);
      }
      await planner.presses('Control+k');
      await looks('palette');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('button', {name: /^Who counts: /}).click();
      await looks('a word of the question');
      await page.keyboard.press('Escape');
      await planner.presses('Control+Shift+A');
      await looks('adding a site');
      await page.keyboard.press('Escape');
      await planner.presses('F1');
      await looks('keys');
      await page.keyboard.press('Escape');
      await planner.presses('Control+o');
      await looks('unsaved changes');
      expect(found).toEqual([]);
    });
  }
});
