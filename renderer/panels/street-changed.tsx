import {RotateCcw} from 'lucide-react';
import type {StreetChange} from '../../src/domain/street-change.ts';
import {optionInView} from '../actions/sites.ts';
import {takeStreetBack} from '../actions/streets.ts';
import {Button} from '../parts/button.tsx';
import {lookAtStreet} from '../state/view.ts';
import {streetChangeWords} from '../words/street-words.ts';

/** What has been done to the street already, and the way back. */
export function StreetChanged({change}: {change: StreetChange}) {
  async function takeBack(): Promise<void> {
    // What is known of the street was read while it was changed.
    if (await takeStreetBack(change.id)) lookAtStreet({found: null});
  }

  const inherited = change.option !== optionInView();
  return (
    <div className="stack">
      <p className="small">
        {streetChangeWords(change)}
        {inherited
          ? ', as now and so in every option. Choose as now in the question to take that back.'
          : change.reason
            ? `: ${change.reason}`
            : '.'}
      </p>
      {!inherited && (
        <div className="street-doing">
          <Button look="strong" icon={<RotateCcw size={14} />} onPress={() => void takeBack()}>
            {BACK[change.kind]}
          </Button>
        </div>
      )}
    </div>
  );
}

const BACK: Record<StreetChange['kind'], string> = {
  closed: 'Open again',
  speed: 'Put the limit back',
  added: 'Take the street away',
};
