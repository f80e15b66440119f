/** From a file of OpenStreetMap to the graphs of all three modes, beside others' readers; and whether nothing was overlooked. */
import {readFileSync, statSync} from 'node:fs';
import {modeGraph} from '../../graph/mode-graph.ts';
import {defaultSpeedSettings} from '../../graph/speeds.ts';
import {STREET_MODES} from '../../graph/street-network.ts';
import {drain} from '../../job.ts';
import {readOsm} from '../../read/osm-streets.ts';
import {timed} from './measure-graph.ts';
import {hasOsmium, osmiumCounts} from './osmium.ts';
import {hasOsrm, osrmExtracts} from './osrm.ts';
import {hasRoutingKit, routingKitReads} from './routingkit.ts';

export interface Reading {
  name: string;
  megabytes: number;
  nodes: number;
  ways: number;
  /** Objects that osmium counts and we do not, or the other way round. */
  countsDiffer: number | undefined;
  restrictions: number;
  readSeconds: number;
  graphsSeconds: number;
  peakMegabytes: number;
  routingKitSeconds: number | undefined;
  osrmSeconds: number | undefined;
  osmiumSeconds: number | undefined;
}

/** The quicker of two, as the first also pays for the compiler. */
export function measureReading(name: string, path: string): Reading {
  const first = readOnce(path);
  const second = readOnce(path);
  const best = first.readSeconds + first.graphsSeconds < second.readSeconds + second.graphsSeconds ? first : second;
  const osmium = hasOsmium() ? osmiumCounts(path) : undefined;
  const {nodes, ways, relations} = best.found;
  return {
    name,
    megabytes: statSync(path).size / 1e6,
    nodes,
    ways,
    countsDiffer:
      osmium && Math.abs(nodes - osmium.nodes) + Math.abs(ways - osmium.ways) + Math.abs(relations - osmium.relations),
    restrictions: best.restrictions,
    readSeconds: best.readSeconds,
    graphsSeconds: best.graphsSeconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    routingKitSeconds: hasRoutingKit() ? routingKitReads(path) : undefined,
    osrmSeconds: hasOsrm() ? osrmExtracts(path) : undefined,
    osmiumSeconds: osmium?.seconds,
  };
}

function readOnce(path: string) {
  const reading = timed(() => {
    const bytes = readFileSync(path);
    return drain(
      readOsm({
        name: path,
        bytes: bytes.length,
        *open() {
          for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
        },
      }),
    );
  });
  const read = reading.value;
  if (!read.ok) throw new Error(read.sentence);
  const graphs = timed(() => {
    for (const mode of STREET_MODES) drain(modeGraph(read.network, mode, defaultSpeedSettings()));
  });
  const {found, restrictionsTaken: restrictions} = read.report;
  return {found, restrictions, readSeconds: reading.ms / 1000, graphsSeconds: graphs.ms / 1000};
}
