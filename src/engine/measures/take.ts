import {isNoAnswer, noAnswer} from '../../core/access/no-answer.ts';
import {lossesWithout} from '../../core/access/without-site.ts';
import type {Job} from '../../core/job.ts';
import {avoidedAdmissions} from '../../core/journeys/admissions.ts';
import {legsToClosest} from '../../core/journeys/legs.ts';
import {MEASURES} from '../../core/score/measures.ts';
import {PlanError} from '../../domain/errors.ts';
import {siteName} from '../../domain/site-name.ts';
import {FIFTH_LABEL} from '../fifth-label.ts';
import {columnNamed} from '../own-columns.ts';
import {capacityInReach, choiceOfProvider, closestSite, kthSite, sitesInReach, within} from './access.ts';
import {duplicates} from './duplicates.ts';
import {accessGap, concentration, corrected, fifths, type Subject, slopeIndex} from './equity.ts';
import type {Ground} from './ground.ts';
import {groupsBy} from './groups.ts';
import {openingHours} from './hours.ts';
import {inequality} from './inequality.ts';
import {serviceLedger} from './ledgers.ts';
import {agents, floatingCatchment} from './supply.ts';
import {type Taken, taken, type Value} from './taken.ts';
import {bundle, SAME_DAY_SHARE, SHARE_OF_BOTH, togetherIn} from './together.ts';

/** The measures that have a value by area, so that equity and inequality can be asked of them. */
const SUBJECTS = [
  'closest',
  'kth-closest',
  'within',
  'sites-within',
  'choice',
  'opportunities',
  '2sfca',
  'e2sfca',
  'm2sfca',
  '3sfca',
  'bfca',
  'raam',
];

/** Takes the measure of that key. */
export function* take(ground: Ground, key: string): Job<Taken> {
  switch (key) {
    case 'closest':
      return closestSite(ground);
    case 'kth-closest':
      return kthSite(ground);
    case 'within':
      return within(ground);
    case 'sites-within':
      return sitesInReach(ground);
    case 'choice':
      return choiceOfProvider(ground);
    case 'opportunities':
      return capacityInReach(ground);
    case 'hours':
      return yield* openingHours(ground);
    case '2sfca':
    case 'e2sfca':
    case 'm2sfca':
    case '3sfca':
    case 'bfca':
      return yield* floatingCatchment(ground, key);
    case 'raam':
      return yield* agents(ground);
    case 'by-fifth':
      return fifths(ground);
    case 'gap':
      return accessGap(ground);
    case 'concentration':
      return yield* ofSubject(ground, (subject) => concentration(ground, subject));
    case 'erreygers':
      return yield* ofSubject(ground, (subject) => corrected(ground, subject));
    case 'slope':
    case 'relative':
      return yield* ofSubject(ground, (subject) => slopeIndex(ground, subject, key));
    case 'gini':
    case 'theil':
    case 'palma':
    case 'poverty':
    case 'kolm-pollak':
      return yield* ofSubject(ground, (subject) => inequality(ground, subject, key));
    case 'journeys':
      return journeys(ground);
    case 'admissions':
      return admissions(ground);
    case 'bundle':
      return bundled(ground);
    case 'togetherness':
      return together(ground);
    case 'duplicates':
      return yield* duplicated(ground);
    case 'losses':
      return losses(ground);
  }
  const known = MEASURES.map((measure) => measure.key).join(', ');
  throw new PlanError('missing', `There is no measure “${key}”. There are: ${known}.`, 'measure');
}

function* ofSubject(ground: Ground, run: (subject: Subject) => Taken): Job<Taken> {
  const of = ground.asked.of ?? 'closest';
  if (!SUBJECTS.includes(of)) {
    throw new PlanError(
      'invalid',
      `“of” is “${of}”, which has no value by area. Ask of one of: ${SUBJECTS.join(', ')}.`,
      'of',
    );
  }
  const subject = yield* take(ground, of);
  if (!subject.area) {
    return taken({unit: '', because: subject.because ?? noAnswer('no-residents'), notes: subject.notes});
  }
  const result = run(subject.area);
  return {...result, area: subject.area, supply: subject.supply, notes: [...subject.notes, ...result.notes]};
}

