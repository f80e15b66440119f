import {exportAnswer} from '../actions/export-answers.ts';
import {NotYet} from '../answer/not-yet.tsx';
import {ExportButton} from '../measures/export-button.tsx';
import {MeasureChooser} from '../measures/measure-chooser.tsx';
import {MeasureInputs} from '../measures/measure-inputs.tsx';
import {MeasureResult} from '../measures/measure-result.tsx';
import {useMeasure, useMeasures} from '../measures/use-measure.ts';
import {useView} from '../state/view.ts';

/** Any measure of the question above, with all that it rests on. */
export function MeasuresPanel() {
  const question = useView((view) => view.question);
  const key = useView((view) => view.measure.measure);
  const listed = useMeasures();
  const chosen = listed.find((each) => each.key === key);
  const {standing, asked} = useMeasure(chosen, listed);
  if (!question)
    return <p className="quiet">Bring a place, its people and its sites first: a measure is taken of them.</p>;
  const {is, answer, current} = standing;
  return (
    <div className="measures">
      <MeasureChooser listed={listed} />
      {chosen && <MeasureInputs chosen={chosen} listed={listed} />}
      <NotYet standing={standing} />
      {answer && is !== 'trouble' && (
        <>
          <MeasureResult of={answer} current={current && answer.measure.key === key} />
          {asked && <ExportButton onPress={() => void exportAnswer('export.measure', asked)} />}
        </>
      )}
      {is === 'nothing' && <p className="quiet">Taking the measure…</p>}
    </div>
  );
}
