import {Checkbox} from 'react-aria-components';
import type {SaidOfFile} from '../actions/evidence.ts';
import type {Inspected} from '../state/work.ts';
import {fitSentences} from '../words/fit.ts';
import {plural} from '../words/numbers.ts';
import {capital, evidenceWords} from '../words/sentences.ts';
import {FifthChanges} from './fifth-changes.tsx';
import {FileColumns} from './file-columns.tsx';
import {FileProblems} from './file-problems.tsx';

export interface FileParts {
  of: Inspected[number];
  said: SaidOfFile;
  onSay: (said: Omit<SaidOfFile, 'file'>) => void;
}

/** One file of the import sheet: what it is, how it fits the place, what would be left out, which column is which. */
export function FileSeen({
  of,
  said,
  taken,
  onTake,
  onSay,
}: FileParts & {taken: boolean; onTake: (on: boolean) => void}) {
  const refused = of.kind === 'refused';
  const fit = of.fit ? fitSentences(of.fit) : [];
  const notes = of.notes.filter((note) => note !== of.sentence);
  return (
    <>
      <Checkbox className="check" isSelected={taken} isDisabled={refused || !of.imported} onChange={onTake}>
        <span className="check-box" aria-hidden="true" />
        {of.fileName}
      </Checkbox>
      {refused ? (
        <p className="field-problem">{of.sentence}</p>
      ) : (
        <p className="inspected-as">
          <strong>{capital(evidenceWords(of.kind))}.</strong>{' '}
          {[of.title, of.publisher, of.edition].filter(Boolean).join(', ')}
          {of.rows > 0 && (
            <span className="quiet number">
              {' '}
              · {plural(of.rowsTaken, 'row')}
              {of.rowsRefused > 0 && `, ${of.rowsRefused.toLocaleString('en-GB')} left out`}
            </span>
          )}
        </p>
      )}
      {fit.map((sentence) => (
        <p key={sentence} className="small number">
          {sentence}
        </p>
      ))}
      {!refused && !of.imported && (
        <p className="quiet small">Closer knows this file, but a project does not hold its kind.</p>
      )}
      {!refused && of.sentence && <p className="quiet small">{of.sentence}</p>}
      {notes.length > 0 && (
        <details>
          <summary>{plural(notes.length, 'more note')}</summary>
          {notes.map((note) => (
            <p key={note} className="quiet small">
              {note}
            </p>
          ))}
        </details>
      )}
      {of.fit?.changes?.kind === 'deprivation' && <FifthChanges areas={of.fit.changes.areas} />}
      <FileProblems of={of} said={said} onSay={onSay} />
      <FileColumns of={of} said={said} onSay={onSay} />
    </>
  );
}
