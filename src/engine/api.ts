import {assumptions} from './assumptions.ts';
import {bands} from './bands.ts';
import {basemap} from './basemap.ts';
import {colocation} from './colocation.ts';
import {duplication} from './duplication.ts';
import {evidence} from './evidence.ts';
import {exporting} from './export.ts';
import {exportMeasures} from './export-measures.ts';
import {history} from './history.ts';
import {journeys} from './journeys.ts';
import {journeysAll} from './journeys-all.ts';
import {map} from './map.ts';
import {measures} from './measures/measures.ts';
import {neighbourhoods} from './neighbourhoods.ts';
import {options} from './options.ts';
import {place} from './place.ts';
import {placements} from './placements.ts';
import {project} from './project.ts';
import {rebase} from './rebase-kept.ts';
import {route} from './route.ts';
import {score} from './score.ts';
import {search} from './search/search.ts';
import {services} from './services.ts';
import {sites} from './sites.ts';
import {streetChanges} from './street-changes.ts';
import {streetQueries} from './street-queries.ts';
import {travel} from './travel.ts';
import {travelMatrix} from './travel-matrix.ts';
import {verdicts} from './verdicts.ts';
import {why} from './why.ts';

/** Everything a planner can ask: what the product does, in one list. */
export const api = {
  ...project,
  ...evidence,
  ...place,
  ...rebase,
  ...sites,
  ...services,
  ...options,
  ...neighbourhoods,
  ...assumptions,
  ...travel,
  ...travelMatrix,
  ...bands,
  ...route,
  ...streetChanges,
  ...streetQueries,
  ...map,
  ...basemap,
  ...score,
  ...search,
  ...journeys,
  ...journeysAll,
  ...measures,
  ...placements,
  ...colocation,
  ...duplication,
  ...verdicts,
  ...why,
  ...history,
  ...exporting,
  ...exportMeasures,
};

export type Api = typeof api;
export type CallName = keyof Api;
