/** What the two passes over a file gather: the streets first, then where their points are. */
import {GrowingFloat64, GrowingInt32} from '../graph/growing.ts';
import {DEGREE} from '../graph/street-network.ts';
import {passingOf, vertexFlagsOf} from './osm-barrier.ts';
import {OsmNodeIds} from './osm-node-ids.ts';
import type {Member, OsmSink, Tags} from './osm-source.ts';
import {OsmTally} from './osm-tally.ts';
import {type TurnRelation, turnOf} from './osm-turns.ts';
import {streetOf} from './osm-way.ts';

/** A node that no node record has placed. */
export const UNPLACED = -0x80000000;

export class StreetCollector implements OsmSink {
  readonly wayIds = new GrowingFloat64();
  readonly classes = new GrowingInt32();
  readonly uses = new GrowingInt32();
  readonly flags = new GrowingInt32();
  readonly limits = new GrowingInt32();
  readonly limitsBack = new GrowingInt32();
  readonly names = new GrowingInt32();
  readonly durations = new GrowingInt32();
  readonly refFirst = new GrowingInt32();
  readonly refs = new GrowingFloat64();
  readonly nameList: string[] = [''];
  readonly #nameOf = new Map<string, number>([['', 0]]);
  readonly turns: TurnRelation[] = [];
  readonly waysLeftOut = new OsmTally();
  readonly turnsLeftOut = new OsmTally();

  /** Set by `wantNodes`. */
  nodes = new OsmNodeIds(new Float64Array(0));
  lng = new Int32Array(0);
  lat = new Int32Array(0);
  passing = new Uint8Array(0);
  nodeFlags = new Uint8Array(0);
  missingPoints = 0;

  get waysTaken(): number {
    return this.wayIds.length;
  }

  way(id: number, tags: Tags, refs: readonly number[]): void {
    if (!tags.has('highway') && !tags.has('route')) return;
    const street = streetOf(tags);
    const why = typeof street === 'string' ? street : 'fewer than two points';
    if (typeof street === 'string' || refs.length < 2) {
      this.waysLeftOut.add(why);
      return;
    }
    this.wayIds.push(id);
    this.classes.push(street.classCode);
    this.uses.push(street.use);
    this.flags.push(street.flags);
    this.limits.push(street.limit);
    this.limitsBack.push(street.limitBack);
    this.names.push(this.#name(street.name));
    this.durations.push(street.duration);
    this.refFirst.push(this.refs.length);
    for (let i = 0; i < refs.length; i++) this.refs.push(refs[i]!);
  }

  #name(name: string): number {
    const known = this.#nameOf.get(name);
    if (known !== undefined) return known;
    const place = this.nameList.push(name) - 1;
    this.#nameOf.set(name, place);
    return place;
  }

  relation(_id: number, tags: Tags, members: readonly Member[]): void {
    if (tags.get('type') !== 'restriction') return;
    const turn = turnOf(tags, members);
    if (typeof turn === 'string') this.turnsLeftOut.add(turn);
    else this.turns.push(turn);
  }

  /** After the first pass. */
  wantNodes(): void {
    this.nodes = new OsmNodeIds(this.refs.view().slice());
    const count = this.nodes.ids.length;
    this.lng = new Int32Array(count).fill(UNPLACED);
    this.lat = new Int32Array(count);
    this.passing = new Uint8Array(count);
    this.nodeFlags = new Uint8Array(count);
  }

  node(id: number, lng: number, lat: number): void {
    const at = this.nodes.indexOf(id);
    if (at < 0 || !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return;
    this.lng[at] = Math.round(lng * DEGREE);
    this.lat[at] = Math.round(lat * DEGREE);
  }

  nodeTags(id: number, tags: () => Tags): void {
    const at = this.nodes.indexOf(id);
    if (at < 0) return;
    const all = tags();
    this.passing[at] = passingOf(all);
    this.nodeFlags[at] = vertexFlagsOf(all);
  }
}
