import {travelPhrase} from '../../domain/mode.ts';
import type {RouteAnswer} from '../../engine/route.ts';
import type {Command} from './commands.ts';
import {openNamed} from './session.ts';
import {lengthText} from './streets-command.ts';
import {oneDecimal, table} from './table.ts';
import {TRAVEL, TRAVEL_HELP, travelIn} from './travel-words.ts';

/** `closer route`: one way from an area to a site, street by street; with two options, before and after. */
export const ROUTE: Command = {
  usage: 'PROJECT.gpkg --area CODE --site SITE --mode MODE [--option NAME] [--against NAME] [--json]',
  about: 'Says which way people go from an area to a site, street by street, so that the number can be believed.',
  details: [
    '--area CODE         the area set out from, by its code',
    '--site SITE         a site’s id, code or name',
    ...TRAVEL_HELP,
    '--option NAME       along the streets as they are in this option (as now, if not said)',
    '--against NAME      the same journey in another option, before it',
    '--json              the routes as JSON, with their lines',
  ],
  settings: {area: 'text', site: 'text', ...TRAVEL, option: 'text', against: 'text', json: 'flag'},
  alone: [1, 1],
  async run(session, words) {
    const asked = {area: words.needed('area'), site: words.needed('site'), ...travelIn(words)};
    await openNamed(session, words.alone()[0]!, false);
    const options = [words.text('against'), words.text('option')].filter((each, at) => at === 1 || each !== undefined);
    const routes: RouteAnswer[] = [];
    for (const option of options) routes.push(await session.ask<RouteAnswer>('travel.route', {...asked, option}));
    if (words.flag('json')) return JSON.stringify(routes, null, 2);
    return routes.map((route) => routeText(route, travelPhrase(asked))).join('\n\n');
  },
};

function routeText({from, to, optionName, minutes, kilometres, steps}: RouteAnswer, by: string): string {
  return [
    `From ${from} to ${to} ${by}, ${optionName.toLowerCase()}: ${oneDecimal(minutes)} minutes, ${oneDecimal(kilometres)} km.`,
    table(
      ['Street', '>Minutes', '>Length'],
      steps.map((step) => [step.street, oneDecimal(step.minutes), lengthText(step.metres)]),
    ),
  ].join('\n');
}
