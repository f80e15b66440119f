import {useMemo} from 'react';
import type {LngLat} from '../../src/domain/evidence.ts';
import {AS_NOW} from '../../src/domain/option.ts';
import {streetChangesIn} from '../../src/domain/street-change.ts';
import {useRoutes} from '../routes.ts';
import {useMirror} from '../state/plan.ts';
import {useView} from '../state/view.ts';
import {changedWays, chosenWays, pastWays, routeWays, type Ways, waysFrom} from './ways.ts';

/** All lines over the streets: what the option changes, what is being chosen or drawn, the ways that people go, and who is sent past a full site. */
export function useWays(past: readonly {line: readonly LngLat[]}[]): Ways {
  const plan = useMirror((mirror) => mirror.plan);
  const option = useView(({question}) => question?.option ?? AS_NOW);
  const {found, whole, drawing} = useView(({street}) => street);
  const ruler = useView((view) => view.ruler);
  const {after, before} = useRoutes();
  const changes = plan.street_change.size > 0 ? plan.street_change : null;
  return useMemo(() => {
    const stretch = drawing ? [drawing] : found ? ((whole && found.whole) || found.stretch).lines : [];
    return waysFrom([
      ...(changes ? changedWays(streetChangesIn(plan, option)) : []),
      ...chosenWays(stretch.filter((line) => line.length > 1)),
      ...(ruler.length > 1 ? chosenWays([ruler]) : []),
      ...(before ? routeWays(before, 'before') : []),
      ...(after ? routeWays(after, 'after') : []),
      ...pastWays(past.map(({line}) => line)),
    ]);
  }, [plan, changes, option, found, whole, drawing, ruler, after, before, past]);
}
