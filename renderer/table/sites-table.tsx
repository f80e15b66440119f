import {useMemo} from 'react';
import {AS_NOW} from '../../src/domain/option.ts';
import type {Site} from '../../src/domain/site.ts';
import {shapeOf} from '../map/site-marks.ts';
import {useScore} from '../score.ts';
import {NO_SERVICES, servicesBySite} from '../services-by-site.ts';
import {useMirror} from '../state/plan.ts';
import {select, showPanel, speak, useView} from '../state/view.ts';
import {count, decimal, plural, signed} from '../words/numbers.ts';
import {capital, siteSentence} from '../words/sentences.ts';
import type {GridColumn, Sort} from './columns.ts';
import {Grid} from './grid.tsx';

interface Line {
  site: Site;
  standing: string;
  services: string;
  residents: number | null;
  place: number | null;
  newlyServed: number | null;
  newlyServedMostDeprived: number | null;
  personMinutesSaved: number | null;
  gapAfter: number | null;
}

const COLUMNS: readonly GridColumn<Line>[] = [
  {key: 'name', heading: 'Site', value: ({site}) => site.name, least: 150, rank: 1},
  {key: 'standing', heading: 'Standing', value: ({standing}) => standing, least: 82, rank: 6},
  {key: 'services', heading: 'Services', value: ({services}) => services, least: 130, rank: 7},
  {
    key: 'residents',
    heading: 'Closest for',
    value: ({residents}) => residents,
    text: ({residents}) => count(residents),
    number: true,
    least: 88,
    rank: 5,
  },
  {key: 'place', heading: 'Rank', value: ({place}) => place, number: true, least: 54, rank: 2},
  {
    key: 'newly',
    heading: 'Newly served',
    value: ({newlyServed}) => newlyServed,
    text: ({newlyServed}) => count(newlyServed),
    number: true,
    least: 96,
    rank: 3,
  },
  {
    key: 'deprived',
    heading: 'of them most deprived',
    value: ({newlyServedMostDeprived}) => newlyServedMostDeprived,
    text: ({newlyServedMostDeprived}) => count(newlyServedMostDeprived),
    number: true,
    least: 148,
    rank: 4,
  },
  {
    key: 'saved',
    heading: 'Person-min saved',
    value: ({personMinutesSaved}) => personMinutesSaved,
    text: ({personMinutesSaved}) => count(personMinutesSaved),
    number: true,
    least: 122,
    rank: 4.5,
  },
  {
    key: 'gap',
    heading: 'Gap after, points',
    value: ({gapAfter}) => gapAfter,
    text: ({gapAfter}) => signed(gapAfter, decimal),
    number: true,
    least: 118,
    rank: 8,
  },
  {key: 'postcode', heading: 'Postcode', value: ({site}) => site.postcode, least: 84, rank: 10},
  {key: 'tenure', heading: 'Tenure', value: ({site}) => site.tenure, least: 90, rank: 11},
  {
    key: 'gia',
    heading: 'Floor space, m²',
    value: ({site}) => site.giaM2,
    text: ({site}) => count(site.giaM2),
    number: true,
    least: 112,
    rank: 9,
  },
];

const FIRST: Sort = {column: 'place', direction: 'ascending'};

function idOf({site}: Line): string {
  return site.id;
}

/** What the map and the ranking say of each site, as a table. */
export function SitesTable() {
  const plan = useMirror((mirror) => mirror.plan);
  const option = useView(({question}) => question?.option ?? AS_NOW);
  const selection = useView((view) => view.selection);
  const {answer} = useScore();
  const lines = useMemo(() => {
    const ranked = new Map(answer?.sites.map((each) => [each.id, each]));
    const open = new Map(answer?.open.map((each) => [each.id, each.residents]));
    const services = servicesBySite(plan, option);
    return [...plan.site.values()].map((site): Line => {
      const of = ranked.get(site.id);
      return {
        site,
        standing: capital(shapeOf(plan, option, site)),
        services: [...(services.get(site.id) ?? NO_SERVICES)].map((id) => plan.service.get(id)?.name ?? id).join(', '),
        residents: open.get(site.id) ?? null,
        place: of?.place ?? null,
        newlyServed: of?.newlyServed ?? null,
        newlyServedMostDeprived: of?.newlyServedMostDeprived ?? null,
        personMinutesSaved: of ? Math.round(of.personMinutesSaved) : null,
        gapAfter: of?.gapAfter.sharePoints ?? null,
      };
    });
  }, [plan, option, answer]);

  return (
    <Grid
      what="sites"
      columns={COLUMNS}
      rows={lines}
      idOf={idOf}
      first={FIRST}
      chosen={selection?.kind === 'site' ? selection.id : null}
      onChoose={(id) => {
        select({kind: 'site', id});
        const site = plan.site.get(id);
        if (site) speak(siteSentence(plan, option, site));
      }}
      onOpen={() => showPanel('sites')}
      onCopied={(rows) => speak(`${plural(rows, 'row')} copied.`)}
    />
  );
}
