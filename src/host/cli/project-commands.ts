import {basename} from 'node:path';
import type {PlaceStarted} from '../../engine/place.ts';
import type {Command} from './commands.ts';
import {newProjectFile, openNamed} from './session.ts';
import {refuse} from './words.ts';

/** Starting projects: empty, from a pack, about a part of a wider one, or the sample; and making packs of them. */
export const PROJECT_COMMANDS: Readonly<Record<string, Command>> = {
  new: {
    usage: 'PROJECT.gpkg [--name TEXT] [--from PACK.gpkg]',
    about: 'Starts a project: empty, or from an evidence pack.',
    details: [
      '--name TEXT         the place planned for (the file’s name, if not said)',
      '--from PACK.gpkg    begin with the evidence, sites and services of a pack or another project',
    ],
    settings: {name: 'text', from: 'text'},
    alone: [1, 1],
    async run(session, words) {
      const project = words.alone()[0]!;
      const path = newProjectFile(project);
      const from = words.text('from');
      const name = words.text('name') ?? basename(path).replace(/\.gpkg$/i, '');
      await session.ask('project.create', {name, ...(from !== undefined && {from: session.grant(from)})});
      await session.ask('project.save', {to: session.grant(path)});
      if (from !== undefined) return `Started ${project} from ${from}.`;
      return `Started ${project}. Bring evidence with “closer import ${project} FILE…”.`;
    },
  },

  sample: {
    usage: 'PROJECT.gpkg',
    about: 'Makes a project of the invented sample town, with everything in it.',
    details: [],
    settings: {},
    alone: [1, 1],
    async run(session, words) {
      const project = words.alone()[0]!;
      const path = newProjectFile(project);
      await session.ask('project.sample');
      await session.ask('project.save', {to: session.grant(path)});
      return `Made ${project}. Ask it something: closer score ${project} --service dialysis --mode drive --within 30`;
    },
  },

  place: {
    usage:
      'PROJECT.gpkg --from WIDER.gpkg (--in NAME… [--level LEVEL] | --areas CODE… | --boundary FILE) [--name TEXT] [--fringe KM]',
    about:
      'Starts a project about a part of a wider one or of a pack: its areas and their evidence, and a fringe of travel.',
    details: [
      '--from WIDER.gpkg   a pack or a project; it is only read',
      '--in NAME…          names or codes of districts, or of what --level says: Ward, Integrated care board, …',
      '--level LEVEL       what --in names (District, if not said); names of your own columns of words count too',
      '--areas CODE…       small areas by their codes',
      '--boundary FILE     a map file (GeoJSON, KML, zipped shapefile, GeoPackage): areas whose people live inside it',
      '--name TEXT         the place’s name (the file’s name, if not said)',
      '--fringe KM         how far around it sites are kept and streets travelled (10, if not said)',
    ],
    settings: {from: 'text', in: 'list', level: 'text', areas: 'list', boundary: 'text', name: 'text', fringe: 'text'},
    alone: [1, 1],
    async run(session, words) {
      const project = words.alone()[0]!;
      const path = newProjectFile(project);
      const [names, areas, boundary] = [words.list('in'), words.list('areas'), words.text('boundary')];
      if ([names, areas, boundary].filter((each) => each !== undefined).length !== 1)
        refuse('Choose the place in one way: --in, --areas or --boundary.');
      const [level, fringe] = [words.text('level'), words.number('fringe')];
      await openNamed(session, words.needed('from'), false);
      const {sentence} = await session.ask<PlaceStarted>('place.start', {
        name: words.text('name') ?? basename(path).replace(/\.gpkg$/i, ''),
        ...(names && {names}),
        ...(areas && {areas}),
        ...(boundary !== undefined && {file: session.grant(boundary)}),
        ...(level !== undefined && {level}),
        ...(fringe !== undefined && {fringe}),
      });
      await session.ask('project.save', {to: session.grant(path)});
      return sentence;
    },
  },

  pack: {
    usage: 'PROJECT.gpkg --to PACK.gpkg',
    about: 'Writes an evidence pack: a project with its evidence, sites and services, without what was planned in it.',
    details: ['--to PACK.gpkg      a new file; begin from it with “closer new PROJECT.gpkg --from PACK.gpkg”'],
    settings: {to: 'text'},
    alone: [1, 1],
    async run(session, words) {
      const to = words.needed('to');
      const path = newProjectFile(to);
      await openNamed(session, words.alone()[0]!, false);
      await session.ask('project.pack', {to: session.grant(path)});
      return `Packed ${to}. Begin from it with “closer new PROJECT.gpkg --from ${to}”.`;
    },
  },
};
