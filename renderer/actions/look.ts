import {
  type AnswerTab,
  type Colouring,
  chooseTheme,
  colourBy,
  dragTo,
  draw,
  drawCorners,
  enterMode,
  layRuler,
  leaveCandidate,
  lookAtStreet,
  openDrawer,
  type PanelName,
  select,
  showAnswerTab,
  showArrangement,
  showPalette,
  showPanel,
  view,
} from '../state/view.ts';
import {raise} from '../state/work.ts';
import {shownTheme} from '../theme.ts';
import type {Action} from './action.ts';
import {isOpen} from './project.ts';
import {stepArea, stepSite} from './step.ts';

/** The panels in the order of the rail; ten of them have a digit. */
export const PANELS: readonly {name: PanelName; title: string; keys?: string}[] = [
  {name: 'place', title: 'Place', keys: 'Mod+1'},
  {name: 'sites', title: 'Sites', keys: 'Mod+2'},
  {name: 'services', title: 'Services', keys: 'Mod+3'},
  {name: 'evidence', title: 'Evidence', keys: 'Mod+4'},
  {name: 'search', title: 'Search', keys: 'Mod+5'},
  {name: 'measures', title: 'Measures', keys: 'Mod+6'},
  {name: 'journeys', title: 'Journeys'},
  {name: 'together', title: 'Together'},
  {name: 'duplication', title: 'Duplicates', keys: 'Mod+7'},
  {name: 'streets', title: 'Streets'},
  {name: 'options', title: 'Options', keys: 'Mod+8'},
  {name: 'assumptions', title: 'Figures', keys: 'Mod+9'},
  {name: 'history', title: 'History', keys: 'Mod+0'},
];

export const COLOURINGS: readonly {name: Colouring; title: string}[] = [
  {name: 'minutes', title: 'Minutes'},
  {name: 'deprivation', title: 'Deprivation'},
  {name: 'change', title: 'Change'},
  {name: 'measure', title: 'Measure'},
];

export const ANSWER_TABS: readonly {name: AnswerTab; title: string}[] = [
  {name: 'served', title: 'Who is served'},
  {name: 'candidates', title: 'Candidates'},
  {name: 'journeys', title: 'Journeys'},
];

/** Escape leaves one thing at a time: the mode, then the street looked at, what is drawn, what was found, the selection. */
export function stepBack(): void {
  const {mapMode, drawn, selection, street, search} = view();
  if (mapMode.name !== 'select') {
    if (mapMode.name === 'draw-boundary' && mapMode.of === 'neighbourhood') drawCorners([]);
    enterMode({name: 'select'});
    dragTo(null);
    if (mapMode.name === 'draw-boundary') showPanel('place');
    if (mapMode.name === 'measure') layRuler([]);
    if (mapMode.name === 'draw-street') lookAtStreet({drawing: null});
  } else if (street.found) lookAtStreet({found: null});
  else if (drawn) draw(null);
  else if (search.shown) showArrangement(null);
  else if (selection) {
    select(null);
    if (selection.kind === 'site') leaveCandidate();
  } else leaveCandidate();
}

/** Begins to measure on the map, with no point laid yet. */
function measureDistance(): void {
  layRuler([]);
  enterMode({name: 'measure'});
}

export const lookActions: readonly Action[] = [
  {
    name: 'view.palette',
    label: () => 'Find a command…',
    group: 'Look',
    keys: 'Mod+K',
    when: () => true,
    run: () => showPalette(true),
  },
  {
    name: 'view.keys',
    label: () => 'Keys',
    group: 'Look',
    keys: 'F1',
    when: () => true,
    run: () => raise({what: 'keys'}),
  },
  {name: 'view.about', label: () => 'About Closer', group: 'Look', when: () => true, run: () => raise({what: 'about'})},
  {
    name: 'view.theme',
    label: () => (shownTheme() === 'dark' ? 'Light' : 'Dark'),
    group: 'Look',
    when: () => true,
    run: () => chooseTheme(shownTheme() === 'dark' ? 'light' : 'dark'),
  },
  {
    name: 'view.system',
    label: () => 'Light or dark as the system is',
    group: 'Look',
    when: () => view().theme !== 'system',
    run: () => chooseTheme('system'),
  },
  ...PANELS.map(
    ({name, title, keys}): Action => ({
      name: `panel.${name}`,
      label: () => `${title} panel`,
      group: 'Go to',
      ...(keys && {keys}),
      when: isOpen,
      run: () => showPanel(view().panel === name ? null : name),
    }),
  ),
  ...COLOURINGS.map(
    ({name, title}): Action => ({
      name: `colour.${name}`,
      label: () => `Colour the map by ${title.toLowerCase()}`,
      group: 'Look',
      when: isOpen,
      run: () => colourBy(name),
    }),
  ),
  {
    name: 'map.measure',
    label: () => 'Measure a distance',
    group: 'Look',
    keys: 'Mod+Shift+D',
    when: isOpen,
    run: measureDistance,
  },
  ...ANSWER_TABS.map(
    ({name, title}): Action => ({
      name: `answer.${name}`,
      label: () => `Answer: ${title.toLowerCase()}`,
      group: 'Go to',
      when: isOpen,
      run: () => showAnswerTab(name),
    }),
  ),
  {
    name: 'table.areas',
    label: () => 'Table of areas',
    group: 'Go to',
    keys: 'Mod+Shift+L',
    when: isOpen,
    run: () => openDrawer(view().drawerTab === 'areas' ? 'shut' : 'areas'),
  },
  {
    name: 'table.sites',
    label: () => 'Table of sites',
    group: 'Go to',
    when: isOpen,
    run: () => openDrawer(view().drawerTab === 'sites' ? 'shut' : 'sites'),
  },
  {
    name: 'step.next-site',
    label: () => 'Next site',
    group: 'Go to',
    keys: 'Alt+ArrowRight',
    when: isOpen,
    run: () => stepSite(1),
  },
  {
    name: 'step.previous-site',
    label: () => 'Previous site',
    group: 'Go to',
    keys: 'Alt+ArrowLeft',
    when: isOpen,
    run: () => stepSite(-1),
  },
  {
    name: 'step.next-area',
    label: () => 'Next area',
    group: 'Go to',
    keys: 'Alt+ArrowDown',
    when: isOpen,
    run: () => stepArea(1),
  },
  {
    name: 'step.previous-area',
    label: () => 'Previous area',
    group: 'Go to',
    keys: 'Alt+ArrowUp',
    when: isOpen,
    run: () => stepArea(-1),
  },
];
