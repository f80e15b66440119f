import {assumptions} from './assumptions.ts';
import {bands} from './bands.ts';
import {evidence} from './evidence.ts';
import {exporting} from './export.ts';
import {history} from './history.ts';
import {journeys} from './journeys.ts';
import {map} from './map.ts';
import {options} from './options.ts';
import {project} from './project.ts';
import {score} from './score.ts';
import {services} from './services.ts';
import {sites} from './sites.ts';
import {travel} from './travel.ts';
import {why} from './why.ts';

/** Everything a planner can ask: what the product does, in one list. */
export const api = {
  ...project,
  ...evidence,
  ...sites,
  ...services,
  ...options,
  ...assumptions,
  ...travel,
  ...bands,
  ...map,
  ...score,
  ...journeys,
  ...why,
  ...history,
  ...exporting,
};

export type Api = typeof api;
export type CallName = keyof Api;
