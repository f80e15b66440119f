import {chance} from './chance.ts';
import {partOf} from './ground.ts';
import {BANNED_TURNS, banTurns, layRoundabouts, meeting} from './junctions.ts';
import {SEED, SETTLEMENTS} from './place.ts';
import {distance, lengthOf, type Point} from './plane.ts';
import type {Sheet, Survey} from './sheet.ts';
import {isDrivable, type Street} from './street.ts';
import {type NameKind, streetNamer} from './street-names.ts';
import type {Tags} from './write-pbf.ts';

/** Streets as named ways: edges that run on into one another in the same manner are one way with one name. */
export function drawWays(survey: Survey, sheet: Sheet): void {
  const {ground, streets} = survey;
  const next = chance(SEED + 50);
  const nameFor = streetNamer(next);
  const lines = new Map(streets.all.map((s) => [s.edge, [...ground.alongEdge[s.edge]!]]));
  layRoundabouts(survey, sheet, lines);
  const wayOf = new Map<number, number>();
  const breaks = new Set(BANNED_TURNS.map(([a, b]) => meeting(survey, a, b)));
  for (const street of streets.all) {
    if (wayOf.has(street.edge)) continue;
    if (street.stub) {
      wayOf.set(street.edge, drawStub(street, lines.get(street.edge)!, sheet, nameFor('close'), next()));
      continue;
    }
    const run = runOn(survey, street, lines, wayOf, breaks);
    const nodes = run.flatMap(({edge, forward}, i) => {
      const line = forward ? lines.get(edge)! : [...lines.get(edge)!].reverse();
      return i === 0 ? line : line.slice(1);
    });
    const length = lengthOf(nodes.map((n) => sheet.at(n)));
    const name = street.name || (isDrivable(street.class) || length > 260 ? nameFor(kindOf(survey, street)) : '');
    const flow = street.oneWay * (run.find((r) => r.edge === street.edge)!.forward ? 1 : -1);
    const way = sheet.draw(flow === -1 ? nodes.reverse() : nodes, tagsOf(street, name));
    for (const {edge} of run) wayOf.set(edge, way);
  }
  banTurns(survey, sheet, wayOf);
}

function tagsOf(street: Street, name: string): Tags {
  const tags: Record<string, string> = {highway: street.class};
  if (name) tags.name = name;
  if (isDrivable(street.class) && street.speed > 0) tags.maxspeed = `${street.speed} mph`;
  if (street.oneWay !== 0) tags.oneway = 'yes';
  if (street.bridge)
    Object.assign(tags, {
      bridge: 'yes',
      layer: '1',
      'bridge:name': name === 'Bridge Street' ? 'Old Bridge' : 'Ropery Bridge',
    });
  if (street.class === 'cycleway') Object.assign(tags, {foot: 'yes', bicycle: 'designated'});
  if (street.name === 'Carr Causeway') Object.assign(tags, {bicycle: 'yes', surface: 'gravel'});
  if (street.class === 'track') Object.assign(tags, {motor_vehicle: 'private', foot: 'yes'});
  return tags;
}

/** A close: a street that ends, and perhaps a path or a row of bollards from there to the next street. */
function drawStub(street: Street, line: readonly number[], sheet: Sheet, name: string, draw: number): number {
  const {from, share, path} = street.stub!;
  const out = line[0] === from || line[line.length - 1] !== from ? [...line] : [...line].reverse();
  const points = out.map((n) => sheet.at(n));
  const built = partOf(points, share);
  const end = sheet.put(built[built.length - 1]!);
  const rest = [end, ...out.slice(built.length - 1)];
  if (path && draw < 0.12) {
    // A street closed to cars half-way: one name, bollards in the middle.
    sheet.tag(end, {barrier: 'bollard'});
    return sheet.draw([...out.slice(0, built.length - 1), ...rest], {highway: 'residential', name, maxspeed: '20 mph'});
  }
  if (!path) sheet.tag(end, {noexit: 'yes'});
  const way = sheet.draw([...out.slice(0, built.length - 1), end], {highway: 'residential', name, maxspeed: '20 mph'});
  if (path) sheet.draw(rest, {highway: 'footway'});
  return way;
}

function kindOf({blocks}: Survey, street: Street): NameKind {
  const e = blocks.edges[street.edge]!;
  const home = Math.max(blocks.seeds[e.left]!.home, blocks.seeds[e.right]!.home);
  return home === -1 ? 'lane' : SETTLEMENTS[home]!.pattern;
}

type Run = {edge: number; forward: boolean}[];

/** The edges that carry one street on in both directions, as straight as they can. */
function runOn(
  survey: Survey,
  street: Street,
  lines: ReadonlyMap<number, number[]>,
  done: ReadonlyMap<number, number>,
  breaks: ReadonlySet<number>,
): Run {
  const run: Run = [{edge: street.edge, forward: true}];
  const taken = new Set([street.edge]);
  for (const atEnd of [true, false]) {
    for (let tip = run[atEnd ? run.length - 1 : 0]; tip; ) {
      const more = onward(survey, street, tip, atEnd, lines, (i) => done.has(i) || taken.has(i), breaks);
      if (!more || run.length >= (street.name ? 400 : 16)) break;
      taken.add(more.edge);
      if (atEnd) run.push(more);
      else run.unshift(more);
      tip = more;
    }
  }
  return run;
}

function onward(
  survey: Survey,
  like: Street,
  tip: Run[number],
  atEnd: boolean,
  lines: ReadonlyMap<number, number[]>,
  isTaken: (i: number) => boolean,
  breaks: ReadonlySet<number>,
): Run[number] | undefined {
  const {blocks, streets, ground} = survey;
  const line = lines.get(tip.edge)!;
  const corner = tip.forward === atEnd ? line[line.length - 1]! : line[0]!;
  // A line that ends on a roundabout ends there.
  if (corner >= blocks.corners.length || breaks.has(corner)) return undefined;
  const before = tip.forward === atEnd ? line[line.length - 2]! : line[1]!;
  let [best, straightest]: [Run[number] | undefined, number] = [undefined, like.name ? 0.1 : 0.6];
  // Where nothing else meets it, a street runs on round any bend.
  if (blocks.edgesAt[corner]!.filter((i) => streets.at.has(i)).length === 2) straightest = -1;
  for (const i of blocks.edgesAt[corner]!) {
    const s = streets.at.get(i);
    if (
      !s ||
      isTaken(i) ||
      s.stub ||
      s.class !== like.class ||
      s.name !== like.name ||
      s.speed !== like.speed ||
      s.bridge !== like.bridge
    )
      continue;
    const leaves = lines.get(i)![0] === corner;
    const forward = leaves === atEnd;
    if ((s.oneWay === 0) !== (like.oneWay === 0)) continue;
    if (
      like.oneWay !== 0 &&
      ((s.oneWay === 1) === forward) !== ((streets.at.get(tip.edge)!.oneWay === 1) === tip.forward)
    )
      continue;
    const after = leaves ? ground.alongEdge[i]![1]! : ground.alongEdge[i]![ground.alongEdge[i]!.length - 2]!;
    const run = straightness(
      ground.nodes[before] ?? ground.nodes[corner]!,
      ground.nodes[corner]!,
      ground.nodes[after]!,
    );
    if (run > straightest) [best, straightest] = [{edge: i, forward}, run];
  }
  return best;
}

function straightness(a: Point, b: Point, c: Point): number {
  const dot = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
  return dot / (distance(a, b) * distance(b, c) + 1e-9);
}
