import {ChoiceField} from '../parts/choice-field.tsx';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {capital, evidenceWords} from '../words/sentences.ts';
import type {FileParts} from './file-seen.tsx';

type As = NonNullable<FileParts['said']['as']>;

const HOLDS: readonly As[] = ['sites', 'columns', 'residents', 'deprivation', 'centroids', 'travel-times'];
const SHOWN = 20;

/** The first rows of a file, under headings that say which part each plays; where that was a guess, a planner may change it. */
export function FileColumns({of, said, onSay}: FileParts) {
  if (of.preview.length === 0) return null;
  const roleOf = rolesSaid(of, said);
  const as = of.as;

  function play(heading: string, role: string): void {
    const next = new Map(roleOf);
    if (role === '') next.delete(heading);
    else next.set(heading, role);
    const columns = [...next].map(([each, part]) => `${each}=${part}`);
    if (as !== null) onSay({...said, as, ...(columns.length > 0 ? {columns} : {})});
  }

  return (
    <details open={of.kind === 'refused' && said.as !== undefined}>
      <summary>
        {as === null ? 'First rows' : of.kind === 'refused' ? 'Say what it holds' : 'Columns, and the first rows'}
      </summary>
      {as !== null && (
        <>
          <ChoiceField
            label="It holds"
            value={as}
            onChoose={(next) => onSay({...said, as: next as As, columns: undefined})}
          >
            {HOLDS.map((each) => (
              <option key={each} value={each}>
                {capital(evidenceWords(each))}
              </option>
            ))}
          </ChoiceField>
          <p className="quiet small">
            {of.remembered
              ? 'Read by the columns that were said for these headings before.'
              : 'Say which column is which. Closer remembers it for the next list with these headings.'}
          </p>
        </>
      )}
      <ScrollBox label={`First rows of ${of.fileName}`}>
        <table className="figures preview">
          <thead>
            <tr>
              {of.headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
            <tr>
              {of.headings.map((heading) => (
                <td key={heading} className="preview-role">
                  {as === null ? (
                    <span className="quiet">{roleOf.get(heading)}</span>
                  ) : (
                    <select
                      aria-label={`What ${heading} is`}
                      value={roleOf.get(heading) ?? ''}
                      onChange={(event) => play(heading, event.target.value)}
                    >
                      <option value="">not read</option>
                      {[...new Set([...of.roles, ...(roleOf.has(heading) ? [roleOf.get(heading)!] : [])])].map(
                        (role) => (
                          <option key={role} value={role}>
                            {role}
                          </option>
                        ),
                      )}
                    </select>
                  )}
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.preview.slice(0, SHOWN).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file may be alike, and stay in their order
              <tr key={at}>
                {of.headings.map((heading, column) => (
                  <td key={heading}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

/** What was said last stands, also where it was not enough; else what the file was recognised by. */
function rolesSaid(of: FileParts['of'], {columns}: FileParts['said']): Map<string, string> {
  if (!columns) return new Map(of.columns.map(({heading, role}) => [heading, role]));
  return new Map(
    columns.map((each) => {
      const cut = each.lastIndexOf('=');
      return [each.slice(0, cut), each.slice(cut + 1)];
    }),
  );
}
