import {inSentence} from '../../src/domain/in-sentence.ts';
import {exportAnswer} from '../actions/export-answers.ts';
import {NotYet} from '../answer/not-yet.tsx';
import {TimesLabel} from '../answer/times-label.tsx';
import {ChoiceSummary} from '../measures/choice-summary.tsx';
import {DuplicationTotals} from '../measures/duplication-totals.tsx';
import {ExportButton} from '../measures/export-button.tsx';
import {Findings} from '../measures/findings.tsx';
import {IntendedList} from '../measures/intended-list.tsx';
import {duplicationAsked} from '../measures/measure-asked.ts';
import {useDuplication} from '../measures/use-measure.ts';
import {WithoutSiteSummary} from '../measures/without-site.tsx';
import {useMirror} from '../state/plan.ts';
import {useView} from '../state/view.ts';
import {percent} from '../words/numbers.ts';
import {travelPhrase} from '../words/sentences.ts';

/** Sites that serve the same people, with the choice that they give beside the room that they take. */
export function DuplicationPanel() {
  const question = useView((view) => view.question);
  const services = useMirror((mirror) => mirror.plan.service);
  const standing = useDuplication();
  if (!question)
    return <p className="quiet">Bring a place, its people and its sites first: duplicates are found among them.</p>;
  const {is, answer, current} = standing;
  const service = inSentence(services.get(question.service)?.name ?? question.service);
  return (
    <div className="measures">
      <p className="small">
        Where does <strong>{service}</strong> stand twice for the same people, {travelPhrase(question)}, within{' '}
        {question.within} minutes?
      </p>
      <NotYet standing={standing} />
      {is === 'nothing' && <p className="quiet">Comparing every site with every other…</p>}
      {answer && is !== 'trouble' && (
        <div className="measure-result" data-current={current} aria-busy={!current}>
          <TimesLabel times={answer.times} />
          <ChoiceSummary of={answer} />
          {answer.without && <WithoutSiteSummary of={answer.without} />}
          {answer.sites < 2 ? (
            <p className="inset">
              {answer.sites === 0
                ? 'No open site offers it here.'
                : 'Only one site offers it here: it has no duplicate.'}
            </p>
          ) : (
            <>
              <DuplicationTotals of={answer} />
              <IntendedList alike={answer.alike} />
              {answer.found > 0 && <Findings of={answer} />}
              {answer.found > 0 && (
                <ExportButton
                  onPress={() => {
                    const {most: _, ...asked} = duplicationAsked(question, answer.without?.site ?? null);
                    void exportAnswer('export.duplicates', asked);
                  }}
                />
              )}
            </>
          )}
          <p className="quiet small">
            A site is a possible duplicate where {percent(answer.rules.overlap)} or more of its people are also within{' '}
            {answer.within} minutes of another, unless others have no room, or those whom only it serves are the more
            deprived.
          </p>
          {answer.notes.map((note) => (
            <p key={note} className="quiet small">
              {note}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
