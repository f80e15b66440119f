import {inSentence} from '../../src/domain/in-sentence.ts';
import type {Answer} from '../contract.ts';
import {Bars} from '../parts/bars.tsx';
import {decilesOf} from '../words/deprivation.ts';
import {count, decimal, percent} from '../words/numbers.ts';
import {GapSentence} from './gap-sentence.tsx';
import {Headline} from './headline.tsx';
import {MinutesTable} from './minutes-table.tsx';
import {TimesLabel} from './times-label.tsx';
import {WhyButton} from './why-button.tsx';

const COLUMNS = ['Residents', 'Within', 'Beyond', 'Unreachable', 'Share'];

/** Who is served: everyone and the most deprived fifth, by fifth, by age, in minutes, and the gap. */
export function Served({answer}: {answer: Answer}) {
  const {byFifth, byAge, question} = answer;
  const within = `within ${question.within} minutes`;
  const cells = ({
    residents,
    served,
    beyond,
    unreachable,
    share,
  }: (typeof byAge)[number] | (typeof byFifth)[number]) => [
    count(residents),
    count(served),
    count(beyond),
    count(unreachable),
    percent(share),
  ];
  return (
    <div className="served">
      <TimesLabel times={answer.times} />
      <Headline answer={answer} />
      {answer.open.length === 0 && (
        <p className="inset">
          No open site offers {inSentence(question.serviceName)} here, so nobody is served. The candidates show where it
          would do most.
        </p>
      )}
      <GapSentence gap={answer.gap} against={answer.against?.gap ?? null} />
      <Bars
        title="By deprivation"
        caption={`Share of residents ${within}, by fifth of deprivation`}
        columns={COLUMNS}
        shareText={percent}
        rows={byFifth
          .filter(({fifth, residents}) => fifth !== null || residents > 0)
          .map((line) => ({
            key: String(line.fifth),
            label: line.label,
            share: line.share,
            cells: cells(line),
            note: `${line.fifth ? `${decilesOf(line.fifth)}: ` : ''}${count(line.served)} of ${count(line.residents)} residents, ${decimal(line.minutes.mean)} minutes on average`,
            ...(line.fifth ? {colour: `var(--deprivation-bar-${line.fifth})`} : {}),
          }))}
      />
      {byAge.length > 1 && (
        <Bars
          title="By age"
          caption={`Share of residents ${within}, by age`}
          columns={COLUMNS}
          shareText={percent}
          rows={byAge.map((line) => ({
            key: line.label,
            label: line.label,
            share: line.share,
            cells: cells(line),
            note: `${count(line.served)} of ${count(line.residents)} residents`,
          }))}
        />
      )}
      <section aria-label="Minutes to the closest site">
        <header className="section-head">
          <h3>Minutes to the closest site</h3>
          <WhyButton measure="minutes" title="Minutes to the closest site" />
        </header>
        <MinutesTable minutes={answer.minutes} against={answer.against?.minutes ?? null} />
        {answer.cautions.map((sentence) => (
          <p key={sentence} className="quiet small">
            {sentence}
          </p>
        ))}
      </section>
      {answer.against && <Difference answer={answer} />}
    </div>
  );
}

function Difference({answer}: {answer: Answer}) {
  const {against, question} = answer;
  if (!against) return null;
  const {quicker, slower, unchanged, newlyReachable, noLongerReachable, addsUp} = against.difference;
  const lines = [
    {label: '▼ Quicker', people: quicker},
    {label: '▲ Slower', people: slower},
    {label: 'Unchanged', people: unchanged},
    {label: '+ Newly reachable', people: newlyReachable},
    {label: '− No longer reachable', people: noLongerReachable},
  ];
  return (
    <section aria-label="Who gains and who loses">
      <header className="section-head">
        <h3>
          {question.optionName} against {question.againstName.toLowerCase()}
        </h3>
      </header>
      <table className="figures number">
        <tbody>
          {lines.map(({label, people}) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count(people)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Residents {addsUp ? '✓' : '✗ does not add up'}</th>
            <td>{count(answer.audit.residents)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
