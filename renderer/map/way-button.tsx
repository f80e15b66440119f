import {Route} from 'lucide-react';
import {showWay} from '../actions/streets.ts';
import {Button} from '../parts/button.tsx';
import {useView} from '../state/view.ts';

/** With an area chosen: the way from there to the site that is closest. */
export function WayButton() {
  const selection = useView((view) => view.selection);
  const drawn = useView((view) => view.drawn);
  if (selection?.kind !== 'area' || (drawn?.what === 'route' && drawn.area === selection.id)) return null;
  return (
    <Button look="plain" icon={<Route size={14} />} onPress={() => void showWay(selection.id)}>
      Show the way
    </Button>
  );
}
