import {ChevronDown, ChevronUp} from 'lucide-react';
import type {KeyboardEvent, PointerEvent} from 'react';
import {AnswerPanel} from '../answer/answer-panel.tsx';
import {IconButton} from '../parts/button.tsx';
import {type DrawerTab, openDrawer, sizeDrawer, useView, view} from '../state/view.ts';
import {AreasTable} from './areas-table.tsx';
import {SitesTable} from './sites-table.tsx';

const TITLE: Record<DrawerTab, string> = {answer: 'Answer', areas: 'Areas', sites: 'Sites'};
const LEAST = 140;
const ROOM_FOR_MAP = 180;

function shownTab(chosen: DrawerTab | 'shut' | null, tabs: readonly DrawerTab[]): DrawerTab | null {
  if (chosen === null) return tabs.includes('answer') ? 'answer' : null;
  return chosen !== 'shut' && tabs.includes(chosen) ? chosen : null;
}

function within(height: number): number {
  return Math.round(Math.min(Math.max(height, LEAST), window.innerHeight - ROOM_FOR_MAP));
}

/** The tables below the map; where the screen is narrow, the answer too. Drag its edge up for more. */
export function Drawer({withAnswer}: {withAnswer: boolean}) {
  const chosen = useView((each) => each.drawerTab);
  const height = useView((each) => each.drawerHeight);
  const tabs: DrawerTab[] = withAnswer ? ['answer', 'areas', 'sites'] : ['areas', 'sites'];
  const tab = shownTab(chosen, tabs);

  function drag(event: PointerEvent<HTMLElement>): void {
    const handle = event.currentTarget;
    const from = event.clientY;
    const start = tab === null ? 0 : view().drawerHeight;
    handle.setPointerCapture(event.pointerId);
    const move = (moving: globalThis.PointerEvent) => {
      const next = start + from - moving.clientY;
      if (next > LEAST / 2 && shownTab(view().drawerTab, tabs) === null) openDrawer(tabs[0]!);
      if (next < LEAST / 2) openDrawer('shut');
      else sizeDrawer(within(next));
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {once: true});
  }

  function key(event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' ? 40 : event.key === 'ArrowDown' ? -40 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (tab === null) return void (step > 0 && openDrawer(tabs[0]!));
    const next = view().drawerHeight + step;
    if (next < LEAST) openDrawer('shut');
    else sizeDrawer(within(next));
  }

  return (
    <section
      className="drawer"
      aria-label="Tables"
      data-open={tab !== null}
      style={tab === null ? {} : {height: within(height)}}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a control, which hr is not */}
      <div
        className="drawer-edge"
        role="separator"
        aria-label="Height of the tables"
        aria-orientation="horizontal"
        aria-valuenow={tab === null ? 0 : height}
        aria-valuemin={0}
        aria-valuemax={900}
        tabIndex={0}
        onPointerDown={drag}
        onKeyDown={key}
      />
      <div className="drawer-head">
        <fieldset className="drawer-tabs" aria-label="Show below the map">
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              className="drawer-tab"
              aria-pressed={tab === name}
              onClick={() => openDrawer(tab === name ? 'shut' : name)}
            >
              {TITLE[name]}
            </button>
          ))}
        </fieldset>
        <IconButton
          name={tab === null ? 'Open the tables' : 'Close the tables'}
          placement="top"
          onPress={() => openDrawer(tab === null ? tabs[0]! : 'shut')}
        >
          {tab === null ? <ChevronUp size={15} /> : <ChevronDown size={15} />}
        </IconButton>
      </div>
      {tab !== null && (
        <div className="drawer-body">
          {tab === 'answer' && <AnswerPanel />}
          {tab === 'areas' && <AreasTable />}
          {tab === 'sites' && <SitesTable />}
        </div>
      )}
    </section>
  );
}
