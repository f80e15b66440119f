import {inSentence} from '../../domain/in-sentence.ts';
import {travelPhrase} from '../../domain/mode.ts';
import type {Answer} from '../../engine/answer-shape.ts';
import {losersText} from './measure-text.ts';
import {oneDecimal, percent, table, whole} from './table.ts';

/** An answer as a page of text: the audit line, who is served, and the sites that would improve it most. */
export function scoreText(answer: Answer): string {
  const {question, audit, minutes, gap} = answer;
  const place = question.optionName.toLowerCase();
  return [
    `How well does ${inSentence(question.serviceName)} serve everyone, ${travelPhrase(question)}, within ${question.within} minutes, ${place}?`,
    '',
    `${percent(answer.share)} of residents: ${whole(audit.served)} served + ${whole(audit.beyond)} beyond + ${whole(audit.unreachable)} unreachable = ${whole(audit.residents)} residents.`,
    `Minutes to the closest site: mean ${oneDecimal(minutes.mean)}, median ${oneDecimal(minutes.median)}, nine in ten within ${oneDecimal(minutes.ninetieth)}, longest ${oneDecimal(minutes.worst)}.`,
    `Most deprived fifth ${percent(gap.mostDeprived.share)}, everyone else ${percent(gap.rest.share)}.`,
    '',
    table(
      ['Deprivation', '>Areas', '>Residents', '>Served', '>Share', '>Mean minutes'],
      answer.byFifth.map((fifth) => [
        fifth.label,
        whole(fifth.areas),
        whole(fifth.residents),
        whole(fifth.served),
        percent(fifth.share),
        oneDecimal(fifth.minutes.mean),
      ]),
    ),
    '',
    answer.sites.length === 0
      ? 'No other site is known where the service could open.'
      : table(
          ['>Place', 'Site', 'Standing', '>Newly served', '>of them most deprived', '>Person-minutes saved'],
          answer.sites.map((site) => [
            whole(site.place),
            site.name,
            site.standing,
            whole(site.newlyServed),
            whole(site.newlyServedMostDeprived),
            whole(site.personMinutesSaved),
          ]),
        ),
    '',
    ...(answer.against ? [losersText(question.optionName, question.againstName, answer.against.losers), ''] : []),
    ...answer.cautions,
    ...answer.sources.map(({attribution, publisher, title}) => attribution || `Source: ${publisher}, ${title}`),
  ].join('\n');
}
