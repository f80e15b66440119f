import {useState} from 'react';
import {AS_NOW} from '../../src/domain/option.ts';
import {exportAnswer} from '../actions/export-answers.ts';
import {NotYet} from '../answer/not-yet.tsx';
import {JourneysInputs} from '../journeys/journeys-inputs.tsx';
import {JourneysResult} from '../journeys/journeys-result.tsx';
import {ExportButton} from '../measures/export-button.tsx';
import {journeysAsked} from '../measures/measure-asked.ts';
import {useJourneys} from '../measures/use-measure.ts';
import {useMirror} from '../state/plan.ts';
import {useView, view} from '../state/view.ts';
import {travelPhrase} from '../words/sentences.ts';

/** A year of journeys of every service, in the option in view against the other. */
export function JourneysPanel() {
  const question = useView((each) => each.question);
  const options = useMirror((mirror) => mirror.plan.option);
  const [openings, setOpenings] = useState(false);
  const standing = useJourneys(openings);
  if (!question)
    return <p className="quiet">Bring a place, its people and its sites first: journeys are made between them.</p>;
  const {is, answer, current} = standing;
  const option = question.option ?? AS_NOW;
  const against = question.against ?? AS_NOW;
  const nameOf = (id: string) => options.get(id)?.name ?? id;

  function write(): void {
    const {question: asked, measure, shareAvoided} = view();
    if (asked) void exportAnswer('export.journeys', journeysAsked(asked, measure, {shareAvoided, openings: false}));
  }

  return (
    <div className="measures">
      <p className="small">
        A year of journeys to every service, {travelPhrase(question)}, in <strong>{nameOf(option)}</strong>
        {option === against ? '' : ` against ${nameOf(against).toLowerCase()}`}.
      </p>
      <JourneysInputs openings={openings} onOpenings={setOpenings} />
      <NotYet standing={standing} />
      {is === 'nothing' && <p className="quiet">Writing the ledgers…</p>}
      {answer && is !== 'trouble' && (
        <>
          <JourneysResult of={answer} current={current} />
          <ExportButton onPress={write} />
        </>
      )}
    </div>
  );
}