function journeys(ground: Ground): Taken {
  const {standing, workspace, people, lens, service, asked} = ground;
  const unit = 'hours a year saved';
  const {option, against, mode} = standing.question;
  if (option === against && (asked.shareAvoided ?? 0) === 0) {
    const sentence =
      'Name the option whose journeys are compared with those as now, or a share of legs that no longer occur.';
    return taken({unit, because: noAnswer('bad-number', sentence)});
  }
  const of = serviceLedger(
    {
      workspace,
      people,
      lens,
      groups: groupsBy(ground, asked.by ?? 'ward'),
      option,
      against,
      mode,
      measured: standing.measured,
      measuredAgainst: standing.measuredAgainst,
      mix: null,
      shareAvoided: asked.shareAvoided ?? 0,
    },
    service,
    false,
  );
  const {total, gains, losses: lost} = of.ledger;
  return taken({
    value: total.hours,
    unit,
    values: of.terms.map(({key, label, value, unit: of_}): Value => ({key, label, value, unit: of_})),
    tables: [
      {
        key: 'columns',
        title: 'A year, in three columns that add up',
        headings: ['', 'Gains', 'Losses', 'Unchanged', 'Total'],
        rows: (Object.keys(total) as (keyof typeof total)[]).map((line) => [
          line,
          gains[line],
          lost[line],
          of.ledger.unchanged[line],
          total[line],
        ]),
      },
      {
        key: 'fifths',
        title: 'By fifth of deprivation',
        headings: ['Fifth', 'Users', 'Legs', 'Hours saved', 'Kilometres saved'],
        rows: of.byFifth.map(({label, ledger}) => [
          label,
          ledger.users,
          ledger.total.legs,
          ledger.total.hours,
          ledger.total.kilometres,
        ]),
      },
    ],
    notes: of.ledger.addsUp && of.partsAddUp ? [] : ['The columns of this ledger do not add up.'],
  });
}

/** Reported once for Greenwich: beside an answer, never in it. */
const GREENWICH =
  'A comparator, not a prediction: Greenwich reported about 2,000 admissions avoided in two and a half years, 800 a year.';

function admissions(ground: Ground): Taken {
  const {asked, standing, workspace, now} = ground;
  const unit = 'admissions a year';
  const none = (sentence?: string) =>
    taken({unit, because: noAnswer(sentence ? 'bad-number' : 'no-source', sentence), notes: [GREENWICH]});
  if (!asked.source?.trim()) return none();
  if (!asked.baseline) return none('Name the column of your own that holds admissions a year by area (“baseline”).');
  if (!standing.before) return none('Name the option to compare with as now: nothing changes here.');
  const range = {low: asked.low ?? Number.NaN, central: asked.central ?? Number.NaN, high: asked.high ?? Number.NaN};
  const baseline = columnNamed(workspace, asked.baseline, 'baseline').values;
  const minutesOf = (of: typeof now) => legsToClosest(of).minutes;
  const of = avoidedAdmissions(baseline, minutesOf(standing.before), minutesOf(now), {...range, source: asked.source});
  if (isNoAnswer(of)) return taken({unit, because: of, notes: [GREENWICH]});
  const value = (key: string, label: string, amount: number): Value => ({key, label, value: amount, unit});
  return taken({
    unit,
    // A range, never a point: there is no one number to put first.
    values: [
      value('low', 'Low', of.low),
      value('central', 'Central', of.central),
      value('high', 'High', of.high),
      value('baseline', 'Admissions a year now, in areas counted', of.baseline),
      {
        key: 'areas-not-known',
        label: 'Areas without a baseline or out of reach',
        value: of.areasNotKnown,
        unit: 'areas',
      },
    ],
    notes: [`Source of the range: ${of.source}.`, GREENWICH],
  });
}

function bundled(ground: Ground): Taken {
  const {asked, standing} = ground;
  const services = asked.services ?? [];
  const unit = 'trips a year saved';
  if (services.length < 2) {
    return taken({unit, because: noAnswer('bad-number', 'Name two or more services of the bundle.')});
  }
  const share = asked.sameDayShare ?? SAME_DAY_SHARE;
  const both = asked.shareOfBoth ?? SHARE_OF_BOTH;
  const at = (beta: number) => bundle(ground, standing.question.option, services, beta, both);
  const of = at(share);
  return taken({
    value: of.tripsSaved,
    unit,
    values: [
      {key: 'users', label: 'People who use them all', value: of.users, unit: 'people'},
      {key: 'apart', label: 'Trips if none were combined', value: of.tripsApart, unit: 'trips a year'},
      {key: 'combined', label: 'Trips as combined', value: of.tripsCombined, unit: 'trips a year'},
      {key: 'minutes', label: 'Minutes saved', value: of.minutesSaved, unit: 'minutes a year'},
      {key: 'kilometres', label: 'Kilometres saved', value: of.kilometresSaved, unit: 'km a year'},
      {key: 'sharing', label: 'Users for whom two or more share a site', value: of.usersSharing, unit: 'people'},
      {key: 'integrated', label: 'of them at level 2 or above', value: of.usersIntegrated, unit: 'people'},
      {key: 'out-of-reach', label: 'Users out of reach of one of them', value: of.usersOutOfReach, unit: 'people'},
      {key: 'beta', label: 'β, the share of visits on the same day (an assumption)', value: share, unit: 'share'},
      {
        key: 'both',
        label: 'Share of the smallest service’s users who use them all (an assumption)',
        value: both,
        unit: 'share',
      },
    ],
    tables: [
      {
        key: 'beta',
        title: 'Trips saved as β goes from 0 to 1',
        headings: ['β', 'Trips a year', 'Trips saved', 'Minutes saved', 'Kilometres saved'],
        rows: [0, 0.25, 0.5, 0.75, 1].map((beta) => {
          const line = at(beta);
          return [beta, line.tripsCombined, line.tripsSaved, line.minutesSaved, line.kilometresSaved];
        }),
      },
    ],
    notes: [
      'Sharing an address is not integration: journeys combine from level 1, integration is claimed from level 2.',
      ...separateNote(of.separate),
    ],
  });
}

