import {useState} from 'react';
import {lookAt, type SaidOfFile, takeEvidence} from '../actions/evidence.ts';
import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import {type Asking, raise} from '../state/work.ts';
import {plural} from '../words/numbers.ts';
import {FileSeen} from './file-seen.tsx';

/** What places other files and joins them: looked at again together with one that is said anew. */
const HELPING = new Set(['postcodes', 'boundaries', 'lookup', 'residents']);

/** What each file was recognised as. Nothing is taken until a person says so. */
export function TakeDialog({asking: {files, inspected}}: {asking: Extract<Asking, {what: 'take'}>}) {
  const [seen, setSeen] = useState(inspected);
  const [taken, setTaken] = useState(() => inspected.map(({kind}) => kind !== 'refused'));
  const [said, setSaid] = useState<ReadonlyMap<string, SaidOfFile>>(new Map());
  const [looking, setLooking] = useState(false);
  const count = taken.filter(Boolean).length;
  const problems = seen.reduce((sum, {rowsRefused}, index) => sum + (taken[index] ? rowsRefused : 0), 0);

  async function say(index: number, next: Omit<SaidOfFile, 'file'>): Promise<void> {
    const {grant} = files[index]!;
    const all = new Map(said).set(grant, {file: grant, ...next});
    setSaid(all);
    setLooking(true);
    const with_ = files.filter((_, other) => other === index || HELPING.has(seen[other]!.kind));
    const again = await lookAt(with_, [...all.values()]);
    setLooking(false);
    const of = again?.[with_.indexOf(files[index]!)];
    if (!of) return;
    setSeen((before) => before.map((each, at) => (at === index ? of : each)));
    setTaken((before) => before.map((each, at) => (at === index ? of.kind !== 'refused' : each)));
  }

  return (
    <Dialog
      title={`${plural(files.length, 'file')} looked at`}
      wide
      onClose={() => raise(null)}
      actions={
        <>
          <Button
            look="strong"
            isDisabled={count === 0 || looking}
            onPress={() =>
              void takeEvidence(
                files.filter((_, index) => taken[index]),
                [...said.values()],
              )
            }
          >
            {count === files.length ? 'Take' : `Take ${plural(count, 'file')}`}
          </Button>
          <Button onPress={() => raise(null)}>Leave</Button>
          <span className="quiet small number sheet-sum" aria-live="polite">
            {looking ? 'Looking again…' : problems > 0 ? `${plural(problems, 'row')} would be left out` : ''}
          </span>
        </>
      }
    >
      <ul className="inspected">
        {seen.map((of, index) => {
          const {grant} = files[index]!;
          return (
            <li key={grant} data-refused={of.kind === 'refused'}>
              <FileSeen
                of={of}
                said={said.get(grant) ?? {file: grant}}
                taken={taken[index] ?? false}
                onTake={(on) => setTaken(taken.map((each, at) => (at === index ? on : each)))}
                onSay={(next) => void say(index, next)}
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
