import type {Geometry} from 'geojson';
import {useMemo} from 'react';
import {useAnswer} from '../answers.ts';
import type {AreaLine, CallResult} from '../contract.ts';
import {useMirror} from '../state/plan.ts';
import type {ShownArrangement} from '../state/search-view.ts';
import {useView} from '../state/view.ts';
import type {Change} from './legend-classes.ts';
import type {SiteMark} from './site-marks.ts';

/** An arrangement that a search came to, as the map draws it: who gains and loses, and where catchments meet. */
export interface FoundArrangement {
  shown: ShownArrangement;
  change: Change;
  borders: Geometry;
  /** From each area that is sent past its closest site, because that is full, to the site it is sent to. */
  past: CallResult<'search.shown'>['past'];
  /** By place of the area in code order: whose catchment it is in. */
  assigned: CallResult<'search.shown'>['assigned'];
}

/** What was found and is being looked at; null while there is nothing, or it is being worked out. */
export function useFoundArrangement(): FoundArrangement | null {
  const shown = useView((view) => view.search.shown);
  const areas = useMirror((mirror) => mirror.areas);
  const {value} = useAnswer('search.shown', shown && askedOf(shown, areas));
  return useMemo(() => {
    if (!shown || !value) return null;
    const {change, borders, past, assigned} = value;
    return {
      shown,
      change: {title: `with ${shown.title}`, of: (area) => change[area] ?? null, apart: true},
      borders: borders as Geometry,
      past,
      assigned,
    };
  }, [shown, value]);
}

function askedOf({question, sites, assigned}: ShownArrangement, areas: readonly AreaLine[]) {
  const {within: _within, against: _against, weight: _weight, ...travel} = question;
  return {
    ...travel,
    sites: [...sites],
    ...(assigned && {assigned: areas.map(({code}) => assigned[code] ?? '')}),
  };
}

/** With more closing than this, those that are left have the halo if they are fewer. */
const MOST_CLOSING = 12;

/** What would open and what would close, with a halo; where most of it closes, what would be left. */
export function foundMarks(marks: readonly SiteMark[], found: FoundArrangement | null): SiteMark[] {
  if (!found) return [];
  const {shown} = found;
  const many = shown.closes.length > MOST_CLOSING && shown.sites.length < shown.closes.length;
  const opens = new Set(many ? shown.sites : shown.opens);
  const closes = new Set(many ? [] : shown.closes);
  return marks
    .filter(({id}) => opens.has(id) || closes.has(id))
    .map((mark) => ({
      ...mark,
      chosen: true,
      offers: opens.has(mark.id),
      shape: closes.has(mark.id) ? ('closed' as const) : mark.shape,
    }));
}
