import {Upload} from 'lucide-react';
import {pickEvidence} from '../actions/evidence.ts';
import {Button} from '../parts/button.tsx';

/** What stands where the place will be drawn, before there are areas. */
export function EmptyMap() {
  return (
    <div className="map-empty">
      <h2>Bring the place’s evidence</h2>
      <p>
        Boundaries of small areas, residents by age, deprivation, sites and streets, as their publishers publish them.
        Drop the files here, or pick them; you see what each one is before anything is taken.
      </p>
      <Button look="strong" icon={<Upload size={14} />} onPress={() => void pickEvidence()}>
        Bring files
      </Button>
    </div>
  );
}
