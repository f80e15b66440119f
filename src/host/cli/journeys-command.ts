import {MODE_PHRASE} from '../../domain/mode.ts';
import {milesOf} from '../../domain/units.ts';
import type {JourneysAll} from '../../engine/journeys-all.ts';
import {csvNamed, textsIn} from './measure-commands.ts';
import {losersText} from './measure-text.ts';
import {readyReply} from './ready-reply.ts';
import type {Session} from './session.ts';
import {openNamed} from './session.ts';
import {oneDecimal, table, whole} from './table.ts';
import {measuringFor, travelIn} from './travel-words.ts';
import type {Words} from './words.ts';

/** The ledger in full: all services of an option against another, or what each service would save at each site. */
export async function allJourneys(session: Session, words: Words): Promise<string> {
  const travel = travelIn(words);
  const service = words.text('service');
  const shareAvoided = words.number('share-avoided');
  const option = words.text('option');
  const asked = {
    ...travel,
    ...textsIn(words, {option: 'option', against: 'against', times: 'times', by: 'by', lens: 'lens', car: 'car'}),
    ...(service !== undefined && {services: [service]}),
    ...(shareAvoided !== undefined && {shareAvoided}),
    openings: option === undefined && shareAvoided === undefined,
  };
  const places = {option, against: words.text('against')};
  const csv = csvNamed(words);
  await openNamed(session, words.alone()[0]!, false);
  const answer = await readyReply<JourneysAll>(session, 'journeys.all', asked, [
    ...measuringFor({...travel, ...places}),
    ...measuringFor({mode: 'walk', ...places}),
  ]);
  if (csv !== undefined) await session.ask('export.journeys', {...asked, to: session.grant(csv)});
  return words.flag('json') ? JSON.stringify(answer, null, 2) : allText(answer);
}

function allText(answer: JourneysAll): string {
  const {optionName, againstName, services, openings, total} = answer;
  const column = ({total: of}: {total: JourneysAll['services'][number]['ledger']['total']}) => [
    whole(of.legs),
    whole(of.legsAvoided),
    whole(of.hours),
    whole(of.timePounds),
    whole(of.kilometres),
    whole(milesOf(of.kilometres)),
    whole(of.kgCO2e),
    whole(of.patientTransportPounds),
  ];
  const headings = [
    '>Legs a year',
    '>no longer made',
    '>Hours saved',
    '>£ of time',
    '>km',
    '>miles',
    '>kgCO2e',
    '>£ transport',
  ];
  const best = openings
    ? services.map(({service, name, nobodyOffers}) => {
        const of = openings
          .filter((each) => each.service === service)
          .sort((a, b) => b.ledger.total.minutes - a.ledger.total.minutes);
        return {name, of, nobodyOffers};
      })
    : [];
  return [
    openings
      ? `What each service would save in a year at each site that lacks it, ${MODE_PHRASE[answer.mode]}, beside ${optionName.toLowerCase()}.`
      : `What ${optionName} would save in a year against ${againstName}, ${MODE_PHRASE[answer.mode]}.`,
    '',
    ...(openings
      ? best.flatMap(({name, of, nobodyOffers}) =>
          nobodyOffers
            ? [nobodyOffers, '']
            : of.length === 0
              ? []
              : [
                  `${name}, the five sites that save most minutes (of ${of.length})`,
                  table(
                    ['Site', ...headings],
                    of.slice(0, 5).map((each) => [each.siteName, ...column(each.ledger)]),
                  ),
                  '',
                ],
        )
      : [
          table(
            ['Service', '>Users', ...headings],
            services.map((each) => [each.name, oneDecimal(each.ledger.users), ...column(each.ledger)]),
          ),
          ...(total
            ? [
                '',
                `All services: ${whole(total.legs.avoided)} legs avoided + ${whole(total.legs.shortened)} shortened + ${whole(total.legs.lengthened)} lengthened + ${whole(total.legs.same)} the same = ${whole(total.total.legs)} legs.`,
              ]
            : []),
          ...services.flatMap((each) => [
            '',
            ...(each.nobodyOffers ? [each.nobodyOffers, ''] : []),
            `${each.name}, by fifth`,
            table(
              ['Deprivation', '>Users', ...headings],
              each.byFifth.map(({label, ledger}) => [label, oneDecimal(ledger.users), ...column(ledger)]),
            ),
            ...(each.modes
              ? [
                  `By car ${whole(each.modes.byCar.total.hours)} hours, on foot ${whole(each.modes.onFoot.total.hours)}, each by what they have ${whole(each.modes.mix.total.hours)}.`,
                ]
              : []),
            losersText(optionName, againstName, each.losers),
          ]),
          '',
        ]),
    answer.addsUp
      ? 'Audit: gains, losses and unchanged, fifths and larger areas each add up to all users and legs.'
      : 'Audit: THESE LEDGERS DO NOT ADD UP. Please report it; do not use them.',
    `${answer.times.label}.`,
    ...answer.times.notes,
    ...answer.notes,
    ...new Set(
      answer.sources.map(({attribution, publisher, title}) => attribution || `Source: ${publisher}, ${title}`),
    ),
  ].join('\n');
}
