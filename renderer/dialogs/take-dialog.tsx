import {useState} from 'react';
import {Checkbox} from 'react-aria-components';
import {takeEvidence} from '../actions/evidence.ts';
import {RefusalTable} from '../panels/refusals.tsx';
import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {type Asking, type Inspected, raise} from '../state/work.ts';
import {plural} from '../words/numbers.ts';
import {capital, evidenceWords} from '../words/sentences.ts';

/** What each file was recognised as. Nothing is taken until a person says so. */
export function TakeDialog({asking: {files, inspected}}: {asking: Extract<Asking, {what: 'take'}>}) {
  const usable = inspected.map(({kind}) => kind !== 'refused');
  const [taken, setTaken] = useState(usable);
  const count = taken.filter(Boolean).length;
  return (
    <Dialog
      title={`${plural(files.length, 'file')} looked at`}
      wide
      onClose={() => raise(null)}
      actions={
        <>
          <Button
            look="strong"
            isDisabled={count === 0}
            onPress={() => void takeEvidence(files.filter((_, index) => taken[index]))}
          >
            {count === files.length ? 'Take' : `Take ${plural(count, 'file')}`}
          </Button>
          <Button onPress={() => raise(null)}>Leave</Button>
        </>
      }
    >
      <ul className="inspected">
        {inspected.map((of, index) => (
          <li key={of.fileName} data-refused={of.kind === 'refused'}>
            <File
              of={of}
              taken={taken[index] ?? false}
              onTake={(on) => setTaken(taken.map((each, at) => (at === index ? on : each)))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function File({of, taken, onTake}: {of: Inspected[number]; taken: boolean; onTake: (on: boolean) => void}) {
  const refused = of.kind === 'refused';
  return (
    <>
      <Checkbox className="check" isSelected={taken} isDisabled={refused} onChange={onTake}>
        <span className="check-box" aria-hidden="true" />
        {of.fileName}
      </Checkbox>
      {refused ? (
        <p className="field-problem">{of.sentence}</p>
      ) : (
        <p className="inspected-as">
          <strong>{capital(evidenceWords(of.kind))}.</strong>{' '}
          {[of.title, of.publisher, of.edition].filter(Boolean).join(', ')}
          {of.rows > 0 && <span className="quiet number"> · {plural(of.rows, 'row')}</span>}
        </p>
      )}
      {!refused && of.sentence && <p className="quiet small">{of.sentence}</p>}
      {of.problems.length > 0 && (
        <details>
          <summary>
            {plural(of.problems.length, 'row')} would be refused{of.problems.length >= 20 ? ' or more' : ''}
          </summary>
          <RefusalTable refusals={of.problems} />
        </details>
      )}
      {of.preview.length > 0 && (
        <details>
          <summary>First rows</summary>
          <ScrollBox label={`First rows of ${of.fileName}`}>
            <table className="figures preview">
              <thead>
                <tr>
                  {of.columns.map(({heading, role}) => (
                    <th key={heading} scope="col" title={role}>
                      {heading}
                      {role && <span className="quiet"> {role}</span>}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {of.preview.slice(0, 6).map((row) => (
                  <tr key={row.join('\t')}>
                    {row.map((cell, column) => (
                      <td key={of.columns[column]?.heading ?? column}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </details>
      )}
    </>
  );
}
