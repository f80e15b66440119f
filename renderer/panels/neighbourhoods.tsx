import {LassoSelect, Paintbrush, Pencil, Plus, Star, Trash2} from 'lucide-react';
import {useMemo} from 'react';
import type {Neighbourhood} from '../../src/domain/neighbourhood.ts';
import {drawBoundary} from '../actions/boundary.ts';
import {
  addNeighbourhood,
  neighbourhoodsOfWards,
  paint,
  removeNeighbourhood,
  renameNeighbourhood,
} from '../actions/neighbourhoods.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {Button, IconButton, IconToggle} from '../parts/button.tsx';
import {ChoiceField} from '../parts/choice-field.tsx';
import {useMirror} from '../state/plan.ts';
import {chooseNeighbourhood, useView} from '../state/view.ts';
import {count, plural} from '../words/numbers.ts';

interface Line {
  row: Neighbourhood;
  areas: number;
  people: number;
}

/** The neighbourhoods of the plan: each small area in one at most, the rest counted beside them. */
export function Neighbourhoods() {
  const rows = useMirror(({plan}) => plan.neighbourhood);
  const members = useMirror(({plan}) => plan.member);
  const areas = useMirror((mirror) => mirror.areas);
  const chosen = useView((view) => view.neighbourhood);
  const {lines, outside} = useMemo(() => {
    const of = new Map<string, Line>([...rows].map(([id, row]) => [id, {row, areas: 0, people: 0}]));
    let without = 0;
    for (const {code, residents} of areas) {
      const line = of.get(members.get(code)?.neighbourhood ?? '');
      if (!line) without++;
      else {
        line.areas++;
        line.people += residents ?? 0;
      }
    }
    const sorted = [...of.values()].sort(
      (a, b) => b.row.priority - a.row.priority || a.row.name.localeCompare(b.row.name),
    );
    return {lines: sorted, outside: without};
  }, [rows, members, areas]);
  const hasWards = areas.some(({ward}) => ward !== '');
  const shown = lines.find(({row}) => row.id === chosen);
  return (
    <section className="stack" aria-label="Neighbourhoods">
      <h3 className="panel-heading">Neighbourhoods</h3>
      {lines.length === 0 ? (
        <p className="quiet small">
          Areas that you look at as one: a health centre’s neighbourhood, wards that come first. Measures and journeys
          can be added up by them.
        </p>
      ) : (
        <p className="quiet small number">
          {count(areas.length - outside)} small areas in {plural(lines.length, 'neighbourhood')} + {count(outside)} in
          none = {count(areas.length)}.
        </p>
      )}
      <ul className="neighbourhood-list">
        {lines.map((line) => (
          <NeighbourhoodLine key={line.row.id} line={line} chosen={line.row.id === chosen} />
        ))}
      </ul>
      {shown && lines.length > 1 && (
        <ChoiceField
          label={`Merge ${shown.row.name} with`}
          value=""
          onChoose={(other) =>
            void attempt('Merging', () => ask('neighbourhoods.merge', {neighbourhoods: [shown.row.id, other]}))
          }
        >
          <option value="">Choose another</option>
          {lines
            .filter(({row}) => row.id !== shown.row.id)
            .map(({row}) => (
              <option key={row.id} value={row.id}>
                {row.name}
              </option>
            ))}
        </ChoiceField>
      )}
      <div className="button-row">
        <Button icon={<Plus size={14} />} onPress={() => void addNeighbourhood()}>
          Add
        </Button>
        <Button
          icon={<LassoSelect size={14} />}
          onPress={() => {
            chooseNeighbourhood(null);
            drawBoundary('neighbourhood');
          }}
        >
          Draw one
        </Button>
        {hasWards && lines.length === 0 && (
          <Button onPress={() => void neighbourhoodsOfWards()}>One for each ward</Button>
        )}
      </div>
    </section>
  );
}

function NeighbourhoodLine({line: {row, areas, people}, chosen}: {line: Line; chosen: boolean}) {
  return (
    <li data-chosen={chosen}>
      <button
        type="button"
        className="service-name"
        aria-pressed={chosen}
        onClick={() => chooseNeighbourhood(chosen ? null : row.id)}
      >
        <span>{row.name}</span>
        <span className="quiet small number">
          {count(people)} in {plural(areas, 'area')}
        </span>
      </button>
      <IconToggle
        name={`${row.name} comes first (a priority area)`}
        placement="left"
        isSelected={row.priority === 1}
        onChange={(priority) =>
          void attempt('Changing', () => ask('neighbourhoods.edit', {neighbourhood: row.id, priority}))
        }
      >
        <Star size={14} fill={row.priority ? 'currentColor' : 'none'} />
      </IconToggle>
      {chosen && (
        <span className="tool-group">
          <IconButton name={`Change the areas of ${row.name} on the map`} onPress={() => paint(row.id)}>
            <Paintbrush size={14} />
          </IconButton>
          <IconButton name={`Draw around areas of ${row.name}`} onPress={() => drawBoundary('neighbourhood')}>
            <LassoSelect size={14} />
          </IconButton>
          <IconButton name={`Rename ${row.name}`} onPress={() => void renameNeighbourhood(row)}>
            <Pencil size={14} />
          </IconButton>
          <IconButton name={`Remove ${row.name}`} onPress={() => void removeNeighbourhood(row)}>
            <Trash2 size={14} />
          </IconButton>
        </span>
      )}
    </li>
  );
}
