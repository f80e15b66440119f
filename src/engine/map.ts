import {HIGHWAY_CLASSES} from '../core/graph/highway-class.ts';
import {eachPoint} from '../core/graph/street-network.ts';
import type {Job} from '../core/job.ts';
import type {AreaShape} from '../core/shapes/catchment.ts';
import {catchment} from '../core/shapes/catchment.ts';
import {areaMesh} from '../core/shapes/mesh/area-mesh.ts';
import {ringsOf} from '../core/shapes/mesh/rings.ts';
import {meshBytes} from '../domain/area-mesh.ts';
import {PlanError} from '../domain/errors.ts';
import {readAreas} from '../store/evidence.ts';
import {areaShapes} from './area-shapes.ts';
import {opened} from './context.ts';
import {maybe, text} from './fields.ts';
import {job, query} from './kinds.ts';
import {landscapeShapes} from './landscape.ts';
import {orNull} from './people.ts';
import {siteNamed} from './question.ts';
import type {NotYet} from './standings.ts';
import {standings} from './standings.ts';
import {networkOf} from './streets.ts';
import {travelFields} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** A line of the table of areas: who lives where, and how deprived they are. */
export interface AreaLine {
  code: string;
  name: string;
  ward: string;
  district: string;
  lng: number;
  lat: number;
  /** Whether the point is a population-weighted centroid; else it is only a point inside the area. */
  weighted: boolean;
  /** Null where the evidence has none for this area. */
  residents: number | null;
  decile: number | null;
  fifth: number | null;
}

/** GeoJSON as it goes over the wire; MapLibre fetches and parses it in a worker of its own. */
export interface Shapes {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    id?: number;
    properties: Record<string, string | number | null>;
    geometry: {type: string; coordinates: unknown};
  }[];
}

export interface CatchmentAnswer {
  state: 'ready';
  site: string;
  shape: AreaShape | null;
  squareKilometres: number;
  residents: number;
  areas: number;
}

/** How much of the streets a drawing at this rank shows: 1 main roads … 4 paths. */
const RANK: Record<string, number> = {
  motorway: 1,
  motorway_link: 1,
  trunk: 1,
  trunk_link: 1,
  primary: 1,
  primary_link: 1,
  secondary: 2,
  secondary_link: 2,
  tertiary: 2,
  tertiary_link: 2,
  unclassified: 3,
  residential: 3,
  living_street: 3,
  road: 3,
  pedestrian: 3,
};

/** Streets by rank as one feature each: quick to draw, and quiet under everything else. */
function streetShapes(workspace: Workspace): Shapes {
  const network = networkOf(workspace);
  const lines = new Map<number, [number, number][][]>();
  if (network) {
    for (let edge = 0; edge < network.edgeFrom.length; edge++) {
      const rank = RANK[HIGHWAY_CLASSES[network.edgeClass[edge]!]!] ?? 4;
      const line: [number, number][] = [];
      eachPoint(network, edge, (lng, lat) => line.push([lng, lat]));
      const of = lines.get(rank);
      if (of) of.push(line);
      else lines.set(rank, [line]);
    }
  }
  return {
    type: 'FeatureCollection',
    features: [...lines]
      .sort(([a], [b]) => b - a)
      .map(([rank, coordinates]) => ({
        type: 'Feature',
        properties: {rank},
        geometry: {type: 'MultiLineString', coordinates},
      })),
  };
}

export const map = {
  'evidence.areas': query({}, (context): AreaLine[] => {
    const people = opened(context).people();
    return people.codes.map((code, area) => ({
      code,
      name: people.names[area]!,
      ward: people.wards[area]!,
      district: people.districts[area]!,
      lng: people.lng[area]!,
      lat: people.lat[area]!,
      weighted: people.weighted[area] === 1,
      residents: orNull(people.residents[area]!),
      decile: people.decile[area] || null,
      fifth: people.fifth[area] || null,
    }));
  }),

  /** All areas as one mesh, in code order: bytes for a graphics card, in base 64 since messages are JSON. */
  'map.mesh': job({}, function* (context): Job<{base64: string}> {
    const areas = readAreas(opened(context).file.db);
    const mesh = yield* areaMesh(ringsOf(areas.map(({polygons}) => polygons)));
    return {base64: Buffer.from(meshBytes(mesh).buffer).toString('base64')};
  }),

  'map.streets': query({}, (context): Shapes => streetShapes(opened(context))),
  'map.landscape': query({}, (context): Shapes => landscapeShapes(opened(context))),

  'travel.catchment': job(
    {service: text(80), site: text(200), option: maybe(text(80)), ...travelFields},
    function* (context, {service, site, option, ...travel}): Job<CatchmentAnswer | NotYet> {
      const workspace = opened(context);
      const {id, name} = siteNamed(workspace.plan, site);
      const standing = standings(context, {service, option, against: option, ...travel, within: 600, weight: 0});
      if ('state' in standing) return standing;
      if (!standing.offering.has(id)) {
        throw new PlanError(
          'invalid',
          `${name} doesn’t offer this service in this option, so it has no catchment.`,
          'site',
        );
      }
      const shapes = areaShapes(workspace);
      const of = yield* catchment(
        standing.measured.indexOf.get(id)!,
        standing.now.site,
        standing.people.residents,
        shapes,
      );
      return {
        state: 'ready',
        site: id,
        shape: of.shape,
        squareKilometres: of.squareKilometres,
        residents: of.people,
        areas: of.areas,
      };
    },
  ),
};
