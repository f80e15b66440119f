import {MODE_PHRASE, type Mode} from '../../domain/mode.ts';
import type {DuplicationAnswer} from '../../engine/duplication.ts';
import {losersText} from './measure-text.ts';
import {oneDecimal, percent, table, whole} from './table.ts';

/** Duplicates and choice on one page, since closing the one may end the other. */
export function duplicatesText(answer: DuplicationAnswer): string {
  const {choice, totals, without, audit} = answer;
  const seen = new Set<string>();
  const worth = answer.lines.filter(({verdict, site, beside}) => {
    // Two that are one place are one finding to a reader, whichever of them is asked about first.
    const pair = [site, beside].sort().join(' ');
    const again = verdict === 'same-place merge' && seen.has(pair);
    seen.add(pair);
    return verdict !== 'not a duplicate' && !again;
  });
  const merges = worth.filter(({verdict}) => verdict === 'same-place merge');
  const looked = [...merges.slice(0, 10), ...worth.filter((line) => !merges.includes(line)).slice(0, 20)];
  return [
    `${answer.sites} sites ${MODE_PHRASE[answer.mode as Mode]}, within ${answer.within} minutes, ${answer.optionName.toLowerCase()}: ${whole(answer.pairs)} pairs share people.`,
    answer.alike.length > 1 ? `Counted as the same sort of service: ${answer.alike.join(', ')}.` : '',
    '',
    table(
      ['Verdict', '>Findings'],
      answer.byVerdict.map(({verdict, findings}) => [verdict, whole(findings)]),
    ),
    '',
    looked.length === 0
      ? 'Nothing to look at.'
      : table(
          ['Site', 'Beside', 'Verdict', '>Share', '>Jaccard', '>Would lose cover', '>Mean minutes more'],
          looked.map((line) => [
            line.siteName,
            line.besideName,
            line.intended
              ? `intended until ${line.intended.reviewOn}${line.intended.due ? ' (look again)' : ''}`
              : line.verdict,
            percent(line.share),
            percent(line.jaccard),
            whole(line.loseCover),
            oneDecimal(line.meanMinutesMore),
          ]),
        ),
    '',
    `If every possible duplicate went, never both of a pair: ${totals.sites.length} sites, ${whole(totals.people)} people within reach of one of these and of one that stays, ${whole(totals.personMinutes)} person-minutes more, ${whole(totals.squareMetres)} m², £${whole(totals.poundsAYear)} a year (space not known at ${totals.sitesWithoutSpace}, cost not known at ${totals.sitesWithoutCost}).`,
    `Choice: ${whole(choice.twoOrMore)} people have two or more providers within ${answer.within} minutes, ${whole(choice.one)} one, ${whole(choice.none)} none.`,
    ...(without
      ? [
          '',
          `Without ${without.name}: ${whole(without.choiceThen.twoOrMore)} with two or more (${whole(without.choiceNow.twoOrMore)} now), ${whole(without.pairsThen)} pairs share people (${whole(without.pairsNow)} now), ${whole(without.noLongerServed)} people beyond the cutoff.`,
          losersText(`${answer.optionName} without ${without.name}`, answer.optionName, without.losers),
        ]
      : []),
    '',
    `Audit: ${whole(audit.served)} served + ${whole(audit.beyond)} beyond + ${whole(audit.unreachable)} unreachable = ${whole(audit.residents)}${audit.addsUp ? '' : ': THESE DO NOT ADD UP'}.`,
    `${answer.times.label}.`,
    ...answer.times.notes,
    ...answer.notes,
    ...new Set(
      answer.sources.map(({attribution, publisher, title}) => attribution || `Source: ${publisher}, ${title}`),
    ),
  ]
    .filter((line, at, all) => line !== '' || all[at - 1] !== '')
    .join('\n');
}
