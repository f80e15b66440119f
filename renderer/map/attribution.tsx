import {useMemo} from 'react';
import {useAnswer} from '../answers.ts';
import {showPanel} from '../state/view.ts';
import {creditsOf} from '../words/credits.ts';

/** Whose evidence the map shows, in short; in full on hover, and in the panel of evidence by a press. */
export function Attribution() {
  const {value} = useAnswer('evidence.sources', {});
  const inForce = useMemo(() => (value?.sources ?? []).filter((source) => !source.replacedBy), [value]);
  if (inForce.length === 0) return null;
  const full = [...new Set(inForce.map((source) => source.attribution || source.publisher))].join('\n');
  return (
    <button type="button" className="attribution" onClick={() => showPanel('evidence')} title={full}>
      <span className="visually-hidden">Sources: </span>
      {creditsOf(inForce).join(' · ')}
    </button>
  );
}
