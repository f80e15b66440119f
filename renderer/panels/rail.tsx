import {
  Blocks,
  BookOpenCheck,
  Building2,
  ChartLine,
  Copy,
  GitCompareArrows,
  History,
  MapPinned,
  Radar,
  Route,
  SlidersHorizontal,
  Stethoscope,
  TrafficCone,
} from 'lucide-react';
import type {ReactNode} from 'react';
import {keysText} from '../actions/action.ts';
import {PANELS} from '../actions/look.ts';
import {type PanelName, showPanel, useView} from '../state/view.ts';

const ICONS: Record<PanelName, ReactNode> = {
  place: <MapPinned size={17} />,
  sites: <Building2 size={17} />,
  services: <Stethoscope size={17} />,
  evidence: <BookOpenCheck size={17} />,
  search: <Radar size={17} />,
  measures: <ChartLine size={17} />,
  journeys: <Route size={17} />,
  together: <Blocks size={17} />,
  duplication: <Copy size={17} />,
  streets: <TrafficCone size={17} />,
  options: <GitCompareArrows size={17} />,
  assumptions: <SlidersHorizontal size={17} />,
  history: <History size={17} />,
};

/** The panels, always in sight with their names. */
export function Rail() {
  const shown = useView((view) => view.panel);
  return (
    <nav className="rail" aria-label="Panels">
      {PANELS.map(({name, title, keys}) => (
        <button
          key={name}
          type="button"
          className="rail-button"
          aria-pressed={shown === name}
          title={keys ? `${title} (${keysText(keys)})` : title}
          onClick={() => showPanel(shown === name ? null : name)}
        >
          {ICONS[name]}
          <span>{title}</span>
        </button>
      ))}
    </nav>
  );
}
