import {Crop, Download, Pencil} from 'lucide-react';
import {useMemo} from 'react';
import {runAction} from '../actions/all.ts';
import {renamePlace} from '../actions/project.ts';
import {Button, IconButton} from '../parts/button.tsx';
import {Empty} from '../parts/empty.tsx';
import {useMirror} from '../state/plan.ts';
import {choosePlace, showPanel, useView} from '../state/view.ts';
import {decilesOf, FIFTHS, fifthName} from '../words/deprivation.ts';
import {count, percent, plural} from '../words/numbers.ts';
import {Neighbourhoods} from './neighbourhoods.tsx';
import {StartPlace} from './start-place.tsx';

/** What place it is: its people by deprivation, and its wards. */
export function PlacePanel() {
  const wish = useView((view) => view.place);
  return wish ? <StartPlace wish={wish} /> : <WholePlace />;
}

function WholePlace() {
  const name = useMirror((mirror) => mirror.state?.open?.name ?? '');
  const note = useMirror((mirror) => mirror.plan.place.get('place')?.note ?? '');
  const areas = useMirror((mirror) => mirror.areas);
  const people = useMemo(() => areas.reduce((sum, {residents}) => sum + (residents ?? 0), 0), [areas]);
  const fifths = useMemo(() => {
    const of = new Map<number, {areas: number; people: number}>();
    for (const {fifth, residents} of areas) {
      const held = of.get(fifth ?? 0) ?? {areas: 0, people: 0};
      of.set(fifth ?? 0, {areas: held.areas + 1, people: held.people + (residents ?? 0)});
    }
    return of;
  }, [areas]);
  const wards = useMemo(() => {
    const of = new Map<string, number>();
    for (const {ward, residents} of areas) if (ward) of.set(ward, (of.get(ward) ?? 0) + (residents ?? 0));
    return [...of].sort(([a], [b]) => a.localeCompare(b));
  }, [areas]);
  return (
    <>
      <div className="place-name">
        <strong>{name}</strong>
        <IconButton name="Rename the place" onPress={() => void renamePlace()}>
          <Pencil size={14} />
        </IconButton>
      </div>
      {areas.length === 0 ? (
        <Empty title="No areas yet">
          <p>
            Bring the boundaries of small areas (LSOA 2021) as GeoJSON, from the ONS Open Geography Portal. People and
            deprivation are joined to them.
          </p>
          <Button look="strong" onPress={() => showPanel('evidence')}>
            Bring evidence
          </Button>
        </Empty>
      ) : (
        <>
          <dl className="facts number">
            <div>
              <dt>Residents</dt>
              <dd>{count(people)}</dd>
            </div>
            <div>
              <dt>Small areas</dt>
              <dd>{count(areas.length)}</dd>
            </div>
            <div>
              <dt>With a population-weighted centre</dt>
              <dd>{count(areas.filter(({weighted}) => weighted).length)}</dd>
            </div>
          </dl>
          {note && <p className="quiet small">{note}</p>}
          {areas.length > 1 && (
            <Button icon={<Crop size={14} />} onPress={() => choosePlace({})}>
              Start a place within this one
            </Button>
          )}
          <h3 className="panel-heading">Deprivation</h3>
          <table className="figures number">
            <thead>
              <tr>
                <td />
                <th scope="col">Areas</th>
                <th scope="col">Residents</th>
                <th scope="col">Share</th>
              </tr>
            </thead>
            <tbody>
              {[...FIFTHS, 0].map((fifth) => {
                const of = fifths.get(fifth);
                if (!of && fifth === 0) return null;
                return (
                  <tr key={fifth}>
                    <th scope="row" title={fifth ? decilesOf(fifth) : undefined}>
                      <span className="swatch" style={fifth ? {background: `var(--deprivation-${fifth})`} : {}} />
                      {fifthName(fifth || null)}
                    </th>
                    <td>{count(of?.areas ?? 0)}</td>
                    <td>{count(of?.people ?? 0)}</td>
                    <td>{percent(people > 0 ? (of?.people ?? 0) / people : null)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className="quiet small">
            Fifths of England, not of this place: the most deprived fifth is IMD deciles 1 and 2.
          </p>
          <Neighbourhoods />
          {wards.length > 0 && (
            <>
              <h3 className="panel-heading">{plural(wards.length, 'ward')}</h3>
              <ul className="plain-list number">
                {wards.map(([ward, residents]) => (
                  <li key={ward}>
                    <span>{ward}</span>
                    <span className="quiet">{count(residents)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <h3 className="panel-heading">Export</h3>
          <div className="button-row">
            <Button icon={<Download size={14} />} onPress={() => runAction('answer.export')}>
              Answer
            </Button>
            <Button icon={<Download size={14} />} onPress={() => runAction('export.areas')}>
              Areas
            </Button>
            <Button icon={<Download size={14} />} onPress={() => runAction('export.sites')}>
              Sites
            </Button>
          </div>
        </>
      )}
    </>
  );
}
