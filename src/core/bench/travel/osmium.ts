/** osmium: counts what is in a file of OpenStreetMap, and makes a larger one of it. */
import {printed, processorSeconds, succeeds} from './peer-folder.ts';

export function hasOsmium(): boolean {
  return succeeds('osmium', '--version');
}

export interface OsmiumCounts {
  seconds: number;
  nodes: number;
  ways: number;
  relations: number;
}

export function osmiumCounts(path: string): OsmiumCounts {
  const info = JSON.parse(printed('osmium', 'fileinfo', '-e', '-j', path)) as {
    data: {count: Omit<OsmiumCounts, 'seconds'>};
  };
  const {nodes, ways, relations} = info.data.count;
  return {seconds: processorSeconds('osmium', 'fileinfo', '-e', path), nodes, ways, relations};
}
