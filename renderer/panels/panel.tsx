import {X} from 'lucide-react';
import type {ReactNode} from 'react';
import {PANELS} from '../actions/look.ts';
import {IconButton} from '../parts/button.tsx';
import {type PanelName, showPanel} from '../state/view.ts';
import {AssumptionsPanel} from './assumptions-panel.tsx';
import {DuplicationPanel} from './duplication-panel.tsx';
import {EvidencePanel} from './evidence-panel.tsx';
import {HistoryPanel} from './history-panel.tsx';
import {JourneysPanel} from './journeys-panel.tsx';
import {MeasuresPanel} from './measures-panel.tsx';
import {OptionsPanel} from './options-panel.tsx';
import {PlacePanel} from './place-panel.tsx';
import {SearchPanel} from './search-panel.tsx';
import {ServicesPanel} from './services-panel.tsx';
import {SitesPanel} from './sites-panel.tsx';
import {StreetsPanel} from './streets-panel.tsx';
import {TogetherPanel} from './together-panel.tsx';

const CONTENT: Record<PanelName, () => ReactNode> = {
  place: PlacePanel,
  sites: SitesPanel,
  services: ServicesPanel,
  evidence: EvidencePanel,
  search: SearchPanel,
  measures: MeasuresPanel,
  journeys: JourneysPanel,
  together: TogetherPanel,
  duplication: DuplicationPanel,
  streets: StreetsPanel,
  options: OptionsPanel,
  assumptions: AssumptionsPanel,
  history: HistoryPanel,
};

export function Panel({name}: {name: PanelName}) {
  const Content = CONTENT[name];
  const title = PANELS.find((each) => each.name === name)?.title ?? '';
  return (
    <aside className="panel" aria-label={title}>
      <header className="panel-head">
        <h2>{title}</h2>
        <IconButton name="Close the panel" onPress={() => showPanel(null)} placement="right">
          <X size={15} />
        </IconButton>
      </header>
      <div className="panel-body">
        <Content />
      </div>
    </aside>
  );
}
