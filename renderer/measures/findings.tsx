import {useMemo, useState} from 'react';
import {Button} from '../parts/button.tsx';
import {ChoiceField} from '../parts/choice-field.tsx';
import {count} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import type {Duplication} from './answer.ts';
import {type Cluster, clustersOf} from './clusters.ts';
import {FindingCard} from './finding-card.tsx';
import {IntendDialog} from './intend-dialog.tsx';

const SHOWN_FIRST = 12;
const WORTH = '';
const ALL = 'all';

/** The findings worth looking at, the strongest first; those of one verdict; or all. One card is about one place. */
export function Findings({of}: {of: Duplication}) {
  const [verdict, setVerdict] = useState(WORTH);
  const [all, setAll] = useState(false);
  const [intending, setIntending] = useState<Cluster | null>(null);
  const worth = useMemo(() => clustersOf(of.lines.filter((line) => line.verdict !== 'not a duplicate')), [of.lines]);
  const fitting = useMemo(
    () =>
      verdict === WORTH
        ? worth
        : clustersOf(verdict === ALL ? of.lines : of.lines.filter((line) => line.verdict === verdict)),
    [verdict, worth, of.lines],
  );
  const shown = all ? fitting : fitting.slice(0, SHOWN_FIRST);
  return (
    <section className="findings" aria-label="Findings">
      <ChoiceField label="Show" value={verdict} onChoose={setVerdict}>
        <option value={WORTH}>Worth looking at: {count(worth.length)}</option>
        {of.byVerdict
          .filter(({findings}) => findings > 0)
          .map((each) => (
            <option key={each.verdict} value={each.verdict}>
              {capital(each.verdict)}: {count(each.findings)}
            </option>
          ))}
        <option value={ALL}>All {count(of.found)}, each site beside each other</option>
      </ChoiceField>
      {fitting.length === 0 && <p className="inset">Nothing here looks like a duplicate.</p>}
      <ul>
        {shown.map((each) => (
          <FindingCard
            key={`${each.findings[0].site} ${each.findings[0].beside}`}
            of={each}
            onIntend={() => setIntending(each)}
          />
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
