import {ANSWER_TABS} from '../actions/look.ts';
import {Tabs} from '../parts/tabs.tsx';
import {useScore} from '../score.ts';
import {type AnswerTab, showAnswerTab, useView} from '../state/view.ts';
import {AuditLine} from './audit-line.tsx';
import {Candidates} from './candidates.tsx';
import {JourneysView} from './journeys.tsx';
import {NotYet} from './not-yet.tsx';
import {Served} from './served.tsx';

/** The answer to the question: who is served, which candidates would change that, and what a year of journeys would save. */
export function AnswerPanel() {
  const tab = useView((view) => view.answerTab);
  const score = useScore();
  const {answer, current} = score;
  return (
    <aside className="answer" aria-label="Answer">
      <div className="answer-content" data-current={current} aria-busy={!current}>
        <h2 className="visually-hidden">Answer</h2>
        <NotYet standing={score} />
        {answer && (
          <>
            <Tabs
              label="Answer"
              chosen={tab}
              onChoose={(name) => showAnswerTab(name as AnswerTab)}
              tabs={ANSWER_TABS.map(({name, title}) => ({
                name,
                title,
                content: () =>
                  name === 'served' ? (
                    <Served answer={answer} />
                  ) : name === 'candidates' ? (
                    <Candidates answer={answer} />
                  ) : (
                    <JourneysView answer={answer} />
                  ),
              }))}
            />
            <AuditLine audit={answer.audit} within={answer.question.within} />
          </>
        )}
      </div>
    </aside>
  );
}
