import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {setTimeout as passing} from 'node:timers/promises';
import type * as Electron from 'electron';
import {
  _electron,
  type Browser,
  chromium,
  type Dialog,
  type ElectronApplication,
  type Locator,
  type Page,
} from 'playwright-core';
import {expect} from 'vitest';
import type {CallAsked, CallName, CallResult} from '../../renderer/contract.ts';
import {startEngine} from '../../src/host/engine-client.ts';
import {serveLoopback} from '../../src/host/loopback.ts';
import type {Bridge} from '../../src/host/messages.ts';
import {nodeProcess} from '../../src/host/node-process.ts';
import {keyboardOf} from './keyboard.ts';
import {knowledgeOf, tellingOf} from './knowledge.ts';
import {watchSockets} from './outside.ts';

// The only place that knows Playwright, and how the screen is laid out. Specs say what a planner does.

const ROOT = resolve(import.meta.dirname, '../..');
/** Pictures are kept only where somebody says that they want to look at them. */
const SHOTS = process.env.CLOSER_SCREENSHOTS;

/** Which of the two shells this run drives: `build/test.mjs` runs the same specs in both. */
export const SHELL = process.env.CLOSER_SHELL === 'electron' ? 'electron' : 'chromium';

/** Chromium without what it would do for itself on a network, and its software renderer so that all machines draw alike. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const TIMEOUT = 60_000;

export interface Wishes {
  size?: {width: number; height: number};
  theme?: 'light' | 'dark';
  /** The home of an earlier planner, to come back to what was left there. */
  home?: string;
}

/** Ids that the screen’s own calls never reach. */
let lastCall = 1_000_000_000;

/** The words of the question that can be changed, as the screen writes them. */
export interface Question {
  service?: string;
  counting?: string;
  by?: 'by car' | 'on foot' | 'by cycle';
  within?: number;
  option?: string;
  against?: string;
}

export interface Audit {
  served: number;
  beyond: number;
  unreachable: number;
  residents: number;
}

/** What a page’s graphics can be asked here; tests know no browser’s types. */
interface WebGL {
  getExtension: (name: 'WEBGL_lose_context') => {loseContext: () => void; restoreContext: () => void};
}

interface Shell {
  page: Page;
  /** The process that everything of the program runs under, if it is not this one. */
  pid: number;
  origin: string;
  /** The engine’s own process. */
  enginePid: () => number;
  /** Does what a person does to pick these files of the folder once the screen asks for files. */
  picks: (names: string[], ask: () => Promise<void>) => Promise<void>;
  savesAs: (name: string, ask: () => Promise<void>) => Promise<void>;
  resizes: (size: {width: number; height: number}) => Promise<void>;
  /** Shows the page from its first moment: for the first time, or anew where the shell showed it by itself. */
  shows: () => Promise<unknown>;
  /** Everything that the host told the page so far: replies and news. */
  told: () => Promise<string[]>;
  end: () => Promise<void>;
}

export type Planner = Awaited<ReturnType<typeof aPlanner>>;

