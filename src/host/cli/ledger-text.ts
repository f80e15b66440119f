import type {Mode} from '../../domain/mode.ts';
import {MODE_PHRASE} from '../../domain/mode.ts';
import {milesOf} from '../../domain/units.ts';
import type {LedgerAnswer} from '../../engine/journeys.ts';
import {oneDecimal, table, whole} from './table.ts';

type LedgerColumn = LedgerAnswer['ledger']['total'];

const LINES: [string, (column: LedgerColumn) => string][] = [
  ['People', ({people}) => oneDecimal(people)],
  ['Journeys (legs) a year', ({legs}) => whole(legs)],
  ['of them no longer made', ({legsAvoided}) => whole(legsAvoided)],
  ['Hours saved', ({hours}) => whole(hours)],
  ['Value of that time, £', ({timePounds}) => whole(timePounds)],
  ['Kilometres saved', ({kilometres}) => whole(kilometres)],
  ['Miles saved', ({kilometres}) => whole(milesOf(kilometres))],
  ['kgCO2e saved', ({kgCO2e}) => whole(kgCO2e)],
  ['Patient transport legs', ({patientTransportLegs}) => whole(patientTransportLegs)],
  ['Patient transport saved, £', ({patientTransportPounds}) => whole(patientTransportPounds)],
];

/** The journeys ledger as a page of text: three columns that add up, and who is in none of them. */
export function ledgerText({service, site, option, mode, ledger, nobodyOffers, sources}: LedgerAnswer): string {
  const {gains, losses, unchanged, total, newlyReachable, noLongerReachable, neverReachable} = ledger;
  const columns = [gains, losses, unchanged, total];
  return [
    `${service.name} at ${site.name}, ${MODE_PHRASE[mode as Mode]}, beside option “${option}”: what would change in a year.`,
    '',
    ...(nobodyOffers ? [nobodyOffers, ''] : []),
    table(
      ['', '>Gains', '>Losses', '>Unchanged', '>Total'],
      LINES.map(([label, cell]) => [label, ...columns.map(cell)]),
    ),
    '',
    `${oneDecimal(ledger.users)} users. In no column: ${oneDecimal(newlyReachable.people)} newly reachable, ${oneDecimal(noLongerReachable.people)} no longer reachable, ${oneDecimal(neverReachable.people)} never reachable.`,
    'Pounds of time are a welfare value and pounds of patient transport are cash; they are not to be added.',
    '',
    ...sources.map(({attribution, publisher, title}) => attribution || `Source: ${publisher}, ${title}`),
  ].join('\n');
}
