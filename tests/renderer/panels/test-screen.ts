import {createElement, Fragment} from 'react';
import {AnswerPanel} from '../../../renderer/answer/answer-panel.tsx';
import {WhySheet} from '../../../renderer/answer/why-sheet.tsx';
import {Dialogs} from '../../../renderer/dialogs/dialogs.tsx';
import {Notices} from '../../../renderer/dialogs/notices.tsx';
import {Panel} from '../../../renderer/panels/panel.tsx';
import {Sentence} from '../../../renderer/question/sentence.tsx';
import {useView} from '../../../renderer/state/view.ts';

/** Everything but the map, which needs a browser's graphics. */
export function TestScreen() {
  const panel = useView((view) => view.panel);
  const question = useView((view) => view.question);
  return createElement(
    Fragment,
    null,
    question && createElement(Sentence, {question}),
    panel && createElement(Panel, {name: panel}),
    createElement(AnswerPanel),
    createElement(WhySheet),
    createElement(Dialogs),
    createElement(Notices),
  );
}
