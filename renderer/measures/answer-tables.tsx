import {ScrollBox} from '../parts/scroll-box.tsx';
import {exact} from '../words/numbers.ts';
import type {MeasureAnswer} from './answer.ts';

/** The further tables of a measure, shut until they are wanted: they are wider than the panel. */
export function AnswerTables({tables}: {tables: MeasureAnswer['tables']}) {
  return tables
    .filter(({rows}) => rows.length > 0)
    .map(({key, title, headings, rows}) => (
      <details key={key} className="answer-table">
        <summary>{title}</summary>
        <ScrollBox label={title}>
          <table className="figures number">
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading || <span className="visually-hidden">What</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((cell, n) => {
                    const text = typeof cell === 'number' ? exact(cell, Math.abs(cell) >= 100 ? 0 : 2) : (cell ?? '–');
                    return n === 0 ? (
                      <th key={headings[n]} scope="row">
                        {text}
                      </th>
                    ) : (
                      <td key={headings[n]}>{text}</td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    ));
}
