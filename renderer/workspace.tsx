import {useEffect} from 'react';
import {AnswerPanel} from './answer/answer-panel.tsx';
import {useSpokenAnswer} from './answer/spoken-answer.ts';
import {WhySheet} from './answer/why-sheet.tsx';
import {TopBar} from './bar/top-bar.tsx';
import {MapView} from './map/map-view.tsx';
import {useIsNarrow, WIDE_PANELS} from './narrow.ts';
import {Panel} from './panels/panel.tsx';
import {Rail} from './panels/rail.tsx';
import {Boundary} from './parts/boundary.tsx';
import {firstQuestion} from './question/first-question.ts';
import {useMirror} from './state/plan.ts';
import {askQuestion, showPanel, useView, view} from './state/view.ts';
import {Drawer} from './table/drawer.tsx';

/** An open project: question above, panel at the left, map in the middle, answer at the right, tables below. */
export function Workspace() {
  const plan = useMirror((mirror) => mirror.plan);
  const question = useView((each) => each.question);
  const panel = useView((each) => each.panel);
  const narrow = useIsNarrow();

  const empty = useMirror((mirror) => mirror.areas.length === 0);
  useEffect(() => {
    if (empty) showPanel('evidence');
  }, [empty]);

  // The question names a service and options of the plan: when one of them goes, another takes its place.
  useEffect(() => {
    const now = view().question;
    const next = firstQuestion(plan, now);
    if (next !== now) askQuestion(next);
  }, [plan]);

  useSpokenAnswer();

  return (
    <div
      className="workspace"
      data-panel={panel ? 'open' : 'shut'}
      data-wide={panel !== null && WIDE_PANELS.has(panel)}
    >
      <TopBar question={question} />
      <Rail />
      <Boundary name="The panel">{panel && <Panel name={panel} />}</Boundary>
      <main className="middle" aria-label="Map and tables">
        <Boundary name="The map">
          <MapView />
        </Boundary>
        <Boundary name="The table">
          <Drawer withAnswer={narrow} />
        </Boundary>
      </main>
      {!narrow && (
        <Boundary name="The answer">
          <AnswerPanel />
        </Boundary>
      )}
      <WhySheet />
    </div>
  );
}
