import type {Picked} from '../../src/host/messages.ts';
import {attempt} from '../attempt.ts';
import {ask, dropped, pickFile, saveFile} from '../bridge.ts';
import type {CallAsked, CallResult} from '../contract.ts';
import {mirror} from '../state/plan.ts';
import {view} from '../state/view.ts';
import {confirm, notify, raise} from '../state/work.ts';
import {count, dateText, plural} from '../words/numbers.ts';
import type {Action} from './action.ts';
import {fileStem, isOpen} from './project.ts';

const EVIDENCE_FILES = [
  ...[
    'csv',
    'tsv',
    'txt',
    'xlsx',
    'ods',
    'json',
    'geojson',
    'topojson',
    'kml',
    'kmz',
    'gpkg',
    'pbf',
    'osm',
    'gz',
    'zip',
  ],
];

export async function pickEvidence(): Promise<void> {
  await inspect(await pickFile({title: 'Bring evidence', many: true, extensions: EVIDENCE_FILES}));
}

export async function dropEvidence(files: File[]): Promise<void> {
  const picked = await dropped(files);
  if (picked.length < files.length) {
    notify('trouble', 'Some of these files can’t be reached from here. Pick them with “Bring files” instead.');
  }
  await inspect(picked);
}

type Said = NonNullable<CallAsked<'evidence.inspect'>['said']>[number];
/** What a person says of one file, besides what is in it. */
export type SaidOfFile = Pick<Said, 'file'> & Partial<Said>;
export type Inspected = CallResult<'evidence.inspect'>;

/** Looks at the files and lists what each is; nothing is taken before a person says so. */
async function inspect(files: Picked[]): Promise<void> {
  if (files.length === 0) return;
  const inspected = await lookAt(files, []);
  if (inspected) raise({what: 'take', files, inspected});
}

export function lookAt(files: readonly Picked[], said: readonly SaidOfFile[]): Promise<Inspected | undefined> {
  return attempt('Looking at the files', (listening) =>
    ask('evidence.inspect', {files: files.map((each) => each.grant), said: said.map(whole)}, listening),
  );
}

function whole({file, as, columns, corrections}: SaidOfFile): Said {
  return {file, as, columns, corrections};
}

export async function takeEvidence(files: readonly Picked[], said: readonly SaidOfFile[]): Promise<void> {
  raise(null);
  const imported = await attempt('Taking evidence', (listening) =>
    ask('evidence.import', {files: files.map((each) => each.grant), said: said.map(whole)}, listening),
  );
  if (imported) raise({what: 'taken', imported});
}

/** Residents and deprivation that came on the other edition of small areas, brought to the areas of the place. */
export async function rebaseEvidence(): Promise<void> {
  const done = await attempt('Rebasing', (listening) => ask('rebase.run', {}, listening));
  if (done) notify('done', `Rebased: ${done.evidence.map(({title}) => title).join(', ')}.`);
}

type Source = CallResult<'evidence.sources'>['sources'][number];

/** The edition before, in force again once a person has seen what returns and what is kept instead. */
export async function goBackTo(before: Source, now: Source): Promise<void> {
  const {rowsTaken, fileName, importedAt} = before;
  const sentence = `${named(before)} comes back as it was: ${count(rowsTaken)} rows of ${fileName}, imported on ${dateText(importedAt)}. Every answer is of it again. ${named(now)} is kept, and going back once more returns to it.`;
  if (!(await confirm({title: 'Go back to the edition before?', sentence, verb: 'Go back'}))) return;
  const done = await attempt('Going back', (listening) => ask('evidence.goBack', {kind: before.kind}, listening));
  if (done) notify('done', done.sentence);
}

function named({title, edition}: Source): string {
  return `“${[title, edition].filter(Boolean).join(', ')}”`;
}

/** Rows left out of a source, or of a file that is only looked at, to be put right in a spreadsheet. */
export async function saveLeftOut(
  name: string,
  of: {source: string} | {files: string[]; said: SaidOfFile[]},
): Promise<void> {
  const picked = await saveFile({title: 'Save the rows left out', name: `${fileStem(name)} left out.csv`});
  if (!picked) return;
  const written = await attempt('Writing', (listening) =>
    ask(
      'evidence.saveLeftOut',
      'source' in of
        ? {to: picked.grant, source: of.source}
        : {to: picked.grant, files: of.files, said: of.said.map(whole)},
      listening,
    ),
  );
  if (written) notify('done', `${plural(written.rows, 'row')} written to ${picked.name}.`);
}

export async function exportAs(what: 'areas' | 'sites' | 'answer', kind: 'csv' | 'geojson'): Promise<void> {
  const {question} = view();
  const place = mirror().state?.open?.name ?? 'Closer';
  const picked = await saveFile({title: 'Export', name: `${fileStem(place)} ${what}.${kind}`});
  if (!picked) return;
  const input = {what, to: picked.grant, ...(what === 'answer' && question ? question : {})};
  const written = await attempt('Exporting', (listening) => ask('export.write', input, listening));
  if (written) notify('done', `${written.rows} rows written to ${picked.name}.`);
}

const asked = () => view().question !== null;

export const evidenceActions: readonly Action[] = [
  {
    name: 'evidence.import',
    label: () => 'Bring evidence…',
    group: 'Evidence',
    keys: 'Mod+I',
    when: isOpen,
    run: pickEvidence,
  },
  {
    name: 'answer.export',
    label: () => 'Export the answer as CSV…',
    group: 'Evidence',
    keys: 'Mod+E',
    when: asked,
    run: () => exportAs('answer', 'csv'),
  },
  {
    name: 'answer.export-shapes',
    label: () => 'Export the answer as GeoJSON…',
    group: 'Evidence',
    when: asked,
    run: () => exportAs('answer', 'geojson'),
  },
  {
    name: 'export.areas',
    label: () => 'Export areas as CSV…',
    group: 'Evidence',
    when: isOpen,
    run: () => exportAs('areas', 'csv'),
  },
  {
    name: 'export.sites',
    label: () => 'Export sites as CSV…',
    group: 'Evidence',
    when: isOpen,
    run: () => exportAs('sites', 'csv'),
  },
];
