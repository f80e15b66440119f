import {readFileSync} from 'node:fs';
import type {SearchAnswer} from '../../engine/search.ts';
import type {Command} from './commands.ts';
import {openNamed} from './session.ts';
import {oneDecimal, table, whole} from './table.ts';
import {refuse, type Words} from './words.ts';

const PROBLEMS = [
  'p-median',
  'p-centre',
  'mclp',
  'lscp',
  'lscp-b',
  'bacop1',
  'bacop2',
  'clscp',
  'capacitated-p-median',
  'kn-p-median',
  'p-dispersion',
] as const;

/** `closer search`: the planner’s sentence as settings, the answer as a page of text or as JSON. */
export const SEARCH: Command = {
  usage:
    'PROJECT.gpkg --problem KIND --service KEY --mode MODE --open N [--within MIN] [--weights WHO] [--fix-open SITE…] [--fix-closed SITE…] [--budget POUNDS] [--capacity] [--floor SHARE] [--seconds S] [--seed N] [--json]',
  about: 'Finds which sites to open, says how far from the best that can be, and why these.',
  details: [
    `--problem KIND      ${PROBLEMS.slice(0, 6).join(', ')},`,
    `                    ${PROBLEMS.slice(6).join(', ')}`,
    '--service KEY       general-practice, pharmacy, …; “closer info” lists them',
    '--mode MODE         drive, walk or cycle',
    '--open N            sites open in all, the fixed ones among them; lscp and clscp: at most so many',
    '--keep              every site that offers the service stays, and --open counts new ones besides',
    '--close N           instead of --open: close so many of the sites that offer it, with least harm',
    '--among WHICH       choose from all sites (if not said), offering or candidates',
    '--option NAME       the arrangement begun from (as now, if not said)',
    '--within MIN        who is within this of an open site is covered; with --measure kilometres: kilometres',
    '--measure WHAT      minutes (if not said) or kilometres',
    '--weights WHO       residents (if not said), most-deprived (their fifth counts 2.5 times), or ages such as 65+',
    '--deprived-count X  how many times the most deprived fifth counts instead',
    '--fix-open SITE…    sites that are open, by id, code or name',
    '--fix-closed SITE…  sites that are not',
    '--budget POUNDS     what the sites may cost together',
    '--costs FILE.csv    lines of site,pounds; sites that offer the service now cost nothing if not named',
    '--site-cost POUNDS  what a site costs that the file does not name',
    '--capacity          each site takes no more than it has room for',
    '--room RESIDENTS    the room of a site whose capacity is not known',
    '--floor SHARE       at least this share of residents within --within',
    '--floor-for WHO     residents (if not said) or most-deprived',
    '--leave-out         areas that no site could cover need not be covered; they are counted',
    '--theta SHARE       bacop2: the weight of being covered once (0.5)',
    '--seconds S         answer after so long with what there is (30)',
    '--gap SHARE         answer once it is within this of the best possible',
    '--seed N            the same seed gives the same answer (1)',
    '--json              the whole answer as JSON',
  ],
  settings: {
    problem: 'text',
    service: 'text',
    mode: 'text',
    open: 'text',
    keep: 'flag',
    close: 'text',
    among: 'text',
    option: 'text',
    within: 'text',
    measure: 'text',
    weights: 'text',
    'deprived-count': 'text',
    'fix-open': 'list',
    'fix-closed': 'list',
    budget: 'text',
    costs: 'text',
    'site-cost': 'text',
    capacity: 'flag',
    room: 'text',
    floor: 'text',
    'floor-for': 'text',
    'leave-out': 'flag',
    theta: 'text',
    seconds: 'text',
    gap: 'text',
    seed: 'text',
    json: 'flag',
  },
  alone: [1, 1],
  async run(session, words) {
    const asked = {
      problem: words.choice('problem', ...PROBLEMS),
      service: words.needed('service'),
      mode: words.choice('mode', 'drive', 'walk', 'cycle'),
      open: words.number('open'),
      keep: words.flag('keep'),
      close: words.number('close'),
      among: words.text('among'),
      option: words.text('option'),
      within: words.number('within'),
      measure: words.text('measure'),
      weights: words.text('weights'),
      deprivedCount: words.number('deprived-count'),
      fixOpen: words.list('fix-open'),
      fixClosed: words.list('fix-closed'),
      budget: words.number('budget'),
      costs: costsIn(words),
      siteCost: words.number('site-cost'),
      ...(words.flag('capacity') && {capacity: true}),
      room: words.number('room'),
      floor: words.number('floor'),
      floorFor: words.text('floor-for'),
      leaveOut: words.flag('leave-out'),
      theta: words.number('theta'),
      seconds: words.number('seconds'),
      gap: words.number('gap'),
      seed: words.number('seed'),
    };
    await openNamed(session, words.alone()[0]!, false);
    const answer = await session.ask<SearchAnswer>('search.sites', asked);
    return words.flag('json') ? JSON.stringify(answer, null, 2) : searchText(answer);
  },
};

/** Lines of site,pounds as the engine reads them; a first line of headings is passed over. */
function costsIn(words: Words): string[] | undefined {
  const file = words.text('costs');
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return refuse(`The file of costs ${file} could not be read. Check its name.`, 'costs');
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.flatMap((line, index) => {
    const cut = line.lastIndexOf(',');
    const pounds = line.slice(cut + 1).trim();
    if (index === 0 && !/\d/.test(pounds)) return [];
    if (cut < 1 || pounds === '' || !Number.isFinite(Number(pounds)))
      refuse(`Line ${index + 1} of ${file} is not “site,pounds”: “${line}”.`, 'costs');
    return [`${line.slice(0, cut).replaceAll('"', '').trim()}=${pounds}`];
  });
}

/** An answer as a page of text. */
function searchText(answer: SearchAnswer): string {
  if (answer.objective === null) return [answer.proof, ...answer.stated].join('\n');
  const name = new Map(answer.sites.map(({id, name}) => [id, name]));
  const lines = [
    `${answer.proof} ${number(answer.objective)} ${answer.unit}; no answer can do better than ${answer.bound === null ? 'is known' : number(answer.bound)}. ${answer.seconds.toFixed(2)} s.`,
    ...answer.stated,
    '',
    table(
      ['Site', 'Now', '>Residents closest', '>Only cover', '>Without it'],
      answer.reasons.sites.map(({site, people, onlyCover, objectiveWithout}) => [
        name.get(site) ?? site,
        answer.sites.find(({id}) => id === site)?.isNew ? 'new' : 'stays',
        whole(people),
        whole(onlyCover),
        objectiveWithout === null ? '–' : number(objectiveWithout),
      ]),
    ),
  ];
  if (answer.closes.length > 0) lines.push('', `Closes: ${answer.closes.map(({name}) => name).join(', ')}.`);
  if (answer.outOfReach > 0)
    lines.push(
      '',
      `${whole(answer.outOfReach)} residents reach no open site; ${whole(answer.outOfEveryReach)} of them reach no site at all.`,
    );
  if (answer.reasons.limits.length > 0) lines.push('', ...answer.reasons.limits);
  lines.push(
    '',
    answer.check.ok
      ? `Checked: objective and demands hold; bound: ${answer.check.bound}.`
      : `The check found faults: ${answer.check.faults.join(' ')}`,
  );
  return lines.join('\n');
}

function number(value: number): string {
  return Number.isInteger(value) ? whole(value) : oneDecimal(value);
}
