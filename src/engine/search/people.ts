import type {Floor} from '../../core/search/problem.ts';
import {PlanError} from '../../domain/errors.ts';
import {ownColumns} from '../own-columns.ts';
import type {People} from '../people.ts';
import type {Workspace} from '../workspace.ts';
import type {SearchInput} from './fields.ts';

/** How many times a person of the most deprived fifth counts with the weights “most-deprived”, unless said otherwise. */
export const MOST_DEPRIVED_COUNT = 2.5;

/** Who is counted, and how many times each; what that means, in words. */
export interface Counted {
  /** People by area: what the objective, room and floors count. */
  people: Float64Array;
  priority: Float64Array | null;
  /** 1 for the areas that the planner named. */
  named: Uint8Array | null;
  stated: string[];
}

const known = (people: Float64Array): Float64Array => people.map((each) => (Number.isNaN(each) ? 0 : each));

/**
 * People and priorities by area. A planner’s own column is what an area counts in the objective, whoever lives there; where
 * room is looked at, residents still fill it, so there the column becomes a priority.
 */
export function countedIn(workspace: Workspace, asked: SearchInput, hasRooms: boolean): Counted {
  const people = workspace.people();
  const weights = asked.weights ?? 'residents';
  const stated: string[] = [];
  let counted: Float64Array = known(people.residents);
  let priority: Float64Array | null = null;
  if (weights === 'most-deprived') {
    const times = asked.deprivedCount ?? MOST_DEPRIVED_COUNT;
    priority = Float64Array.from(people.fifth, (fifth) => (fifth === 1 ? times : 1));
    stated.push(`Each resident of the most deprived fifth counts ${times} times.`);
  } else if (weights === 'residents') stated.push('Each resident counts once.');
  else if (/^\d+(\+|-\d+)$/.test(weights)) {
    counted = ofAge(people, weights);
    stated.push(`Residents aged ${weights} are counted.`);
  } else {
    const own = ownColumns(workspace).find(({column}) => column.toLowerCase() === weights.toLowerCase());
    if (!own)
      invalid(
        `Weights are residents, most-deprived, ages such as 65+, or a column of your own; “${weights}” is none of them.`,
        'weights',
      );
    const {values, column} = own;
    if (values.some((each) => each < 0))
      invalid(`The column “${column}” has numbers below nought, and nobody counts less than not at all.`, 'weights');
    if (hasRooms) priority = known(values).map((each, area) => (counted[area]! > 0 ? each / counted[area]! : 0));
    else counted = known(values);
    stated.push(`Each area counts as much as “${column}” says.`);
  }
  const named = asked.priority ? areasNamed(workspace, asked.priority) : null;
  if (named) {
    const times = asked.priorityCount ?? 2;
    priority ??= new Float64Array(people.codes.length).fill(1);
    named.forEach((is, area) => {
      if (is) priority![area]! *= times;
    });
    const areas = named.reduce((sum, each) => sum + each, 0);
    stated.push(`Each resident of the ${areas} priority areas counts ${times} times besides.`);
  }
  return {people: counted, priority, named, stated};
}

/** The floors asked for, each a share of residents of some kind within a cost. */
export function floorsIn(people: People, asked: SearchInput, {named}: Counted, perUnit: number): Floor[] {
  return (asked.floors ?? []).map(({share, whom, within}) => {
    const minutes = within ?? asked.within;
    if (minutes === undefined) invalid('A floor needs --within: the minutes it is about.', 'within');
    if (whom === 'priority' && !named)
      invalid('A floor for priority areas needs to know which they are. Name them with --priority.', 'priority');
    const of = (area: number) =>
      whom === 'residents' || (whom === 'priority' ? named![area] : people.fifth[area] === 1);
    const counts = known(people.residents).map((each, area) => (of(area) ? each : 0));
    if (whom !== 'residents' && counts.every((each) => each === 0))
      invalid(`Nobody in this project belongs to ${WHOM_WORDS[whom]}. Leave that floor out.`, 'floors');
    return {name: WHOM_WORDS[whom], people: counts, share, cutoff: minutes * perUnit};
  });
}

const WHOM_WORDS = {
  residents: 'residents',
  'most-deprived': 'the most deprived fifth',
  priority: 'the priority areas’ residents',
};

/** Areas by their code, or all areas of a ward, a district or a planner’s own neighbourhood, by its name. */
function areasNamed(workspace: Workspace, names: readonly string[]): Uint8Array {
  const {plan} = workspace;
  const people = workspace.people();
  const marks = new Uint8Array(people.codes.length);
  for (const name of names) {
    const wanted = name.toLowerCase();
    let found = false;
    for (let area = 0; area < marks.length; area++) {
      const code = people.codes[area]!;
      const own = plan.neighbourhood.get(plan.member.get(code)?.neighbourhood ?? '');
      const called = [code, people.names[area]!, people.wards[area]!, people.districts[area]!, own?.name ?? ''];
      if (!called.some((each) => each.toLowerCase() === wanted)) continue;
      marks[area] = 1;
      found = true;
    }
    if (!found) invalid(`There is no area, ward, district or neighbourhood “${name}” in this project.`, 'priority');
  }
  return marks;
}

function ofAge(people: People, weights: string): Float64Array {
  const [, from, to] = /^(\d+)(?:\+|-(\d+))$/.exec(weights)!;
  const bands = people.bands.map(({fromAge, toAge}) => `${fromAge}-${toAge}`).join(', ');
  const chosen = people.bands.flatMap(({fromAge, toAge}, band) =>
    fromAge >= Number(from) && (to === undefined || toAge <= Number(to)) ? [band] : [],
  );
  if (chosen.length === 0)
    invalid(`No ages of this project’s residents lie in ${weights}. It has: ${bands || 'no ages'}.`, 'weights');
  const counted = new Float64Array(people.codes.length);
  for (const band of chosen)
    for (let area = 0; area < counted.length; area++)
      counted[area]! += people.byBand[band * counted.length + area]! || 0;
  return counted;
}

function invalid(sentence: string, at: string): never {
  throw new PlanError('invalid', sentence, at);
}
