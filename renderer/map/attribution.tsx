import {useMemo} from 'react';
import {useAnswer} from '../answers.ts';
import {showPanel} from '../state/view.ts';

/** The attribution lines of exactly the sources used. */
export function Attribution() {
  const {value} = useAnswer('evidence.sources', {});
  const lines = useMemo(() => {
    const inForce = (value?.sources ?? []).filter((source) => !source.replacedBy);
    return [...new Set(inForce.map((source) => source.attribution || source.publisher).filter(Boolean))];
  }, [value]);
  if (lines.length === 0) return null;
  return (
    <button type="button" className="attribution" onClick={() => showPanel('evidence')} title={lines.join('\n')}>
      <span className="visually-hidden">Sources: </span>
      {lines.join(' · ')}
    </button>
  );
}
