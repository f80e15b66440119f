import {Plus} from 'lucide-react';
import {useMemo, useState} from 'react';
import {GridList, GridListItem, Input, type Key, ListLayout, SearchField, Virtualizer} from 'react-aria-components';
import {runAction} from '../actions/all.ts';
import {renameSite} from '../actions/sites.ts';
import {shapeOf} from '../map/site-marks.ts';
import {Button} from '../parts/button.tsx';
import {Empty} from '../parts/empty.tsx';
import {NO_SERVICES, servicesBySite} from '../services-by-site.ts';
import {useMirror} from '../state/plan.ts';
import {select, useView} from '../state/view.ts';
import {plural} from '../words/numbers.ts';
import {SiteCard} from './site-card.tsx';
import {SiteMarkIcon} from './site-mark-icon.tsx';

/** All sites, those that offer the service first; the selected one in full. */
export function SitesPanel() {
  const plan = useMirror((mirror) => mirror.plan);
  const selection = useView((view) => view.selection);
  const option = useView(({question}) => question?.option ?? 'as-now');
  const service = useView(({question}) => question?.service ?? null);
  const [filter, setFilter] = useState('');
  const rows = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    const bySite = servicesBySite(plan, option);
    return [...plan.site.values()]
      .filter(({name, postcode, kind, code}) =>
        [name, postcode, kind, code].some((each) => each.toLowerCase().includes(wanted)),
      )
      .map((site) => {
        const services = bySite.get(site.id) ?? NO_SERVICES;
        return {
          site,
          services: services.size,
          offers: service !== null && services.has(service),
          shape: shapeOf(plan, option, site),
        };
      })
      .sort((a, b) => Number(b.offers) - Number(a.offers) || a.site.name.localeCompare(b.site.name));
  }, [plan, option, service, filter]);
  const chosen = selection?.kind === 'site' ? plan.site.get(selection.id) : undefined;

  return (
    <>
      <div className="panel-tools">
        <SearchField className="search" aria-label="Filter sites" value={filter} onChange={setFilter}>
          <Input placeholder={`Filter ${plural(plan.site.size, 'site')}`} />
        </SearchField>
        <Button icon={<Plus size={14} />} onPress={() => runAction('sites.add')}>
          Add
        </Button>
      </div>
      {plan.site.size === 0 ? (
        <Empty title="No sites yet">
          <p>Bring a list of sites with coordinates (GeoJSON or CSV), or add one on the map.</p>
        </Empty>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{rowHeight: 31}}>
          <GridList
            className="list"
            items={rows}
            onAction={(id: Key) => void renameSite(String(id))}
            aria-label="Sites"
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={chosen ? [chosen.id] : []}
            onSelectionChange={(keys) => {
              const [id] = keys === 'all' ? [] : [...keys];
              if (id !== undefined) select({kind: 'site', id: String(id)});
            }}
            renderEmptyState={() => (
              <p className="quiet list-empty">No site has “{filter}” in its name, kind, code or postcode.</p>
            )}
          >
            {({site, services, offers, shape}) => (
              <GridListItem id={site.id} textValue={site.name} className="list-row">
                <SiteMarkIcon shape={shape} offers={offers} />
                <span className="list-name">{site.name}</span>
                <span className="quiet small number" title={plural(services, 'service')}>
                  {services || ''}
                </span>
              </GridListItem>
            )}
          </GridList>
        </Virtualizer>
      )}
      {chosen && <SiteCard key={chosen.id} site={chosen} />}
    </>
  );
}
