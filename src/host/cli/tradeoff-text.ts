import type {Curve, FairCurve, Stability} from '../../engine/search/tradeoffs.ts';
import {oneDecimal, table, whole} from './table.ts';

const minutes = (value: number | null | undefined) => (value == null ? '–' : oneDecimal(value));
const people = (value: number | null | undefined) => (value == null ? '–' : whole(value));

/** A curve as a table: what each arrangement costs and what it means for people. */
export function curveText(curve: Curve | FairCurve): string {
  const price = 'price' in curve ? curve.price : null;
  const rows = curve.tried.map(({title, objective, proof, sites, outcome}, index) => [
    title,
    objective === null ? '–' : oneDecimal(objective),
    minutes(outcome?.minutes),
    minutes(outcome?.deprivedMinutes),
    minutes(outcome?.gapMinutes),
    minutes(outcome?.longest),
    people(outcome?.within),
    people(outcome?.deprivedWithin),
    ...(price ? [price[index] == null ? '–' : `${(price[index] * 100).toFixed(1)} %`] : []),
    sites.length > 0
      ? sites
          .filter(({isNew}) => isNew)
          .map(({name}) => name)
          .join(', ') || 'none new'
      : proof,
  ]);
  const now = curve.now;
  rows.unshift([
    'as now',
    '',
    minutes(now.minutes),
    minutes(now.deprivedMinutes),
    minutes(now.gapMinutes),
    minutes(now.longest),
    people(now.within),
    people(now.deprivedWithin),
    ...(price ? [''] : []),
    '',
  ]);
  const headings = [
    'Arrangement',
    `>${curve.unit}`,
    '>Mean min',
    '>Most deprived',
    '>Gap',
    '>Longest',
    '>Within',
    '>Deprived within',
    ...(price ? ['>Price of fairness'] : []),
    'New sites',
  ];
  const proofs = [...new Set(curve.tried.map(({proof}) => proof))];
  return [table(headings, rows), '', ...curve.stated, ...proofs].join('\n');
}

/** In how many of the variants each site is in, and where it is not. */
export function stabilityText({sites, tried, stated}: Stability): string {
  const rows = sites.map((site) => [
    site.name,
    site.isNew ? 'new' : 'stays',
    `${site.in} of ${site.of}`,
    site.missing.length > 0 ? site.missing.join('; ') : '',
  ]);
  const without = tried.filter((each) => each.sites.length === 0).map(({title, proof}) => `${title}: ${proof}`);
  return [table(['Site', 'Now', '>In', 'Not with'], rows), '', ...stated, ...without].join('\n');
}
