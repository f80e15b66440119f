import {useEffect, useState} from 'react';
import {Mark} from '../bar/mark.tsx';
import {addressOf} from '../bridge.ts';
import {Dialog} from '../parts/dialog.tsx';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {useMirror} from '../state/plan.ts';
import {raise} from '../state/work.ts';

const LICENCES = [
  {name: 'software', title: 'Software'},
  {name: 'data', title: 'Data'},
  {name: 'inter', title: 'The Inter typeface'},
] as const;

/** Which Closer this is, and whose work it stands on. */
export function AboutDialog() {
  const version = useMirror((mirror) => mirror.state?.version ?? '');
  return (
    <Dialog title="About Closer" onClose={() => raise(null)} wide>
      <p className="opening-brand">
        <Mark size={28} /> Closer {version}
      </p>
      <p>
        An offline planner for where health and care services should be, so that people who are worst served travel
        least. It holds no patient data, asks no live service, and its answers are evidence for a business case, not
        one.
      </p>
      <h3>Licences</h3>
      {LICENCES.map(({name, title}) => (
        <Licence key={name} name={name} title={title} />
      ))}
    </Dialog>
  );
}

function Licence({name, title}: {name: string; title: string}) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && <LicenceText name={name} title={title} />}
    </details>
  );
}

function LicenceText({name, title}: {name: string; title: string}) {
  const [text, setText] = useState('');
  useEffect(() => {
    fetch(addressOf(`resources/licences/${name}.txt`))
      .then((response) => (response.ok ? response.text() : 'This licence is missing from your copy of Closer.'))
      .then(setText, (error: Error) => setText(`It could not be read: ${error.message}.`));
  }, [name]);
  return (
    <ScrollBox label={`${title}: licence`}>
      <pre className="licence">{text}</pre>
    </ScrollBox>
  );
}
