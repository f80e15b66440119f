import {feature} from 'topojson-client';
import {Unreadable} from './unreadable.ts';

type Topology = Parameters<typeof feature>[0];

export interface TopologyFeature {
  properties: Record<string, unknown>;
  geometry: object | null;
}

/** All objects of a TopoJSON file as features. Neighbours share their border to the last digit, as they share its arc. */
export function topologyFeatures(topology: object, name: string): TopologyFeature[] {
  const {objects} = topology as {objects?: unknown};
  if (typeof objects !== 'object' || objects === null) throw broken(name);
  return Object.values(objects).flatMap((object) => featuresIn(topology as Topology, object, name));
}

/** The library trusts its input: arcs that are missing or of another kind end in an error of the language. */
function featuresIn(topology: Topology, object: unknown, name: string): TopologyFeature[] {
  try {
    const found = feature(topology, object as Topology['objects'][string]);
    const features = 'features' in found ? found.features : [found];
    return features.map(({id, properties, geometry}) => {
      const own: Record<string, unknown> = properties ?? {};
      return {properties: id === undefined || 'id' in own ? own : {...own, id}, geometry};
    });
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw broken(name);
    throw error;
  }
}

function broken(name: string): Unreadable {
  return new Unreadable(
    `${name} is TopoJSON whose arcs do not fit together. Download it again, or export it as GeoJSON.`,
  );
}