/** Somebody at a screen, with an app folder and a folder of files of their own. */
export async function aPlanner({size = {width: 1440, height: 900}, theme = 'light', home}: Wishes = {}) {
  const place = home ?? mkdtempSync(join(tmpdir(), 'closer-e2e-'));
  const files = join(place, 'files');
  mkdirSync(files, {recursive: true});
  const shell = await (SHELL === 'electron' ? inElectron : inChromium)(place, files, size);
  const {page} = shell;
  const watch = await watched(shell, theme);
  let gone = false;
  /** Whether the page ever had to do with a file of the planner’s. */
  let usedFiles = home !== undefined;
  const picks: Shell['picks'] = (names, ask) => {
    usedFiles = true;
    return shell.picks(names, ask);
  };

  const word = (name: string): Locator => page.getByRole('button', {name: new RegExp(`^${name}: `)});
  const answerPanel = page.getByRole('complementary', {name: 'Answer'});
  const auditLine = answerPanel.getByRole('button', {name: /residents (adds up|does not add up)$/});
  const siteRow = (name: string): Locator => page.getByRole('grid', {name: 'Sites'}).getByRole('row', {name});
  const whyButton = (title: string): Locator =>
    answerPanel.getByRole('button', {name: `Why this number? ${title}`, exact: true});
  const sitePanel = (name: string): Locator => page.getByRole('region', {name, exact: true});

  const planner = {
    /** For what no verb says yet; a spec that needs it more than once deserves a verb. */
    page,
    files,
    home: place,

    /** Puts a file into the folder that files are picked from. */
    has(path: string, name = basename(path)): string {
      copyFileSync(path, join(files, name));
      return name;
    },

    async opensSample(): Promise<void> {
      await page.getByRole('button', {name: /^Open the sample town/}).click();
      await planner.answered();
    },
    async startsProject(name: string): Promise<void> {
      await page.getByRole('button', {name: /^New project/}).click();
      await page.getByRole('dialog').getByRole('textbox').fill(name);
      await page.keyboard.press('Enter');
      await page.getByRole('button', {name: `${name}, not saved yet. File menu`}).waitFor();
    },
    async opens(name: string): Promise<void> {
      await picks([name], () => planner.presses('Control+o'));
      await page.getByRole('button', {name: /\. File menu$/}).waitFor();
    },
    /** Saves under a new name, and gives the name of the file: the loopback host takes the one that the screen suggests. */
    async savesAs(name: string): Promise<string> {
      const before = readdirSync(files);
      usedFiles = true;
      await shell.savesAs(name, () => planner.presses('Control+Shift+S'));
      await page.getByRole('button', {name: /, saved\. File menu$/}).waitFor();
      return readdirSync(files).find((each) => each.endsWith('.gpkg') && !before.includes(each)) ?? '';
    },
    async saves(): Promise<void> {
      await planner.presses('Control+s');
      await page.getByRole('button', {name: /, saved\. File menu$/}).waitFor();
    },
    /** Picks files and has the import sheet before them. */
    async looksIntoFiles(...names: string[]): Promise<void> {
      await picks(names, () => planner.presses('Control+i'));
      await page.getByRole('heading', {name: / looked at$/}).waitFor();
    },
    async bringsEvidence(...names: string[]): Promise<void> {
      await planner.looksIntoFiles(...names);
      await page
        .getByRole('dialog')
        .getByRole('button', {name: /^Take( \d+ files?)?$/})
        .click();
      await page.getByRole('button', {name: 'Done'}).click({timeout: 120_000});
    },

    /** A planner without a mouse. */
    keyboard: keyboardOf(page),

    /** Asks the engine behind the screen, over the screen’s own way out. */
    async asksEngine<N extends CallName>(name: N, input: CallAsked<N>): Promise<CallResult<N>> {
      const call = {id: ++lastCall, name: name as string, input: input as unknown};
      const reply = await page.evaluate(async (asked) => {
        const {bridge} = globalThis as unknown as {bridge?: Bridge};
        if (bridge) return bridge.call(asked.name, asked.input, asked.id);
        const headers = {'content-type': 'application/json'};
        const response = await fetch('call', {method: 'POST', headers, body: JSON.stringify(asked)});
        return (await response.json()) as Awaited<ReturnType<Bridge['call']>>;
      }, call);
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value as CallResult<N>;
    },

    /** Changes words of the question and waits for the answer. */
    async asks({service, counting, by, within, option, against}: Question): Promise<void> {
      const words = {
        Service: service,
        'Who counts': counting,
        'Mode of travel': by,
        Within: within && `${within} minutes`,
        Option: option,
        Against: against,
      };
      for (const [name, wish] of Object.entries(words)) {
        if (wish === undefined) continue;
        await word(name).click();
        await page
          .getByRole('menuitemradio', {name: new RegExp(`^${escaped(String(wish))}`)})
          .first()
          .click();
      }
      await planner.answered();
    },
    async answered(): Promise<void> {
      await auditLine.waitFor();
      await expect.poll(() => answerPanel.locator('[aria-busy="true"]').count()).toBe(0);
    },
    /** The audit line of the answer, as it stands on the screen. */
    async reads(): Promise<Audit> {
      await planner.answered();
      const [served, beyond, unreachable, residents] = (await auditLine.locator('strong').allInnerTexts()).map(
        numberIn,
      );
      return {served: served!, beyond: beyond!, unreachable: unreachable!, residents: residents!};
    },
    /** The two numbers at the head of the answer, each with what it is a share of. */
    async headline(): Promise<{share: string; base: string}[]> {
      const figures = answerPanel.locator('.headline-figure');
      return figures.evaluateAll((all) =>
        all.map((each) => ({
          share: each.querySelector('strong')!.textContent,
          base: each.lastElementChild!.textContent,
        })),
      );
    },
    /** The table twin of a chart in the answer: a line for each bar, by heading. */
    async readsBars(title: 'By deprivation' | 'By age'): Promise<Record<string, string>[]> {
      const chart = answerPanel.getByRole('region', {name: title}).first();
      await chart.getByRole('button', {name: 'Show as a table'}).click();
      const lines = await tableIn(chart.getByRole('table'));
      await chart.getByRole('button', {name: 'Show as bars'}).click();
      return lines;
    },
    /** Mean, median, nine in ten within, and longest. */
    async readsMinutes(): Promise<string[]> {
      return answerPanel
        .getByRole('region', {name: 'Minutes to the closest site'})
        .locator('dt + dd')
        .evaluateAll((all) => all.map((each) => each.textContent));
    },
    /** What the answer says of who gains and who loses against another option. */
    async readsDifference(): Promise<Record<string, number>> {
      const rows = await answerPanel
        .getByRole('region', {name: 'Who gains and who loses'})
        .getByRole('row')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
      return Object.fromEntries(rows.map(([label, people]) => [label!, numberIn(people!)]));
    },
    /** The ledger as it stands on the screen: the total of each line. */
    async readsLedger(): Promise<Record<string, string>> {
      const lines = await tableIn(answerPanel.locator('table.ledger'));
      return Object.fromEntries(lines.map((line) => [line['Saved a year']!, line.Total!]));
    },
    /** Opens one *Why this number?* and gives what it says. */
    async whyOf(title: string): Promise<string> {
      await (title === 'The audit line' ? auditLine : whyButton(title)).click();
      const said = await whySaid(page);
      await planner.presses('Escape');
      await page.getByRole('dialog').waitFor({state: 'detached'});
      return said;
    },
    /** What a year of journeys to a candidate would save, once it is worked out. */
    async ledgerShown(site: string): Promise<void> {
      await answerPanel.getByRole('heading', {name: new RegExp(`opened at ${escaped(site)}$`)}).waitFor();
      await expect.poll(() => answerPanel.locator('[data-current="false"]').count()).toBe(0);
    },
    /** Opens every *Why this number?* of the tab, one after the other, and gives their titles. */
    async asksWhy(): Promise<string[]> {
      await planner.answered();
      const buttons = answerPanel.locator('button[aria-label^="Why this number?"], .ledger .term-link');
      const titles = await buttons.evaluateAll((all) => all.map((each) => each.textContent || each.ariaLabel!));
      for (const at of titles.keys()) {
        await buttons.nth(at).click();
        await whySaid(page);
        await planner.presses('Escape');
        await page.getByRole('dialog').waitFor({state: 'detached'});
      }
      return titles;
    },
    async choosesCandidate(name: string): Promise<void> {
      await planner.looksAt('Candidates');
      await page.getByRole('grid', {name: 'Candidate sites, best first'}).getByRole('row', {name}).click();
      await page.getByRole('region', {name: `If it opened at ${name}`}).waitFor();
    },
    async looksAt(tab: 'Who is served' | 'Candidates' | 'Journeys'): Promise<void> {
      await page.getByRole('tab', {name: tab}).click();
    },
    /** The ranking of candidates, best first, with how many each would newly serve. */
    async ranking(): Promise<{name: string; newlyServed: number}[]> {
      await planner.looksAt('Candidates');
      const grid = page.getByRole('grid', {name: 'Candidate sites, best first'});
      const rows = await grid
        .getByRole('row')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
      return rows.slice(1).map(([, name, newlyServed]) => ({name: name!, newlyServed: numberIn(newlyServed!)}));
    },

    /** What the colours of the map mean, and how many people live in each. */
    async legend(): Promise<{title: string; lines: {label: string; people: number}[]}> {
      const legend = page.locator('.legend');
      const titles = await legend
        .locator('.legend-strip li')
        .evaluateAll((all) => all.map((each) => each.getAttribute('title') ?? each.textContent));
      const lines = titles.map((title) => {
        const [label, people] = title.split(': ');
        return {label: label!, people: numberIn(people?.replace(' residents', '') ?? '')};
      });
      return {title: await legend.locator('.legend-title').innerText(), lines};
    },
    async colours(by: 'Minutes' | 'Deprivation' | 'Change'): Promise<void> {
      await page.getByRole('radiogroup', {name: 'Colour the map by'}).getByRole('radio', {name: by}).press('Space');
    },
    /** Every row of a table below the map as it is shown, by heading; read by rolling it from its top to its end. */
    async readsTable(name: 'Areas' | 'Sites'): Promise<Record<string, string>[]> {
      const tab = page.getByRole('group', {name: 'Show below the map'}).getByRole('button', {name});
      if ((await tab.getAttribute('aria-pressed')) !== 'true') await tab.click();
      const grid = page.getByRole('grid', {name: `Table of ${name.toLowerCase()}`});
      await grid.hover();
      const expected = numberIn(
        (
          await page
            .locator('.grid-tools')
            .getByText(/ rows$/)
            .innerText()
        ).replace(' rows', ''),
      );
      const seen = new Map<number, Record<string, string>>();
      await expect
        .poll(async () => {
          const rows = await grid.evaluate((element) => {
            const heads = [...element.querySelectorAll('[role=columnheader]')].map((each) => each.textContent);
            return [...element.querySelectorAll('[role=row][aria-rowindex]')].map((row) => {
              const cells = [...row.querySelectorAll('[role=rowheader], [role=gridcell]')];
              const line = Object.fromEntries(cells.map((cell, at) => [heads[at], cell.textContent]));
              return [Number(row.getAttribute('aria-rowindex')), line] as [number, Record<string, string>];
            });
          });
          for (const [at, line] of rows) if (Object.keys(line).length > 0) seen.set(at, line);
          await page.mouse.wheel(0, 60);
          return seen.size;
        })
        .toBe(expected);
      return [...seen].sort(([one], [other]) => one - other).map(([, line]) => line);
    },
    /** Points at places all over the map, and gives what the map says stands there. */
    async pointsAround(times = 9): Promise<string[]> {
      const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
      const said = new Set<string>();
      for (let x = 1; x < times; x++) {
        for (let y = 1; y < times; y++) {
          await page.mouse.move(box.x + (box.width * x) / times, box.y + (box.height * y) / times);
          await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
          const parts = await page.locator('.read-out > *').allInnerTexts();
          if (parts.length > 0) said.add(parts.join('\n'));
        }
      }
      return [...said];
    },

    /** The map and nothing that stands over it, as a picture. */
    async seesMap(): Promise<Buffer> {
      const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
      const middle = {x: box.x + box.width / 3, y: box.y + box.height / 4};
      return page.screenshot({clip: {...middle, width: box.width / 3, height: box.height / 3}});
    },
    /** The graphics card is taken away and given back. */
    async losesGraphics(): Promise<void> {
      await page.locator('.maplibregl-canvas').evaluate(async (canvas) => {
        const gl = (canvas as unknown as {getContext: (kind: string) => WebGL}).getContext('webgl2');
        const card = gl.getExtension('WEBGL_lose_context');
        card.loseContext();
        await new Promise((lost) => setTimeout(lost, 300));
        card.restoreContext();
      });
    },
    async choosesBasemap(name: string): Promise<void> {
      await picks([name], async () => {
        await page.getByRole('button', {name: 'Basemap and colours'}).click();
        await page.getByRole('button', {name: /^Choose (a file|another)…$/}).click();
      });
    },
    async removesBasemap(): Promise<void> {
      await page.getByRole('button', {name: 'Basemap and colours'}).click();
      await page.getByRole('button', {name: 'Remove', exact: true}).click();
      await planner.presses('Escape');
    },

    async showsPanel(
      name:
        | 'Place'
        | 'Sites'
        | 'Services'
        | 'Evidence'
        | 'Search'
        | 'Measures'
        | 'Journeys'
        | 'Together'
        | 'Duplicates'
        | 'Streets'
        | 'Options'
        | 'Figures'
        | 'History',
    ): Promise<void> {
      const panel = page.getByRole('navigation', {name: 'Panels'}).getByRole('button', {name});
      if ((await panel.getAttribute('aria-pressed')) !== 'true') await panel.click();
    },
    async siteNames(): Promise<string[]> {
      await planner.showsPanel('Sites');
      return page.getByRole('grid', {name: 'Sites'}).locator('.list-name').allTextContents();
    },
    async selects(site: string): Promise<void> {
      await planner.showsPanel('Sites');
      await siteRow(site).click();
      await sitePanel(site).waitFor();
    },
    /** Adds a site at a longitude and a latitude, by typing them. */
    async addsSite(name: string, [lng, lat]: [number, number]): Promise<void> {
      await planner.presses('Control+Shift+A');
      const form = page.getByRole('form', {name: 'Add a site'});
      await form.getByRole('textbox').fill(`${lat}, ${lng}`);
      await form.getByRole('button', {name: 'Add there'}).click();
      await page.getByRole('dialog').getByRole('textbox').fill(name);
      await page.keyboard.press('Enter');
      await sitePanel(name).waitFor();
    },
    async movesSite(name: string, [lng, lat]: [number, number]): Promise<void> {
      await planner.selects(name);
      await sitePanel(name).getByRole('button', {name: 'Move'}).click();
      const form = page.getByRole('form', {name: `Move ${name}`});
      await form.getByRole('textbox').fill(`${lat}, ${lng}`);
      await form.getByRole('button', {name: 'Show there'}).click();
      await form.getByRole('button', {name: 'Move here'}).click();
      await form.waitFor({state: 'detached'});
    },
    /** Takes a site on the map with the mouse and puts it down so many pixels to the right and down. */
    async drags(site: string, [right, down]: [number, number]): Promise<void> {
      await planner.selects(site);
      // The menu of the selected site opens where the map has drawn it.
      const canvas = page.locator('.maplibregl-canvas');
      await canvas.focus();
      await planner.presses('Shift+F10');
      const at = (await page.locator('.menu-anchor').boundingBox())!;
      await planner.presses('Escape');
      await expect
        .poll(async () => {
          await page.mouse.move(at.x + 20, at.y + 20);
          await page.mouse.move(at.x, at.y);
          return page
            .locator('.read-out strong')
            .innerText({timeout: 1000})
            .catch(() => '');
        })
        .toBe(site);
      await page.mouse.down();
      await page.mouse.move(at.x + right, at.y + down, {steps: 8});
      await page.mouse.up();
    },
    async places(service: string, site: string): Promise<void> {
      await planner.selects(site);
      await sitePanel(site).getByText(service, {exact: true}).click();
      await sitePanel(site).getByRole('option', {name: service, exact: true, selected: true}).waitFor();
    },
    /** Ticks or unticks a service of the selected site, with the keyboard. */
    async ticks(site: string, service: string): Promise<void> {
      const box = sitePanel(site).getByRole('option', {name: service, exact: true});
      const before = await box.getAttribute('aria-selected');
      await planner.keyboard.goesInto(sitePanel(site).getByRole('listbox'));
      await planner.presses('Home');
      await planner.keyboard.goesTo(box, 'ArrowDown');
      await planner.presses('Space');
      await expect.poll(() => box.getAttribute('aria-selected')).not.toBe(before);
    },
    /** The services that stand at the selected site. */
    async servicesAt(site: string): Promise<string[]> {
      const ticks = sitePanel(site).getByRole('listbox', {name: `Services at ${site}`});
      return (await ticks.getByRole('option', {selected: true}).allInnerTexts()).sort();
    },
    /** Waits until the selected site’s card says so. */
    async sees(site: string, words: string): Promise<void> {
      await expect.poll(() => sitePanel(site).innerText()).toContain(words);
    },
    /** Types the answer to what a dialog asks, and presses Enter. */
    async answersText(title: string, text: string): Promise<void> {
      const dialog = page.getByRole('dialog', {name: title});
      await dialog.getByRole('textbox').waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
      await planner.presses('Enter');
      await dialog.waitFor({state: 'detached'});
    },
    /** Renames the selected site by F2. */
    async renames(name: string): Promise<void> {
      await planner.presses('F2');
      await page.getByRole('dialog', {name: 'Rename the site'}).getByRole('textbox').fill(name);
      await planner.presses('Enter');
      await sitePanel(name).waitFor();
    },
    async undoes(): Promise<void> {
      await planner.presses('Control+z');
    },
    async redoes(): Promise<void> {
      await planner.presses('Control+y');
    },

    async presses(...keys: string[]): Promise<void> {
      for (const key of keys) await page.keyboard.press(key);
    },
    /** How often a button of a mouse went down, or a finger. */
    usedMouse(): Promise<number> {
      return page.evaluate(() => (globalThis as unknown as {closerPresses: number}).closerPresses);
    },
    async resizes(width: number, height: number): Promise<void> {
      await shell.resizes({width, height});
      await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    },
    async turns(next: 'light' | 'dark'): Promise<void> {
      await page.emulateMedia({colorScheme: next, reducedMotion: 'reduce'});
    },
    /** Keeps a picture of the screen, to be looked at by people. */
    async keepsPicture(name: string): Promise<void> {
      if (!SHOTS) return;
      await page.waitForTimeout(400);
      await page.screenshot({path: join(SHOTS, SHELL, `${name}.png`)});
    },

    /** The engine is killed as by a power cut. */
    async losesEngine(): Promise<void> {
      process.kill(shell.enginePid(), 'SIGKILL');
      await page.getByText('The planner’s engine stopped and was started again.').waitFor();
    },
    /** What of all that the page could read tells where the planner’s files are: a slow look, worth it where files were used. */
    knowsOfFolders(): Promise<string[]> {
      return knowledgeOf(page, basename(place));
    },
    /**
     * Ends the program; with `keep`, another planner can come back to its home. Fails if the page complained of anything
     * (violations of the policy, errors), if any request went, or tried to go, anywhere but to our own host, or if the
     * page was told where any of the planner’s files are or, once it had to do with files, could find out.
     */
    async leaves({keep = false} = {}): Promise<void> {
      if (gone) return;
      gone = true;
      const told = await shell.told();
      const known = usedFiles ? await planner.knowsOfFolders() : [];
      await shell.end();
      const {complaints, outside} = watch();
      if (!keep) rmSync(place, {recursive: true, force: true});
      expect(complaints, 'what the page complained of').toEqual([]);
      expect(outside, 'what tried to leave this computer').toEqual([]);
      expect(told.length, 'replies and news that were listened to').toBeGreaterThan(0);
      expect(tellingOf(told, basename(place)), 'what the host told of folders').toEqual([]);
      expect(known, 'what the page knows of folders').toEqual([]);
    },
  };
  return planner;
}

