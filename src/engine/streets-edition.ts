import {packNetwork} from '../core/graph/pack-network.ts';
import type {Job} from '../core/job.ts';
import {readOsm} from '../core/read/osm-streets.ts';
import {plainBytes} from '../core/read/read-evidence.ts';
import type {Source} from '../domain/source.ts';
import {fileSize, readChunks} from '../store/evidence.ts';
import {refusal} from './bring.ts';
import type {FileEdition} from './file-edition.ts';
import {landscapePart} from './landscape.ts';

/** What writes the streets of the sample town, and what stands in the place of the map-makers it borrows the format of. */
const INVENTED_BY = 'Closer sample town';
const INVENTED = {
  title: 'Invented streets',
  publisher: 'Invented for Closer: no real place',
  edition: 'Sample',
  licence: 'Closer’s own',
  attribution: 'Invented for Closer: no real place',
};

/** The streets of a file, as the arrays that a project keeps. */
export function* streetsEdition(path: string, source: Source): Job<FileEdition> {
  const read = yield* readOsm({
    name: source.fileName,
    bytes: fileSize(path),
    open: () => plainBytes(readChunks(path), source.fileName),
  });
  if (!read.ok) throw refusal(source.fileName, read.sentence);
  const {report, network} = read;
  const left = report.waysLeftOut.reduce((sum, each) => sum + each.count, 0);
  const notes = [
    `${count(report.found.nodes)} nodes, ${count(report.found.ways)} ways and ${count(report.found.relations)} relations read; ${count(report.waysTaken)} streets taken, which meet at ${count(report.vertices)} places.`,
    ...report.waysLeftOut.slice(0, 8).map(({reason, count: many}) => `${count(many)} ways left out: ${reason}.`),
    ...report.restrictionsLeftOut
      .slice(0, 4)
      .map(({reason, count: many}) => `${count(many)} turn restrictions left out: ${reason}.`),
    ...(report.missingPoints > 0
      ? [
          `${count(report.missingPoints)} points of streets are not in the file: they are cut there, as at the edge of an extract.`,
        ]
      : []),
  ];
  // A file may say anything, and not every number is a date.
  const edited = new Date((report.editedUntil ?? Number.NaN) * 1000);
  const date = Number.isNaN(edited.getTime()) ? source.date : edited.toISOString().slice(0, 10);
  return {
    source: {
      ...source,
      ...(report.program.startsWith(INVENTED_BY) ? INVENTED : {}),
      date,
      rowsRead: report.found.ways,
      rowsTaken: report.waysTaken,
      rowsRefused: left,
      notes: [...source.notes, ...notes],
    },
    refusals: [],
    edition: {kind: 'streets', parts: [...packNetwork(network), landscapePart(read.landscape)]},
    codes: null,
    change: null,
    sites: 0,
  };
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