/** As many sites as a note names. */
const NAMED = 3;

function separateNote(separate: readonly {name: string; users: number}[]): string[] {
  if (separate.length === 0) return [];
  const users = Math.round(separate.reduce((sum, each) => sum + each.users, 0)).toLocaleString('en-GB');
  const more = separate.length > NAMED ? ` and ${separate.length - NAMED} more` : '';
  const named = separate.slice(0, NAMED).map(({name}) => name);
  return [
    `For ${users} people two or more of the services are at one site but stated as separate there (level 0), so no trips of theirs are combined: ${named.join(', ')}${more}. State level 1 or above where visits can be made on one day.`,
  ];
}

function together(ground: Ground): Taken {
  const of = togetherIn(ground.workspace.plan, ground.standing.question.option);
  return taken({
    value: of.alone,
    unit: 'services alone at their site',
    values: [
      {key: 'placements', label: 'Services at sites', value: of.placements, unit: 'placements'},
      ...of.byLevel.map(
        ({level, label, placements}): Value => ({
          key: `level-${level}`,
          label: `With others, level ${level}: ${label}`,
          value: placements,
          unit: 'placements',
        }),
      ),
      {
        key: 'physical-mental',
        label: 'Sites with physical and mental health',
        value: of.physicalAndMental.sites,
        unit: 'sites',
      },
      {
        key: 'physical-mental-linked',
        label: 'of them linked at level 2 or above',
        value: of.physicalAndMental.linked,
        unit: 'sites',
      },
    ],
    tables: [
      {
        key: 'sites',
        title: 'Sites by the number of services they hold',
        headings: ['Services', 'Sites'],
        rows: of.sitesByServices.map(({services, sites}) => [services, sites]),
      },
    ],
  });
}

function* duplicated(ground: Ground): Job<Taken> {
  const of = yield* duplicates(ground, 100, null);
  const possible = of.byVerdict
    .filter(({verdict}) => verdict.startsWith('possible') || verdict === 'same-place merge')
    .reduce((sum, {findings}) => sum + findings, 0);
  return taken({
    value: possible,
    unit: 'findings to look at',
    values: of.byVerdict.map(
      ({verdict, findings}): Value => ({key: verdict, label: verdict, value: findings, unit: 'findings'}),
    ),
    tables: [
      {
        key: 'pairs',
        title: 'The strongest findings',
        headings: ['Site', 'Beside', 'Verdict', 'Share', 'Jaccard', 'People who would lose cover'],
        rows: of.lines.map((line) => [
          line.siteName,
          line.besideName,
          line.verdict,
          line.share,
          line.jaccard,
          line.loseCover,
        ]),
      },
    ],
    notes: of.notes,
  });
}

function losses(ground: Ground): Taken {
  const {times, open, counted, lens, cutoff, ids, workspace, people} = ground;
  const list = lossesWithout(times, open, counted, lens.fifth, cutoff).sort(
    (a, b) => b.noLongerServed - a.noLongerServed || b.personSeconds - a.personSeconds || a.site - b.site,
  );
  const most = list[0];
  const nameOf = ({site}: {site: number}) => siteName(workspace.plan, ids[site]!);
  return taken({
    value: most?.noLongerServed ?? null,
    unit: 'people, if the most needed site closed',
    values: most
      ? [
          {key: 'closest', label: `People whose closest it is: ${nameOf(most)}`, value: most.people, unit: 'people'},
          {key: 'beyond', label: 'of them within the cutoff of no other', value: most.noLongerServed, unit: 'people'},
          {key: 'cut-off', label: 'of them cut off altogether', value: most.cutOff, unit: 'people'},
        ]
      : [],
    because: most ? null : noAnswer('no-supply', 'No site offers the service, so none can close.'),
    tables: [
      {
        key: 'sites',
        title: 'If each site closed, the others staying open',
        headings: [
          'Site',
          'People whose closest it is',
          'No longer within the cutoff',
          'of them most deprived fifth',
          'Cut off altogether',
          'Person-minutes more',
          'Mean minutes more',
          'Longest rise, minutes',
          'Where',
        ],
        rows: list.map((loss) => [
          nameOf(loss),
          loss.people,
          loss.noLongerServed,
          loss.noLongerServedByFifth[1]!,
          loss.cutOff,
          loss.personSeconds / 60,
          loss.meanSecondsMore === null ? null : loss.meanSecondsMore / 60,
          loss.worstSecondsMore === null ? null : loss.worstSecondsMore / 60,
          loss.worstArea === null ? null : people.names[loss.worstArea]!,
        ]),
      },
    ],
    notes: [`${FIFTH_LABEL[1]} by ${lens.label}.`],
  });
}
