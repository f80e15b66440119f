import {inSentence} from '../../domain/in-sentence.ts';
import {MODE_PHRASE, type Mode} from '../../domain/mode.ts';
import type {MeasureAnswer} from '../../engine/measures/answer-shape.ts';
import type {LosingArea} from '../../engine/measures/losers.ts';
import {oneDecimal, table, whole} from './table.ts';

/** A number with as many digits as it deserves: whole where it is large, six significant ones where it is small. */
export function figure(value: number | string | null): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (Number.isInteger(value)) return whole(value);
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 1 ? 6 : 9;
  const most = Math.abs(value) >= 1000 ? {maximumFractionDigits: digits} : {maximumFractionDigits: digits};
  return new Intl.NumberFormat('en-GB', most).format(value).replace('-', '−');
}

const MOST_ROWS = 30;

function tableText(headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const isNumber = headings.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const shown = rows.slice(0, MOST_ROWS).map((row) => row.map(figure));
  const more = rows.length > MOST_ROWS ? `\n… and ${rows.length - MOST_ROWS} more: see --json or --csv.` : '';
  return (
    table(
      headings.map((each, at) => (isNumber[at] ? `>${each}` : each)),
      shown,
    ) + more
  );
}

/** The losers of a comparison: never left out. */
export function losersText(option: string, against: string, losers: readonly LosingArea[]): string {
  if (losers.length === 0) return `Nobody is worse off in ${option} than in ${against}.`;
  const people = losers.reduce((sum, each) => sum + each.people, 0);
  return [
    `Worse off in ${option} than in ${against}: ${losers.length} areas, ${whole(people)} people.`,
    tableText(
      ['Area', 'Deprivation', 'People', 'Minutes before', 'Minutes after', 'More'],
      losers.map((each) => [
        each.name,
        each.fifth,
        each.people,
        oneDecimal(each.minutesBefore),
        each.minutesAfter === null ? 'out of reach' : oneDecimal(each.minutesAfter),
        oneDecimal(each.minutesMore),
      ]),
    ),
  ].join('\n');
}

/** A measure as a page of text: the number or why there is none, its parts, the audit line, and what it rests on. */
export function measureText(answer: MeasureAnswer): string {
  const {measure, question, times, lens, comparison, audit} = answer;
  const head = `${measure.label}: ${inSentence(question.serviceName)}, ${MODE_PHRASE[question.mode as Mode]}, within ${question.within} minutes, ${question.optionName.toLowerCase()}.`;
  const value =
    answer.value === null
      ? (answer.because?.sentence ?? 'A range, and no single number.')
      : `${figure(answer.value)} ${answer.unit}`;
  const compared = comparison
    ? [
        `In ${question.againstName.toLowerCase()}: ${figure(comparison.valueAgainst)} ${answer.unit}`,
        `${whole(comparison.people.quicker)} quicker + ${whole(comparison.people.slower)} slower + ${whole(comparison.people.unchanged)} unchanged + ${whole(comparison.people.newlyReachable)} newly reachable + ${whole(comparison.people.noLongerReachable)} no longer reachable + ${whole(comparison.people.neverReachable)} never${comparison.people.addsUp ? '' : ': THESE DO NOT ADD UP'}`,
        losersText(question.optionName, question.againstName, comparison.losers),
      ]
    : [];
  return [
    head,
    measure.literature ? `(In the literature: ${measure.literature}.)` : '',
    '',
    value,
    ...compared,
    '',
    answer.values.length > 0
      ? tableText(
          ['', 'Value', 'Unit'],
          answer.values.map((each) => [each.label, each.value, each.unit]),
        )
      : '',
    ...answer.tables.flatMap((each) => ['', each.title, tableText(each.headings, each.rows)]),
    '',
    `By fifth of deprivation (${lens.label}${lens.fifths === 'local' ? ', fifths of this place' : ''})`,
    tableText(
      ['Deprivation', 'Areas', 'People', 'Served', answer.areas.label || 'Value', 'Least', 'Greatest'],
      answer.byFifth.map((line) => [
        line.label,
        line.areas,
        line.people,
        line.served,
        line.value,
        line.least,
        line.greatest,
      ]),
    ),
    ...(answer.by
      ? [
          '',
          `By ${answer.by.label}. ${answer.by.note}`,
          tableText(
            [answer.by.label, 'Areas', 'People', 'Served', answer.areas.label || 'Value', 'Extent'],
            answer.by.lines.map((line) => [line.label, line.areas, line.people, line.served, line.value, line.extent]),
          ),
        ]
      : []),
    '',
    `Audit: ${audit.sentence}`,
    ...(audit.supply
      ? [
          `Capacity: ${figure(audit.supply.found)} given out, ${figure(audit.supply.expected)} to give (${audit.supply.rule})${audit.supply.addsUp ? '' : ': THESE DO NOT ADD UP'}.`,
        ]
      : []),
    ...answer.reasons
      .filter(({standing}) => standing !== 'served')
      .map(({sentence, areas, people}) => `${whole(areas)} areas, ${whole(people)} people: ${sentence}`),
    '',
    `Means: ${answer.meaning.means}`,
    `Does not mean: ${answer.meaning.doesNotMean}`,
    `Formula: ${answer.meaning.formula}.`,
    `${times.label}.`,
    ...times.notes,
    ...(lens.overlap && answer.byFifth.length > 0 ? [`Note on the lens: ${lens.overlap}`] : []),
    ...answer.notes,
    ...new Set(
      answer.sources.map(({attribution, publisher, title}) => attribution || `Source: ${publisher}, ${title}`),
    ),
  ]
    .filter((line, at, all) => line !== '' || all[at - 1] !== '')
    .join('\n');
}
