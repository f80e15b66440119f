import {BookOpen} from 'lucide-react';
import {inSentence} from '../../src/domain/in-sentence.ts';
import type {Answer} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {Empty} from '../parts/empty.tsx';
import {NumberBox} from '../parts/field.tsx';
import {useChosenCandidate, useLedger} from '../score.ts';
import {askWhy, select, showAnswerTab, supposeAvoided, useView} from '../state/view.ts';
import {capital, travelPhrase} from '../words/sentences.ts';
import {JourneysByArea} from './journeys-by-area.tsx';
import {LedgerTable} from './ledger-table.tsx';
import {NotYet} from './not-yet.tsx';
import {NothingSaved} from './nothing-saved.tsx';

/** The journeys ledger for the chosen candidate. */
export function JourneysView({answer}: {answer: Answer}) {
  const site = useChosenCandidate();
  const standing = useLedger();
  const shareAvoided = useView((view) => view.shareAvoided);
  const best = answer.sites[0];
  const {question} = answer;
  if (!site) {
    return (
      <Empty title="Which site?">
        <p>
          A ledger needs a site that {inSentence(question.serviceName)} could open at. Choose one on the map or in the
          ranking.
        </p>
        <div className="button-row">
          {best && (
            <Button look="strong" onPress={() => select({kind: 'site', id: best.id})}>
              Take the best: {best.name}
            </Button>
          )}
          <Button onPress={() => showAnswerTab('candidates')}>See the candidates</Button>
        </div>
        <Example />
      </Empty>
    );
  }
  const ledger = standing.answer;
  return (
    <div className="journeys" data-current={standing.current}>
      <NotYet standing={standing} />
      {ledger && (
        <>
          <header className="section-head">
            <h3>
              A year of journeys if {inSentence(ledger.service.name)} opened at {ledger.site.name}
            </h3>
          </header>
          <p className="quiet small">
            {capital(travelPhrase(question))}, against{' '}
            {question.optionName.toLowerCase() === 'as now' ? 'as now' : `“${question.optionName}” as it is`}. Positive
            is saved, negative is spent.
          </p>
          {ledger.nobodyOffers ? (
            <NothingSaved why={ledger.nobodyOffers} of={ledger.ledger} />
          ) : (
            <LedgerTable of={ledger} />
          )}
          <NumberBox
            label="Legs that would no longer occur"
            hint="Such as care brought home. Only these save a whole journey; the others get shorter or longer."
            unit="%"
            value={shareAvoided * 100}
            minValue={0}
            maxValue={100}
            onChange={(percent) => supposeAvoided(percent / 100)}
          />
          <JourneysByArea of={ledger} />
          <Example />
        </>
      )}
    </div>
  );
}

function Example() {
  const site = useChosenCandidate();
  const best = site ?? undefined;
  return (
    <Button
      look="quiet"
      icon={<BookOpen size={14} />}
      onPress={() =>
        askWhy({measure: 'ledger', title: 'A worked example', term: 'example', ...(best ? {site: best} : {})})
      }
    >
      A worked example
    </Button>
  );
}
