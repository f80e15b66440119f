import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
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
import {startEngine} from '../../src/host/engine-client.ts';
import {serveLoopback} from '../../src/host/loopback.ts';
import {nodeProcess} from '../../src/host/node-process.ts';
import {watchSockets} from './outside.ts';

// The only place that knows Playwright, and how the screen is laid out. Specs say what a planner does.

const ROOT = resolve(import.meta.dirname, '../..');
const SHOTS = join(ROOT, 'screenshots');

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

const TIMEOUT = 30_000;

export interface Wishes {
  size?: {width: number; height: number};
  theme?: 'light' | 'dark';
  /** The home of an earlier planner, to come back to what was left there. */
  home?: string;
}

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

  const word = (name: string): Locator => page.getByRole('button', {name: new RegExp(`^${name}: `)});
  const answerPanel = page.getByRole('complementary', {name: 'Answer'});
  const auditLine = answerPanel.getByRole('button', {name: /residents (adds up|does not add up)$/});
  const siteRow = (name: string): Locator => page.getByRole('grid', {name: 'Sites'}).getByRole('row', {name});
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
      await shell.picks([name], () => planner.presses('Control+o'));
      await page.getByRole('button', {name: /\. File menu$/}).waitFor();
    },
    /** Saves under a new name, and gives the name of the file: the loopback host takes the one that the screen suggests. */
    async savesAs(name: string): Promise<string> {
      const before = readdirSync(files);
      await shell.savesAs(name, () => planner.presses('Control+Shift+S'));
      await page.getByRole('button', {name: /, saved\. File menu$/}).waitFor();
      return readdirSync(files).find((each) => each.endsWith('.gpkg') && !before.includes(each)) ?? '';
    },
    async saves(): Promise<void> {
      await planner.presses('Control+s');
      await page.getByRole('button', {name: /, saved\. File menu$/}).waitFor();
    },
    async bringsEvidence(...names: string[]): Promise<void> {
      await shell.picks(names, () => planner.presses('Control+i'));
      await page
        .getByRole('dialog')
        .getByRole('button', {name: /^Take( \d+ files?)?$/})
        .click();
      await page.getByRole('button', {name: 'Done'}).click({timeout: 120_000});
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
      await auditLine.waitFor({timeout: 60_000});
      await expect.poll(() => answerPanel.locator('[aria-busy="true"]').count(), {timeout: 60_000}).toBe(0);
    },
    /** The audit line of the answer, as it stands on the screen. */
    async reads(): Promise<Audit> {
      await planner.answered();
      const [served, beyond, unreachable, residents] = (await auditLine.locator('strong').allInnerTexts()).map(
        numberIn,
      );
      return {served: served!, beyond: beyond!, unreachable: unreachable!, residents: residents!};
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

    async showsPanel(
      name: 'Place' | 'Sites' | 'Services' | 'Evidence' | 'Options' | 'Figures' | 'History',
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
    async places(service: string, site: string): Promise<void> {
      await planner.selects(site);
      await sitePanel(site).getByText(service, {exact: true}).click();
      await expect
        .poll(() => sitePanel(site).getByRole('checkbox', {name: service, exact: true}).isChecked())
        .toBe(true);
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
    async resizes(width: number, height: number): Promise<void> {
      await shell.resizes({width, height});
      await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    },
    async turns(next: 'light' | 'dark'): Promise<void> {
      await page.emulateMedia({colorScheme: next, reducedMotion: 'reduce'});
    },
    /** Keeps a picture of the screen, to be looked at by people. */
    async keepsPicture(name: string): Promise<void> {
      await page.waitForTimeout(400);
      await page.screenshot({path: join(SHOTS, SHELL, `${name}.png`)});
    },

    /** The engine is killed as by a power cut. */
    async losesEngine(): Promise<void> {
      process.kill(shell.enginePid(), 'SIGKILL');
      await page.getByText('The planner’s engine stopped and was started again.').waitFor();
    },
    /**
     * Ends the program; with `keep`, another planner can come back to its home. Fails if the page complained of anything
     * (violations of the policy, errors) or if any request went, or tried to go, anywhere but to our own host.
     */
    async leaves({keep = false} = {}): Promise<void> {
      if (gone) return;
      gone = true;
      await shell.end();
      const {complaints, outside} = watch();
      if (!keep) rmSync(place, {recursive: true, force: true});
      expect(complaints, 'what the page complained of').toEqual([]);
      expect(outside, 'what tried to leave this computer').toEqual([]);
    },
  };
  return planner;
}

/** Everything a page asks for and complains of, from its first moment: it is loaded anew once we listen. */
async function watched(
  {page, origin, pid}: Shell,
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
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sourceFile}) => {
      console.error(`Policy violated: ${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.setDefaultTimeout(TIMEOUT);
  await page.emulateMedia({colorScheme: theme, reducedMotion: 'reduce'});
  await page.reload();
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
  await page.goto(loopback.address);
  return {
    page,
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
  const executablePath = process.env.CLOSER_ELECTRON;
  if (!executablePath || !existsSync(executablePath))
    throw new Error('CLOSER_ELECTRON must name Electron’s program; build/test.mjs does.');
  const app: ElectronApplication = await _electron.launch({
    executablePath,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT, `--user-data-dir=${join(home, 'app')}`],
    env: process.env as Record<string, string>,
  });
  const page = await app.firstWindow();
  const resizes: Shell['resizes'] = (wanted) =>
    app.evaluate(
      ({BrowserWindow}, {width, height}) => BrowserWindow.getAllWindows()[0]!.setContentSize(width, height),
      wanted,
    );
  await resizes(size);
  const pid = app.process().pid!;
  return {
    page,
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

function numberIn(text: string): number {
  return Number(text.replaceAll(',', '').replace('−', '-'));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
