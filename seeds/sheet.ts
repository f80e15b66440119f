import type {Blocks} from './blocks.ts';
import type {Ground} from './ground.ts';
import {toLonLat} from './place.ts';
import type {Point} from './plane.ts';
import type {Streets} from './streets.ts';
import type {Osm, OsmMember, Tags} from './write-pbf.ts';

/** What the street file is drawn from. */
export type Survey = {readonly blocks: Blocks; readonly ground: Ground; readonly streets: Streets};

/**
 * A sheet of OpenStreetMap objects being drawn. Nodes are those of the ground and new ones put down; only nodes that
 * something uses are kept, and all are numbered from 1 in the order of first use.
 */
export class Sheet {
  private readonly points: Point[];
  private readonly lonLats: Point[];
  private readonly nodeTags = new Map<number, Tags>();
  private readonly ways: {nodes: readonly number[]; tags: Tags}[] = [];
  private readonly relations: {members: readonly OsmMember[]; tags: Tags}[] = [];

  constructor(ground: Ground) {
    this.points = [...ground.nodes];
    this.lonLats = [...ground.lonLat];
  }

  at(node: number): Point {
    return this.points[node]!;
  }

  put(at: Point, tags?: Tags): number {
    this.points.push(at);
    this.lonLats.push(toLonLat(at));
    const node = this.points.length - 1;
    if (tags) this.tag(node, tags);
    return node;
  }

  tag(node: number, tags: Tags): void {
    this.nodeTags.set(node, {...this.nodeTags.get(node), ...tags});
  }

  /** Draws a way and gives its number. */
  draw(nodes: readonly number[], tags: Tags): number {
    return this.ways.push({nodes, tags});
  }

  relate(members: readonly OsmMember[], tags: Tags): void {
    this.relations.push({members, tags});
  }

  wayNodes(way: number): readonly number[] {
    return this.ways[way - 1]!.nodes;
  }

  finished(): Osm {
    const ids = new Map<number, number>();
    const idOf = (node: number) => {
      const id = ids.get(node) ?? ids.size + 1;
      ids.set(node, id);
      return id;
    };
    const ways = this.ways.map(({nodes, tags}, i) => ({id: i + 1, nodes: nodes.map(idOf), tags}));
    for (const node of this.nodeTags.keys()) idOf(node);
    const nodes = [...ids].map(([node, id]) => ({
      id,
      lon: this.lonLats[node]![0],
      lat: this.lonLats[node]![1],
      tags: this.nodeTags.get(node) ?? {},
    }));
    const relations = this.relations.map(({members, tags}, i) => ({
      id: i + 1,
      members: members.map((m) => (m.kind === 'node' ? {...m, id: idOf(m.id)} : m)),
      tags,
    }));
    return {nodes, ways, relations};
  }
}
