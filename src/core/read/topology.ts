import {Unreadable} from './unreadable.ts';

/**
 * TopoJSON to features: arcs are shared between neighbours, so a border is stored once and stays shared. Decoded as its
 * specification says: quantised arcs are differences to be summed and scaled, `~i` is arc i backwards, and arcs of a ring
 * follow one another with their common point once.
 */
interface Topology {
  objects?: unknown;
  arcs?: unknown;
  transform?: unknown;
}

type Position = [number, number];

export interface TopologyFeature {
  properties: Record<string, unknown>;
  geometry: object | null;
}

export function topologyFeatures(topology: Topology, name: string): TopologyFeature[] {
  const arcs = arcsOf(topology, name);
  const features: TopologyFeature[] = [];
  const objects = topology.objects;
  if (typeof objects !== 'object' || objects === null) throw broken(name);
  for (const object of Object.values(objects)) collect(object, 0);
  return features;

  function collect(object: unknown, depth: number): void {
    if (typeof object !== 'object' || object === null || depth > 8) throw broken(name);
    const {type, geometries, properties, id} = object as {
      type?: unknown;
      geometries?: unknown;
      properties?: unknown;
      id?: unknown;
    };
    if (type === 'GeometryCollection' && Array.isArray(geometries)) {
      for (const geometry of geometries) collect(geometry, depth + 1);
      return;
    }
    const own = typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
    features.push({properties: id === undefined || 'id' in own ? own : {...own, id}, geometry: geometryOf(object)});
  }

  function geometryOf(object: object): object | null {
    const {type, arcs: own, coordinates} = object as {type?: unknown; arcs?: unknown; coordinates?: unknown};
    if (type === 'Polygon') return {type, coordinates: rings(own)};
    if (type === 'MultiPolygon') return {type, coordinates: list(own).map(rings)};
    if (type === 'Point') return {type, coordinates: scaled(coordinates)};
    return typeof type === 'string' ? {type, coordinates: []} : null;
  }

  function rings(value: unknown): Position[][] {
    return list(value).map((indices) => {
      const ring: Position[] = [];
      for (const index of list(indices)) {
        const arc = typeof index === 'number' ? arcs[index < 0 ? ~index : index] : undefined;
        if (!arc) throw broken(name);
        const along = (index as number) < 0 ? arc.toReversed() : arc;
        for (let at = ring.length > 0 ? 1 : 0; at < along.length; at++) ring.push(along[at]!);
      }
      return ring;
    });
  }

  function scaled(value: unknown): unknown {
    const quantised = transformOf(topology, name);
    const pair = position(value, name);
    return quantised
      ? [pair[0] * quantised.scale[0] + quantised.translate[0], pair[1] * quantised.scale[1] + quantised.translate[1]]
      : pair;
  }

  function list(value: unknown): unknown[] {
    if (!Array.isArray(value)) throw broken(name);
    return value;
  }
}

function arcsOf(topology: Topology, name: string): Position[][] {
  const quantised = transformOf(topology, name);
  if (!Array.isArray(topology.arcs)) throw broken(name);
  return topology.arcs.map((arc: unknown) => {
    if (!Array.isArray(arc)) throw broken(name);
    let x = 0;
    let y = 0;
    return arc.map((pair: unknown): Position => {
      const [dx, dy] = position(pair, name);
      if (!quantised) return [dx, dy];
      x += dx;
      y += dy;
      return [x * quantised.scale[0] + quantised.translate[0], y * quantised.scale[1] + quantised.translate[1]];
    });
  });
}

function transformOf({transform}: Topology, name: string): {scale: Position; translate: Position} | null {
  if (transform === undefined) return null;
  const {scale, translate} = (transform ?? {}) as {scale?: unknown; translate?: unknown};
  return {scale: position(scale, name), translate: position(translate, name)};
}

function position(value: unknown, name: string): Position {
  if (!Array.isArray(value) || typeof value[0] !== 'number' || typeof value[1] !== 'number') throw broken(name);
  return [value[0], value[1]];
}

function broken(name: string): Unreadable {
  return new Unreadable(
    `${name} is TopoJSON whose arcs do not fit together. Download it again, or export it as GeoJSON.`,
  );
}
