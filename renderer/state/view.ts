import {create} from 'zustand';
import type {LngLat} from '../../src/domain/evidence.ts';
import {type CandidateWish, rememberedWish, rememberWish} from '../answer/candidate-wish.ts';
import type {AskedQuestion, CallResult} from '../contract.ts';
import {isNarrow} from '../narrow.ts';
import {FIRST_MEASURE, type MeasureWish} from './measure-wish.ts';
import {NOTHING_SEARCHED, type Search, type SearchWish, type ShownArrangement, type Tradeoff} from './search-view.ts';

/** What is looked at and how: nothing of it belongs to the project. */
export interface View {
  /** Null while no project is open or it has no service to ask about. */
  question: AskedQuestion | null;
  selection: Selection;
  /** The site that the service is imagined to open at: it stays while areas and other sites are looked at. */
  candidate: string | null;
  /** Sites that are looked at together: the map shows them all. */
  together: readonly string[];
  panel: PanelName | null;
  answerTab: AnswerTab;
  /** Which sites the ranking lists. */
  candidates: CandidateWish;
  colouring: Colouring;
  mapMode: MapMode;
  /** A site on its way somewhere, not yet moved. */
  drag: {site: string; at: LngLat} | null;
  /** Share of journeys that would no longer be made at all, such as care brought home; the rest get shorter. */
  shareAvoided: number;
  /** The points of a distance that is being measured. */
  ruler: readonly LngLat[];
  /** The site whose catchment or isochrone bands are drawn, or the way to it from an area. */
  drawn: {what: 'catchment' | 'bands'; site: string} | {what: 'route'; area: string; site: string} | null;
  street: StreetLook;
  /** Null until a person has opened or shut it: then a narrow screen shows the answer there, a wide one nothing. */
  drawerTab: DrawerTab | 'shut' | null;
  drawerHeight: number;
  theme: Theme;
  /** What the map is drawn over, the same for all projects of this computer. */
  basemap: CallResult<'basemap.state'>;
  /** Counts the basemaps shown, so that tiles of another file are fetched anew. */
  basemapEdition: number;
  /** How far the colours of areas cover it; null until a person has said. */
  opacity: number | null;
  /** What was last searched for, and what was found: the answer stays while a planner looks at the map. */
  search: Search;
  /** The measure that the panel of that name shows, and what it is asked with besides the question. */
  measure: MeasureWish;
  /** The place that is being chosen out of this project, if one is. */
  place: PlaceWish | null;
  /** The neighbourhood that is drawn on the map, and whose areas are painted. */
  neighbourhood: string | null;
  /** The corners drawn so far around the areas of a neighbourhood. */
  outline: readonly LngLat[];
  /** The site that a planner tries to do without, among duplicates. */
  without: string | null;
  /** The measure whose *Why this number?* is open. */
  why: Why | null;
  /** What somebody asked to see from an answer: the panel that it stands in brings it into sight. */
  origin: Origin | null;
  paletteOpen: boolean;
  /** The last sentence for a screen reader. */
  spoken: string;
}

export type Selection = {kind: 'site'; id: string} | {kind: 'area'; id: string} | null;
export type PanelName =
  | 'place'
  | 'sites'
  | 'services'
  | 'evidence'
  | 'search'
  | 'measures'
  | 'journeys'
  | 'together'
  | 'duplication'
  | 'streets'
  | 'options'
  | 'assumptions'
  | 'history';
export type AnswerTab = 'served' | 'candidates' | 'journeys';
export type Colouring = 'minutes' | 'deprivation' | 'change' | 'measure';
export type DrawerTab = 'answer' | 'areas' | 'sites';
export type Theme = 'light' | 'dark' | 'system';
/** What a boundary is drawn for: a place to be started, or the neighbourhood that is looked at (a new one if none is). */
export type BoundaryOf = 'place' | 'neighbourhood';
export type MapMode =
  | {name: 'select'}
  | {name: 'add-site'}
  | {name: 'move-site'; site: string}
  | {name: 'draw-boundary'; of: BoundaryOf}
  | {name: 'measure'}
  | {name: 'paint-areas'}
  | {name: 'choose-street'}
  | {name: 'draw-street'};

