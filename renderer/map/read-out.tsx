import {minutesIn} from '../area-times.ts';
import type {AreaLine} from '../contract.ts';
import {useAreaTimes} from '../score.ts';
import {useMirror} from '../state/plan.ts';
import {type Selection, useView} from '../state/view.ts';
import {fifthName} from '../words/deprivation.ts';
import {decimal, minutesText, signed} from '../words/numbers.ts';
import {residentsText, siteSentence} from '../words/sentences.ts';
import type {Pointed, Target} from './plan-map.ts';

/** What is under the pointer, in words: at one place on the screen, so that it never hides what it is about. */
export function ReadOut({pointed}: {pointed: Pointed | null}) {
  const areas = useMirror((mirror) => mirror.areas);
  const plan = useMirror((mirror) => mirror.plan);
  const option = useView(({question}) => question?.option ?? 'as-now');
  const {answer} = useAreaTimes();
  const selection = useView((view) => view.selection);
  // Nothing under the pointer: the selected area stays readable.
  const target = pointed?.target ?? selectedArea(selection, areas);
  if (!target) return null;
  if (target.kind === 'site') {
    const site = plan.site.get(target.id);
    if (!site) return null;
    const [, standing, services] = siteSentence(plan, option, site).split('. ');
    return (
      <div className="read-out" aria-hidden="true">
        <strong>{site.name}</strong>
        <span className="quiet">{standing}</span>
        <span className="read-out-wide">{services?.replace(/\.$/, '')}</span>
      </div>
    );
  }
  const area = areas[target.index];
  if (!area) return null;
  const minutes = minutesIn(answer?.seconds, target.index);
  const before = minutesIn(answer?.against, target.index);
  const site = answer?.siteOf(target.index);
  const isBeyond = answer && minutes !== null && minutes * 60 > answer.cutoff;
  const beyond = isBeyond ? `, beyond ${answer.cutoff / 60}` : '';
  return (
    <div className="read-out number" aria-hidden="true">
      <strong>{area.name}</strong>
      <span className="quiet">
        {residentsText(area)} · {fifthName(area.fifth)}
      </span>
      {answer && (
        <span className="read-out-wide">
          {minutes === null
            ? answer.reasonOf(target.index) || 'No site can be reached'
            : `${minutesText(minutes)} to ${plan.site.get(site ?? '')?.name ?? 'the closest site'}${beyond}`}
          {minutes !== null && before !== null && before !== minutes && ` (${signed(minutes - before, decimal)})`}
        </span>
      )}
    </div>
  );
}

function selectedArea(selection: Selection, areas: readonly AreaLine[]): Target {
  const index = selection?.kind === 'area' ? areas.findIndex(({code}) => code === selection.id) : -1;
  return index < 0 ? null : {kind: 'area', index};
}
