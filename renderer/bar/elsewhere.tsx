import {TriangleAlert} from 'lucide-react';
import {useMirror} from '../state/plan.ts';

/** Says that somebody else has the same file open. */
export function Elsewhere() {
  const elsewhere = useMirror((mirror) => mirror.state?.open?.elsewhere);
  if (!elsewhere) return null;
  return (
    <p className="elsewhere" role="status">
      <TriangleAlert size={14} aria-hidden="true" /> {elsewhere}
    </p>
  );
}