/** The street that is looked at, the stretch here or the whole of it; or the points of one that is being drawn. */
export interface StreetLook {
  found: NonNullable<CallResult<'streets.at'>> | null;
  whole: boolean;
  drawing: readonly LngLat[] | null;
}

/** A place as it is being chosen: each way keeps what was said in it while another is looked at. */
export interface PlaceWish {
  by: 'names' | 'boundary' | 'areas';
  level: string;
  names: readonly string[];
  /** The corners drawn so far. */
  ring: readonly LngLat[];
  /** A map file in place of what was drawn. */
  file: {grant: string; name: string} | null;
  /** Codes of areas as they were typed or pasted. */
  codes: string;
  /** Kilometres around. */
  fringe: number;
  /** Null while nobody has typed one. */
  name: string | null;
}

export interface Why {
  measure: string;
  title: string;
  site?: string;
  /** The term to look at first. */
  term?: string;
}

/** Where a figure behind an answer stands: an edition of evidence, a figure that somebody chose, or a service’s rates. */
export type Origin =
  | {what: 'source'; kind: string; fileName: string}
  | {what: 'figure'; key: string}
  | {what: 'rates'; service: string};

const THEME_KEY = 'closer-theme';

function rememberedTheme(): Theme {
  const theme = globalThis.localStorage?.getItem(THEME_KEY);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

const START: View = {
  question: null,
  selection: null,
  candidate: null,
  together: [],
  panel: isNarrow() ? null : 'sites',
  answerTab: 'served',
  candidates: rememberedWish(),
  colouring: 'minutes',
  mapMode: {name: 'select'},
  drag: null,
  shareAvoided: 0,
  ruler: [],
  drawn: null,
  street: {found: null, whole: false, drawing: null},
  search: NOTHING_SEARCHED,
  measure: FIRST_MEASURE,
  place: null,
  neighbourhood: null,
  outline: [],
  without: null,
  drawerTab: null,
  drawerHeight: isNarrow() ? 316 : 264,
  theme: rememberedTheme(),
  basemap: null,
  basemapEdition: 0,
  opacity: null,
  why: null,
  origin: null,
  paletteOpen: false,
  spoken: '',
};

const useStore = create<View>(() => START);

export function useView<T>(select: (view: View) => T): T {
  return useStore(select);
}

export function view(): View {
  return useStore.getState();
}

const set = useStore.setState;

/** Another project: everything looked at goes, how one likes to look stays. */
export function startOver(): void {
  set(({theme, drawerHeight, basemap, basemapEdition, opacity, candidates}) => ({
    ...START,
    theme,
    drawerHeight,
    basemap,
    basemapEdition,
    opacity,
    candidates,
  }));
}

export function askQuestion(question: AskedQuestion | null): void {
  set({question});
}

/** Another question: an arrangement found for the one before leaves the map. */
export function changeQuestion(part: Partial<AskedQuestion>): void {
  set(({question, search}) => ({
    question: question && {...question, ...part},
    search: search.shown ? {...search, shown: null} : search,
  }));
}

/** A site that is selected is also the candidate that the ledger is about; an area is only looked at. */
export function select(selection: Selection): void {
  const together: View['together'] = [];
  set(selection?.kind === 'site' ? {selection, candidate: selection.id, together} : {selection, together});
}

/** One of several sites, with the others in view beside it. */
export function lookAtSites(together: readonly string[], site: string): void {
  set({selection: {kind: 'site', id: site}, candidate: site, together});
}

export function narrowCandidates(part: Partial<CandidateWish>): void {
  set(({candidates}) => ({candidates: {...candidates, ...part}}));
  rememberWish(view().candidates);
}

export function leaveCandidate(): void {
  set({candidate: null});
}

export function showPanel(panel: PanelName | null): void {
  set({panel, origin: null});
}

const ORIGIN_PANEL: Record<Origin['what'], PanelName> = {source: 'evidence', figure: 'assumptions', rates: 'services'};

/** From an answer to what it rests on. */
export function showOrigin(origin: Origin): void {
  set({origin, panel: ORIGIN_PANEL[origin.what]});
}

export function showAnswerTab(answerTab: AnswerTab): void {
  set({answerTab});
}

export function colourBy(colouring: Colouring): void {
  set({colouring, drawn: null});
}

export function enterMode(mapMode: MapMode): void {
  set({mapMode, drag: null});
}

export function layRuler(ruler: View['ruler']): void {
  set({ruler});
}

export function dragTo(drag: View['drag']): void {
  set({drag});
}

export function supposeAvoided(shareAvoided: number): void {
  set({shareAvoided});
}

export function lookAtStreet(part: Partial<StreetLook>): void {
  set(({street}) => ({street: {...street, ...part}}));
}

export function draw(drawn: View['drawn']): void {
  set({drawn});
}

export function openDrawer(drawerTab: DrawerTab | 'shut'): void {
  set({drawerTab});
}

export function sizeDrawer(drawerHeight: number): void {
  set({drawerHeight});
}

export function chooseTheme(theme: Theme): void {
  globalThis.localStorage?.setItem(THEME_KEY, theme);
  set({theme});
}

export function showBasemap(basemap: View['basemap']): void {
  set(({basemapEdition}) => ({basemap, basemapEdition: basemapEdition + 1}));
}

export function seeThrough(opacity: number): void {
  set({opacity});
}

export function wishFor(part: Partial<SearchWish>): void {
  set(({search}) => ({search: {...search, wish: {...search.wish, ...part}}}));
}

/** An answer of its own, and nothing left of the one before. */
export function showFound(answer: Search['answer'], asked: Search['asked']): void {
  set(({search}) => ({search: {...search, answer, asked, tradeoff: null}}));
}

export function showTradeoff(tradeoff: Tradeoff | null): void {
  set(({search}) => ({search: {...search, tradeoff}}));
}

/** Puts an arrangement on the map: who gains and who loses by it. Null takes it off. */
export function showArrangement(shown: ShownArrangement | null): void {
  set(({search, colouring}) => ({search: {...search, shown}, colouring: shown ? 'change' : colouring, drawn: null}));
}

export function measureBy(part: Partial<MeasureWish>): void {
  set(({measure}) => ({measure: {...measure, ...part}}));
}

const NOTHING_CHOSEN: PlaceWish = {
  by: 'names',
  level: 'District',
  names: [],
  ring: [],
  file: null,
  codes: '',
  fringe: 10,
  name: null,
};

export function choosePlace(part: Partial<PlaceWish>): void {
  set(({place}) => ({place: {...(place ?? NOTHING_CHOSEN), ...part}}));
}

/** The corners of the boundary that is being drawn. */
export function cornersDrawn({mapMode, outline, place}: View): readonly LngLat[] {
  return mapMode.name === 'draw-boundary' && mapMode.of === 'neighbourhood' ? outline : (place?.ring ?? []);
}

export function drawCorners(ring: readonly LngLat[]): void {
  const {mapMode} = view();
  if (mapMode.name === 'draw-boundary' && mapMode.of === 'neighbourhood') set({outline: ring});
  else choosePlace({ring, file: null});
}

export function leavePlace(): void {
  set({place: null});
}

export function chooseNeighbourhood(neighbourhood: string | null): void {
  set({neighbourhood});
}

export function withoutSite(without: string | null): void {
  set({without});
}

export function askWhy(why: Why | null): void {
  set({why});
}

export function showPalette(paletteOpen: boolean): void {
  set({paletteOpen});
}

/** Says a sentence to a screen reader. The same sentence twice is still news, so it is told apart by a trailing space. */
export function speak(sentence: string): void {
  set(({spoken}) => ({spoken: spoken === sentence ? `${sentence}\u00a0` : sentence}));
}
