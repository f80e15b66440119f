import {Download} from 'lucide-react';
import {Button} from '../parts/button.tsx';

/** Takes an answer out as CSV. Who loses goes with it, whether or not somebody wants to see that. */
export function ExportButton({onPress}: {onPress: () => void}) {
  return (
    <div className="button-row">
      <Button icon={<Download size={14} />} onPress={onPress}>
        Export, with losers
      </Button>
    </div>
  );
}
