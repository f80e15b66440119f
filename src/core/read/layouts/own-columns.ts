import {anything} from '../cell-rules.ts';
import type {OwnColumnsLayout} from '../layout.ts';
import {planner} from '../publishers.ts';
import {anyCode, areaName} from './area-columns.ts';

/**
 * A planner's own columns by small area, numbers or words, under any headings: a need, a rate, a neighbourhood, the share of
 * people with a car. Only when a planner says that this is what a table holds, since it would fit nearly every other one.
 */
export const ownColumns: OwnColumnsLayout = {
  id: 'own-columns',
  kind: 'own-columns',
  title: 'Columns of your own',
  publisher: planner,
  edition: 'not stated in the file',
  date: null,
  year: 2026,
  sure: 'likely',
  from: 'table',
  onlyAsked: true,
  columns: [
    anyCode,
    areaName,
    {role: 'class', label: 'columns of numbers or words', named: /\w/, rule: anything, must: true, each: true},
  ],
};
