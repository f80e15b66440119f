import type {SearchAnswer} from '../../engine/search/answer.ts';
import type {Curve, FairCurve, Stability} from '../../engine/search/tradeoffs.ts';
import type {Command} from './commands.ts';
import {searchText} from './search-text.ts';
import {costsIn, floorsIn, groupsIn} from './search-words.ts';
import {openNamed} from './session.ts';
import {curveText, stabilityText} from './tradeoff-text.ts';
import {TRAVEL, TRAVEL_HELP, travelIn} from './travel-words.ts';
import {refuse} from './words.ts';

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
    'PROJECT.gpkg --problem KIND --service KEY --mode MODE --open N [--within MIN] [--weights WHO] [--fix-open SITE…] [--fix-closed SITE…] [--budget POUNDS] [--capacity] [--floor SHARE] [--next N] [--seconds S] [--seed N] [--json]',
  about: 'Finds which sites to open, says how far from the best that can be, and why these.',
  details: [
    `--problem KIND      ${PROBLEMS.slice(0, 6).join(', ')},`,
    `                    ${PROBLEMS.slice(6).join(', ')}`,
    '--service KEY       general-practice, pharmacy, …; “closer info” lists them',
    '--alongside KEY…    further services that each chosen site holds as well',
    ...TRAVEL_HELP,
    '--times FROM        streets (if there are any), imported, or straight-line',
    '--open N            sites open in all, the fixed ones among them; lscp and clscp: at most so many',
    '--keep              every site that offers the service stays, and --open counts new ones besides',
    '--close N           instead of --open: close so many of the sites that offer it, with least harm',
    '--among WHICH       choose from all sites (if not said), offering or candidates',
    '--option NAME       the arrangement begun from (as now, if not said)',
    '--within MIN        who is within this of an open site is covered; with --measure kilometres: kilometres',
    '--measure WHAT      minutes (if not said) or kilometres',
    '--weights WHO       residents (if not said), most-deprived (their fifth counts 2.5 times), ages such as 65+,',
    '                    or a column of your own: what each area counts',
    '--deprived-count X  how many times the most deprived fifth counts instead',
    '--priority AREA…    areas, wards or districts whose residents count twice',
    '--priority-count X  how many times they count instead',
    '--fix-open SITE…    sites that are open, by id, code or name',
    '--fix-closed SITE…  sites that are not',
    '--at-most N SITE…   no more than so many of these; may be said again, as may --at-least',
    '--at-least N SITE…  no fewer than so many of these; a SITE may be all of a group: kind=library, tenure=leasehold,',
    '                    neighbourhood=NAME, ward=NAME or district=NAME',
    '--budget POUNDS     what the sites may cost together',
    '--cost SITE=POUNDS… what a site costs; else its own “opening cost”; nothing where it offers the service now',
    '--costs FILE.csv    the same as lines of site,pounds',
    '--site-cost POUNDS  what a site costs that is not said and has none of its own',
    '--worth POUNDS      what a minute of one person is worth: site costs then count too, and --open may be left out',
    '--capacity          each site takes no more than it has room for',
    '--room-of SITE=N…   residents that a site has room for; else as its capacity tells',
    '--room RESIDENTS    the room of a site of which neither is known',
    '--room-times X      all of that room so many times: 1.1 is a tenth more everywhere',
    '--floor SHARE…      at least this share of residents within --within; most-deprived=SHARE, priority=SHARE, and',
    '                    WHO=SHARE@MIN for other minutes',
    '--leave-out         areas that no site could cover need not be covered; they are counted',
    '--theta SHARE       bacop2: the weight of being covered once (0.5)',
    '--next N            so many of the next best answers as well',
    '--different SHARE   and the one that shares fewest sites while at most this share worse',
    '--why-not SITE…     what forcing each of these open would cost',
    '--curve FROM-TO     the best answer for each number of sites: what one more buys',
    '--fair              the same demands from efficient to fair, and the price of fairness',
    '--stability         in how many of several weights, minutes and times of day each site stays in',
    '--seconds S         answer after so long with what there is (30); each further answer has as long',
    '--gap SHARE         answer once it is within this of the best possible',
    '--seed N            the same seed gives the same answer (1)',
    '--json              the whole answer as JSON',
  ],
  settings: {
    problem: 'text',
    service: 'text',
    alongside: 'list',
    ...TRAVEL,
    times: 'text',
    open: 'text',
    keep: 'flag',
    close: 'text',
    among: 'text',
    option: 'text',
    within: 'text',
    measure: 'text',
    weights: 'text',
    'deprived-count': 'text',
    priority: 'list',
    'priority-count': 'text',
    'fix-open': 'list',
    'fix-closed': 'list',
    'at-most': 'list',
    'at-least': 'list',
    budget: 'text',
    cost: 'list',
    costs: 'text',
    'site-cost': 'text',
    worth: 'text',
    capacity: 'flag',
    'room-of': 'list',
    room: 'text',
    'room-times': 'text',
    floor: 'list',
    'leave-out': 'flag',
    theta: 'text',
    next: 'text',
    different: 'text',
    'why-not': 'list',
    curve: 'text',
    fair: 'flag',
    stability: 'flag',
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
      alongside: words.list('alongside'),
      ...travelIn(words),
      times: words.text('times'),
      open: words.number('open'),
      keep: words.flag('keep'),
      close: words.number('close'),
      among: words.text('among'),
      option: words.text('option'),
      within: words.number('within'),
      measure: words.text('measure'),
      weights: words.text('weights'),
      deprivedCount: words.number('deprived-count'),
      priority: words.list('priority'),
      priorityCount: words.number('priority-count'),
      fixOpen: words.list('fix-open'),
      fixClosed: words.list('fix-closed'),
      groups: groupsIn(words),
      budget: words.number('budget'),
      costs: costsIn(words),
      siteCost: words.number('site-cost'),
      worth: words.number('worth'),
      ...(words.flag('capacity') && {capacity: true}),
      rooms: words.list('room-of'),
      room: words.number('room'),
      roomTimes: words.number('room-times'),
      floors: floorsIn(words),
      leaveOut: words.flag('leave-out'),
      theta: words.number('theta'),
      next: words.number('next'),
      different: words.number('different'),
      whyNot: words.list('why-not'),
      seconds: words.number('seconds'),
      gap: words.number('gap'),
      seed: words.number('seed'),
    };
    await openNamed(session, words.alone()[0]!, false);
    const told = <A>(answer: A, text: (answer: A) => string) =>
      words.flag('json') ? JSON.stringify(answer, null, 2) : text(answer);
    const range = words.text('curve');
    if (range !== undefined)
      return told(await session.ask<Curve>('search.curve', {...asked, ...rangeIn(range)}), curveText);
    if (words.flag('fair')) return told(await session.ask<FairCurve>('search.fair', asked), curveText);
    if (words.flag('stability')) return told(await session.ask<Stability>('search.stability', asked), stabilityText);
    return told(await session.ask<SearchAnswer>('search.sites', asked), searchText);
  },
};

function rangeIn(range: string): {from: number; to: number} {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(range) ?? [];
  if (from === undefined) refuse(`--curve is written FROM-TO, as in 1-8; “${range}” is not.`, 'curve');
  return {from: Number(from), to: Number(to)};
}
