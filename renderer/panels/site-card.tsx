import {Ban, CircleDashed, LocateFixed, Move, Pencil, RotateCcw, Shapes, Trash2} from 'lucide-react';
import {isClosed} from '../../src/domain/placement.ts';
import type {Site, Standing} from '../../src/domain/site.ts';
import {removeSite, renameSite, setStanding, startMove, toggleClosed} from '../actions/sites.ts';
import {IconButton, IconToggle} from '../parts/button.tsx';
import {Segments} from '../parts/segments.tsx';
import {useMirror} from '../state/plan.ts';
import {draw, useView} from '../state/view.ts';
import {coordinates} from '../words/numbers.ts';
import {capital} from '../words/sentences.ts';
import {CatchmentFacts} from './catchment-facts.tsx';
import {SiteDetails} from './site-details.tsx';
import {SiteServices} from './site-services.tsx';

const STANDINGS: readonly {name: Standing; title: string}[] = [
  {name: 'existing', title: 'Existing'},
  {name: 'candidate', title: 'Candidate'},
];

/** The selected site: what it is, what stands there, and what can be done with it. */
export function SiteCard({site}: {site: Site}) {
  const plan = useMirror((mirror) => mirror.plan);
  const option = useView(({question}) => question?.option ?? 'as-now');
  const asked = useView(({question}) => question?.service);
  const drawn = useView((view) => view.drawn);
  const closed = isClosed(plan, option, site.id);
  const optionName = plan.option.get(option)?.name ?? option;
  const closure = plan.closure.get(`${option}/${site.id}`);
  const shows = (what: 'catchment' | 'bands') => drawn?.what === what && drawn.site === site.id;
  return (
    <section className="site-card" aria-label={site.name}>
      <header>
        <h3>{site.name}</h3>
        <IconButton name="Rename" keys="F2" onPress={() => void renameSite(site.id)}>
          <Pencil size={14} />
        </IconButton>
      </header>
      <p className="quiet small">
        {[site.kind && capital(site.kind.replaceAll('_', ' ')), site.postcode, coordinates(site.lng, site.lat)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {closed && (
        <p className="site-closed">
          Closed in “{optionName}”{closure?.reason ? `: ${closure.reason}` : '.'}
        </p>
      )}
      <div className="site-tools">
        <Segments
          label="Standing"
          choices={STANDINGS}
          chosen={site.standing}
          onChoose={(standing) => void setStanding(site.id, standing)}
        />
        <span className="tool-group">
          <IconToggle
            name="Draw its catchment"
            placement="bottom"
            isSelected={shows('catchment')}
            onChange={(on) => draw(on ? {what: 'catchment', site: site.id} : null)}
          >
            <Shapes size={15} />
          </IconToggle>
          <IconToggle
            name="Draw how far people get in 5, 10, 15, 20 and 30 minutes"
            placement="bottom"
            isSelected={shows('bands')}
            onChange={(on) => draw(on ? {what: 'bands', site: site.id} : null)}
          >
            <CircleDashed size={15} />
          </IconToggle>
          <IconButton name="Move" onPress={() => startMove(site.id)}>
            <Move size={15} />
          </IconButton>
          <IconButton name={closed ? 'Reopen' : 'Close the site'} onPress={() => void toggleClosed(site.id)}>
            {closed ? <RotateCcw size={15} /> : <Ban size={15} />}
          </IconButton>
          <IconButton name="Remove" keys="Del" onPress={() => void removeSite(site.id)}>
            <Trash2 size={15} />
          </IconButton>
        </span>
      </div>
      {drawn && drawn.what !== 'route' && drawn.site === site.id && <CatchmentFacts what={drawn.what} site={site.id} />}
      <SiteServices site={site} option={option} optionName={optionName} asked={asked ?? null} />
      <SiteDetails site={site} />
      <p className="quiet small site-hint">
        <LocateFixed size={12} aria-hidden="true" /> Drag it on the map, or press M there and use the arrow keys.
      </p>
    </section>
  );
}
