import type {Migration} from '../migrate.ts';
import {PROJECT_001} from './001-project.ts';
import {withOpeningCost} from './002-opening-cost.ts';
import {withNeighbourhoods} from './003-neighbourhoods.ts';
import {withStreetChanges} from './004-street-change.ts';
import {withKeptEditions} from './005-kept-edition.ts';
import {withOneWay} from './006-one-way.ts';

/** Every format there has been, oldest first. Released migrations are never edited, only followed. */
export const MIGRATIONS: readonly Migration[] = [
  {format: 1, name: '001-project', sql: PROJECT_001},
  withOpeningCost,
  withNeighbourhoods,
  withStreetChanges,
  withKeptEditions,
  withOneWay,
];
