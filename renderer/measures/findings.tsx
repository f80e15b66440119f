import {useState} from 'react';
import {Button} from '../parts/button.tsx';
import {ChoiceField} from '../parts/choice-field.tsx';
import {count} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import type {Duplication, Finding} from './answer.ts';
import {FindingCard} from './finding-card.tsx';
import {IntendDialog} from './intend-dialog.tsx';

const SHOWN_FIRST = 12;

/** Every finding, the strongest first, or only those of one verdict. */
export function Findings({of}: {of: Duplication}) {
  const [verdict, setVerdict] = useState('');
  const [all, setAll] = useState(false);
  const [intending, setIntending] = useState<Finding | null>(null);
  const fitting = of.lines.filter((line) => verdict === '' || line.verdict === verdict);
  const shown = all ? fitting : fitting.slice(0, SHOWN_FIRST);
  return (
    <section className="findings" aria-label="Findings">
      <ChoiceField label="Show" value={verdict} onChoose={setVerdict}>
        <option value="">All {count(of.found)} findings</option>
        {of.byVerdict
          .filter(({findings}) => findings > 0)
          .map((each) => (
            <option key={each.verdict} value={each.verdict}>
              {capital(each.verdict)}: {count(each.findings)}
            </option>
          ))}
      </ChoiceField>
      <ul>
        {shown.map((line) => (
          <FindingCard key={`${line.site} ${line.beside}`} line={line} onIntend={() => setIntending(line)} />
        ))}
      </ul>
      {fitting.length > shown.length && <Button onPress={() => setAll(true)}>Show all {count(fitting.length)}</Button>}
      {of.found > of.lines.length && (
        <p className="quiet small">
          These are the strongest {count(of.lines.length)} of {count(of.found)}.
        </p>
      )}
      {intending && <IntendDialog service={of.service} of={intending} onClose={() => setIntending(null)} />}
    </section>
  );
}
