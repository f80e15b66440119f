import {CircleHelp} from 'lucide-react';
import {IconButton} from '../parts/button.tsx';
import {askWhy, type Why} from '../state/view.ts';

/** Opens *Why this number?* for a measure. */
export function WhyButton(why: Why) {
  return (
    <span className="why-button">
      <IconButton name={`Why this number? ${why.title}`} placement="left" onPress={() => askWhy(why)}>
        <CircleHelp size={14} />
      </IconButton>
    </span>
  );
}