/** Everything a page asks for and complains of, from its first moment. */
async function watched(
  {page, origin, pid, shows}: Shell,
  theme: 'light' | 'dark',
): Promise<() => {complaints: string[]; outside: string[]}> {
  const outside: string[] = [];
  const complaints: string[] = [];
  const socketsOf = watchSockets(pid);
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) outside.push(url);
  });
  page.on('console', (message) => {
    // The software renderer tells of its own slowness; everything else is worth an alarm.
    if (/GPU stall due to ReadPixels|GL Driver Message/.test(message.text())) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('dialog', (dialog: Dialog) => void dialog.dismiss());
  await page.addInitScript(() => {
    const counted = globalThis as unknown as {closerPresses: number};
    counted.closerPresses = 0;
    for (const press of ['mousedown', 'touchstart']) {
      document.addEventListener(press, ({isTrusted}) => (counted.closerPresses += Number(isTrusted)), true);
    }
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile}) => {
      console.error(`Policy violated: ${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.setDefaultTimeout(TIMEOUT);
  await page.emulateMedia({colorScheme: theme, reducedMotion: 'reduce'});
  await shows();
  await page.getByRole('heading', {level: 1}).waitFor();
  return () => ({complaints, outside: [...outside, ...socketsOf()]});
}

async function inChromium(home: string, files: string, size: {width: number; height: number}): Promise<Shell> {
  const settings = {folder: join(home, 'app'), town: join(ROOT, 'seeds', 'town'), version: '0.1.0'};
  const engine = startEngine(nodeProcess(join(ROOT, 'dist', 'engine', 'engine-process.mjs'), settings));
  const renderer = join(ROOT, 'dist', 'renderer');
  const loopback = await serveLoopback({engine, renderer, resources: join(ROOT, 'resources'), folder: files, port: 0});
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CLOSER_CHROMIUM ?? '/usr/bin/chromium',
    args: CHROMIUM_FLAGS,
  });
  const page = await browser.newPage({viewport: size, acceptDownloads: false});
  const told: string[] = [];
  page.on('response', (response) => {
    if (response.request().method() !== 'POST') return;
    response.text().then(
      (text) => told.push(text),
      // A reply that the page no longer waited for.
      () => {},
    );
  });
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.eventSourceMessageReceived', ({data}) => told.push(data));
  return {
    page,
    shows: () => page.goto(loopback.address),
    told: async () => told,
    pid: engine.pid()!,
    origin: `http://127.0.0.1:${loopback.port}/`,
    enginePid: () => engine.pid()!,
    async picks(names, ask) {
      await ask();
      const dialog = page.getByRole('dialog');
      for (const name of names) await dialog.getByRole('row', {name, exact: true}).click();
      await dialog.getByRole('button', {name: /^Take /}).click();
    },
    // The loopback host saves under the name that the screen suggests.
    savesAs: (_name, ask) => ask(),
    resizes: (wanted) => page.setViewportSize(wanted),
    async end() {
      await browser.close();
      await loopback.close();
      await engine.close();
    },
  };
}

async function inElectron(home: string, files: string, size: {width: number; height: number}): Promise<Shell> {
  const {app, page} = await electronStarted(home);
  const resizes: Shell['resizes'] = (wanted) =>
    app.evaluate(
      ({BrowserWindow}, {width, height}) => BrowserWindow.getAllWindows()[0]!.setContentSize(width, height),
      wanted,
    );
  await resizes(size);
  const pid = app.process().pid!;
  await app.evaluate(listenToHost);
  return {
    page,
    shows: () => page.reload(),
    told: () => app.evaluate(() => (globalThis as unknown as Heard).told),
    pid,
    origin: 'app://planner/',
    enginePid: () => engineUnder(pid),
    resizes,
    async picks(names, ask) {
      const paths = names.map((name) => join(files, name));
      await app.evaluate(({dialog}, filePaths) => {
        dialog.showOpenDialog = async () => ({canceled: false, filePaths});
      }, paths);
      await ask();
    },
    async savesAs(name, ask) {
      await app.evaluate(
        ({dialog}, filePath) => {
          dialog.showSaveDialog = async () => ({canceled: false, filePath});
        },
        join(files, name),
      );
      await ask();
    },
    async end() {
      // “Don’t save”, in the question that the window asks as it closes.
      await app.evaluate(({dialog}) => {
        dialog.showMessageBox = async () => ({response: 1, checkboxChecked: false});
      });
      await app.close();
    },
  };
}

/**
 * Electron with a page that answers. On a busy machine an Electron of the age that the npm registry has now and then stops
 * half-way into its start; a person would close it and start it again, and so it is done here, and said.
 */
async function electronStarted(home: string): Promise<{app: ElectronApplication; page: Page}> {
  for (let attempt = 1; ; attempt++) {
    // Playwright finds Electron as its package does, and only so has it hold its page back until somebody listens: attached
    // to a page that is just being shown, it may wait for ever.
    const app = await _electron.launch({
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT, `--user-data-dir=${join(home, 'app')}`],
      env: process.env as Record<string, string>,
    });
    let reached = 'opened a window';
    const answering = (async () => {
      const page = await app.firstWindow({timeout: TIMEOUT});
      reached = 'had its page answer';
      await page.evaluate(() => document.title);
      reached = 'answered itself';
      await app.evaluate(({app: itself}) => itself.getName());
      return page;
    })().catch(() => null);
    const page = await Promise.race([answering, passing(TIMEOUT, null, {ref: false})]);
    if (page !== null) return {app, page};
    app.process().kill('SIGKILL');
    if (attempt === 3) throw new Error(`Electron never ${reached}, three times.`);
    console.warn(`Electron never ${reached}, and is started again.`);
  }
}

interface Heard {
  told: string[];
}

/** Runs in Electron’s main process: keeps a copy of everything that goes to the page from here on. */
function listenToHost({ipcMain, BrowserWindow}: typeof Electron): void {
  const told: string[] = [];
  (globalThis as unknown as Heard).told = told;
  type Answering = (...given: unknown[]) => Promise<unknown>;
  const {_invokeHandlers: answering} = ipcMain as unknown as {_invokeHandlers: Map<string, Answering>};
  for (const [channel, answer] of answering) {
    answering.set(channel, async (...given) => {
      const reply = await answer(...given);
      told.push(JSON.stringify(reply));
      return reply;
    });
  }
  const {webContents} = BrowserWindow.getAllWindows()[0]!;
  const send = webContents.send.bind(webContents);
  webContents.send = (channel, ...given) => {
    told.push(JSON.stringify(given));
    send(channel, ...given);
  };
}

/** The process below this one that runs the engine. */
function engineUnder(pid: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`));
  const engine = children.map(Number).find((child) => isEngine(child) && isBelow(child, pid));
  if (engine === undefined) throw new Error('The engine’s process was not found below Electron’s.');
  return engine;
}

function isEngine(pid: number): boolean {
  return readProc(pid, 'cmdline').includes('engine-process.mjs');
}

function isBelow(pid: number, ancestor: number): boolean {
  for (let at = pid; at > 1; at = Number(/\) \S (\d+)/.exec(readProc(at, 'stat'))?.[1] ?? 0))
    if (at === ancestor) return true;
  return false;
}

function readProc(pid: number, file: string): string {
  return existsSync(`/proc/${pid}/${file}`) ? readFileSync(`/proc/${pid}/${file}`, 'utf8') : '';
}

/** What the sheet says once it has taken the number apart; it must say what the number means, does not mean, and how. */
async function whySaid(page: Page): Promise<string> {
  const sheet = page.getByRole('dialog', {name: /^Why this number\?/});
  for (const heading of ['It means', 'It does not mean', 'Formula', 'Terms', 'Sources'])
    await sheet.getByRole('heading', {name: heading, exact: true}).first().waitFor();
  return sheet.innerText();
}

/** The lines of a plain table, by heading. */
function tableIn(table: Locator): Promise<Record<string, string>[]> {
  return table.evaluate((element) => {
    const textsOf = (row: Element) => [...row.children].map((cell) => cell.textContent.trim());
    const heads = textsOf(element.querySelector('thead tr')!);
    return [...element.querySelectorAll('tbody tr')].map((row) =>
      Object.fromEntries(textsOf(row).map((text, at) => [heads[at], text])),
    );
  });
}

function numberIn(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
