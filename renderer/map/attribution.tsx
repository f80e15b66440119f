import {useMemo} from 'react';
import {useAnswer} from '../answers.ts';
import {showPanel, useView} from '../state/view.ts';
import {creditsOf} from '../words/credits.ts';

/** Whose evidence the map shows, in short; in full on hover, and in the panel of evidence by a press. */
export function Attribution() {
  const {value} = useAnswer('evidence.sources', {});
  const inForce = useMemo(() => (value?.sources ?? []).filter((source) => !source.replacedBy), [value]);
  const basemap = useView((view) => view.basemap);
  const below = basemap?.trouble === null ? basemap.attribution || basemap.name : null;
  if (inForce.length === 0) return null;
  const all = inForce.map((source) => source.attribution || source.publisher);
  const full = [...new Set([...all, ...(below === null ? [] : [`Basemap: ${below}`])])].join('\n');
  return (
    <button type="button" className="attribution" onClick={() => showPanel('evidence')} title={full}>
      <span className="visually-hidden">Sources: </span>
      {[...new Set([...creditsOf(inForce), ...(below === null ? [] : [below])])].join(' · ')}
    </button>
  );
}
