import type {Command} from './commands.ts';
import {QUESTION, QUESTION_HELP, questionIn, type Scored} from './question-words.ts';
import {readyReply} from './ready-reply.ts';
import {openNamed, type Session} from './session.ts';
import {whole} from './table.ts';
import {measuringFor, travelIn} from './travel-words.ts';
import {refuse} from './words.ts';

/** `closer export`: areas, sites, an answer or travel times as a table or a map. */
export const EXPORT: Command = {
  usage:
    'PROJECT.gpkg --what areas|sites|answer|travel-times --to FILE.csv|.geojson [the settings of “score” for answer]',
  about: 'Writes areas, sites, an answer or travel times to a file for a spreadsheet or a map.',
  details: [
    '--what WHAT         areas, sites, answer or travel-times (these need --mode)',
    '--to FILE           a name that ends in .csv or .geojson',
    '--form FORM         travel times wide (a column a site) or long (a row a pair)',
    'and for an answer:',
    ...QUESTION_HELP,
  ],
  settings: {...QUESTION, what: 'text', to: 'text', form: 'text'},
  alone: [1, 1],
  async run(session, words) {
    const what = words.choice('what', 'areas', 'sites', 'answer', 'travel-times');
    const to = words.needed('to');
    if (!/\.(csv|geojson)$/i.test(to))
      refuse(`--to needs a file name that ends in .csv or .geojson; “${to}” does not.`);
    const question =
      what === 'answer'
        ? questionIn(words)
        : what === 'travel-times'
          ? {...travelIn(words), option: words.text('option'), times: words.text('times'), form: words.text('form')}
          : {option: words.text('option')};
    await openNamed(session, words.alone()[0]!, false);
    if ('service' in question) await readyReply<Scored>(session, 'score.answer', question, measuringFor(question));
    else if (what === 'travel-times' && (words.text('times') ?? 'streets') === 'streets')
      await measureIfWanting(session, {...travelIn(words), option: words.text('option')});
    const {rows} = await session.ask<{rows: number}>('export.write', {...question, what, to: session.grant(to)});
    return `Wrote ${whole(rows)} rows to ${to}.`;
  },
};

/** Times along streets that are not kept yet are measured first; without streets the engine has others. */
async function measureIfWanting(session: Session, travel: object): Promise<void> {
  const {missing, needs} = await session.ask<{missing: number; needs: string[]}>('travel.status', travel);
  if (missing > 0 && !needs.includes('streets')) await session.ask('travel.measure', travel);
}
