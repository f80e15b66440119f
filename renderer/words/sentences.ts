import {isClosed, servicesAt} from '../../src/domain/placement.ts';
import type {Plan} from '../../src/domain/plan.ts';
import type {Site} from '../../src/domain/site.ts';
import type {AreaLine} from '../contract.ts';
import {fifthName} from './deprivation.ts';
import {minutesText, plural} from './numbers.ts';

/** Sentences about things on the map, for reading and for a screen reader. */

export {travelPhrase} from '../../src/domain/mode.ts';

export function siteSentence(plan: Plan, option: string, site: Site): string {
  const services = servicesAt(plan, option, site.id).map((id) => plan.service.get(id)?.name ?? id);
  const standing = isClosed(plan, option, site.id)
    ? 'Closed site'
    : site.standing === 'existing'
      ? 'Existing site'
      : 'Candidate site';
  const offers = services.length === 0 ? 'No service there' : services.join(', ');
  return `${site.name}. ${standing}. ${offers}.`;
}

export function residentsText({residents}: AreaLine): string {
  return residents === null ? 'residents not known' : plural(residents, 'resident');
}

export function areaSentence(area: AreaLine, minutes?: number | null, site?: string | null): string {
  const parts = [`${area.name}`, residentsText(area), fifthName(area.fifth).toLowerCase()];
  if (minutes !== undefined)
    parts.push(
      minutes === null ? 'no site can be reached' : `${minutesText(minutes)} to ${site ?? 'the closest site'}`,
    );
  return `${parts.join(', ')}.`;
}

/** How many times a most deprived person counts as another: 1 ÷ (1 − weight). */
export function weightPhrase(weight: number): string {
  if (weight <= 0) return 'everyone';
  if (weight >= 1) return 'the most deprived fifth only';
  return `the most deprived first (×${Number((1 / (1 - weight)).toFixed(1))})`;
}

const EVIDENCE_WORDS: Record<string, string> = {
  boundaries: 'boundaries of small areas',
  centroids: 'population-weighted centroids',
  deprivation: 'deprivation',
  residents: 'residents by age',
  sites: 'sites',
  streets: 'streets',
  'travel-times': 'travel times',
  columns: 'columns of your own',
  postcodes: 'postcodes',
  lookup: 'lookup between editions of areas',
};

export function evidenceWords(kind: string): string {
  return EVIDENCE_WORDS[kind] ?? kind;
}

/** What each kind of evidence is called by its publisher, and where to get it. */
export const WHERE_TO_GET: Record<string, string> = {
  boundaries: 'LSOA (2021) boundaries, GeoJSON, from the ONS Open Geography Portal',
  deprivation: 'Indices of Deprivation 2025, from GOV.UK (File 1 or File 7)',
  residents: 'Census 2021 residents by age for LSOAs, from ONS or Nomis',
  sites: 'a list of sites with coordinates: GeoJSON or CSV',
  streets: 'OpenStreetMap streets of the region (.osm.pbf), from Geofabrik',
};

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]!}`;
}
