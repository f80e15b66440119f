import {Download} from 'lucide-react';
import {useState} from 'react';
import {saveLeftOut} from '../actions/evidence.ts';
import {Button} from '../parts/button.tsx';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {count, plural} from '../words/numbers.ts';
import type {FileParts} from './file-seen.tsx';

/** Rows that would be left out, each with its reason; a cell that is wrong can be put right here. */
export function FileProblems({of, said, onSay}: FileParts) {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  if (of.problems.length === 0) return null;
  const named = of.columns.find(({role}) => role === 'site name' || role === 'area name')?.heading;
  const cellOf = (cells: readonly string[], heading: string | undefined) =>
    heading === undefined ? '' : (cells[of.headings.indexOf(heading)] ?? '');
  const canCorrect = of.problems.some(({column}) => of.headings.includes(column));
  const changes = of.problems.flatMap(({row, column}) => {
    const value = typed.get(`${row} ${column}`);
    return value === undefined ? [] : [{row, heading: column, value}];
  });

  function lookAgain(): void {
    const kept = (said.corrections ?? []).filter(
      (old) => !changes.some((each) => each.row === old.row && each.heading === old.heading),
    );
    setTyped(new Map());
    onSay({...said, corrections: [...kept, ...changes]});
  }

  return (
    <details open={(said.corrections?.length ?? 0) > 0}>
      <summary>
        {plural(of.rowsRefused, 'row')} would be left out
        {of.problems.length < of.rowsRefused ? `, the first ${count(of.problems.length)} here` : ''}
      </summary>
      <ScrollBox label={`Rows of ${of.fileName} that would be left out`}>
        <table className="figures number refusals">
          <thead>
            <tr>
              <th scope="col">Row</th>
              {named && <th scope="col">{named}</th>}
              {canCorrect && <th scope="col">Cell</th>}
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {of.problems.map(({row, column, reason, cells}) => (
              <tr key={`${row} ${column} ${reason}`}>
                <td>{count(row)}</td>
                {named && <td>{cellOf(cells, named)}</td>}
                {canCorrect && (
                  <td>
                    {of.headings.includes(column) && (
                      <input
                        className="cell-input"
                        aria-label={`${column} of row ${count(row)}`}
                        value={typed.get(`${row} ${column}`) ?? cellOf(cells, column)}
                        onChange={(event) => setTyped(new Map(typed).set(`${row} ${column}`, event.target.value))}
                        onKeyDown={(event) => {
                          if (event.key === 'Enter' && changes.length > 0) lookAgain();
                        }}
                      />
                    )}
                  </td>
                )}
                <td className="refusal-why">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className="button-row">
        {canCorrect && (
          <Button isDisabled={changes.length === 0} onPress={lookAgain}>
            {changes.length === 0 ? 'Look again' : `Look again with ${plural(changes.length, 'cell')} put right`}
          </Button>
        )}
        <Button
          icon={<Download size={14} />}
          onPress={() => void saveLeftOut(of.fileName, {files: [said.file], said: [said]})}
        >
          Save these rows…
        </Button>
      </div>
    </details>
  );
}
