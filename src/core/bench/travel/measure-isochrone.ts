/** The ground from which places are reached within some minutes: from a click to its polygons. */
import {reachOf} from '../../graph/reach.ts';
import {type Snap, snap} from '../../graph/snap.ts';
import {DEGREE} from '../../graph/street-network.ts';
import {drain} from '../../job.ts';
import {isochrone} from '../../shapes/isochrone.ts';
import {timed} from './measure-graph.ts';
import {graphOf, random} from './streets-of.ts';
import {hasValhalla, valhallaShapes} from './valhalla.ts';

export interface Shapes {
  name: string;
  minutes: number;
  places: number;
  half: number;
  most: number;
  valhalla: {half: number; most: number; tilesSeconds: number} | undefined;
}

const PLACES = 100;
/** Valhalla is asked for the first of them. */
const ASKED = 20;
const WARM = 20;

export function measureIsochrone(name: string, path: string, minutes: number): Shapes {
  const graph = graphOf(path, 'drive');
  const next = random(5);
  const {vertexLng, vertexLat} = graph.network;
  const somewhere = (): Snap => {
    const vertex = Math.floor(next() * vertexLng.length);
    return snap(graph, vertexLng[vertex]! / DEGREE, vertexLat[vertex]! / DEGREE);
  };
  const places = Array.from({length: PLACES}, somewhere).filter(({reason}) => reason === 'snapped');
  const shape = ({lng, lat}: Snap) => {
    const place = snap(graph, lng, lat);
    return isochrone(graph, drain(reachOf(graph, place, minutes * 60)), [minutes]);
  };
  for (const place of places.slice(0, WARM)) shape(place);
  const ms = places.map((place) => timed(() => shape(place)).ms);
  const peer = hasValhalla()
    ? valhallaShapes(
        path,
        places.slice(0, ASKED).map(({lng, lat}) => [lng, lat] as [number, number]),
        minutes,
      )
    : undefined;
  return {
    name,
    minutes,
    places: places.length,
    half: quantile(ms, 0.5),
    most: quantile(ms, 0.95),
    valhalla: peer && {
      half: quantile(peer.shapeMs, 0.5),
      most: quantile(peer.shapeMs, 0.95),
      tilesSeconds: peer.tilesSeconds,
    },
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
