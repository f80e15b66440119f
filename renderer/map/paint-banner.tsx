import {stepBack} from '../actions/look.ts';
import {Button} from '../parts/button.tsx';
import {useMirror} from '../state/plan.ts';
import {useView} from '../state/view.ts';

/** Says whose areas are being painted, and how. */
export function PaintBanner({hint}: {hint: string}) {
  const id = useView((view) => view.neighbourhood);
  const name = useMirror(({plan}) => (id === null ? null : plan.neighbourhood.get(id)?.name));
  return (
    <section className="mode-banner" aria-label={`Areas of ${name ?? 'the neighbourhood'}`}>
      <p>
        <strong>Areas of {name ?? 'the neighbourhood'}</strong> {hint}
      </p>
      <div className="mode-banner-row">
        <Button look="strong" onPress={stepBack}>
          Done
        </Button>
      </div>
    </section>
  );
}
