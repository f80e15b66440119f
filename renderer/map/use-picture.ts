import type {FeatureCollection, Geometry} from 'geojson';
import {useMemo} from 'react';
import {useAnswer} from '../answers.ts';
import {addressOf} from '../bridge.ts';
import type {AskedQuestion} from '../contract.ts';
import {panelWidth, useIsNarrow} from '../narrow.ts';
import {useAreaTimes, useLedger} from '../score.ts';
import {useMirror} from '../state/plan.ts';
import {useView, type View} from '../state/view.ts';
import {useShownTheme} from '../theme.ts';
import {travelAsked} from '../travel.ts';
import {changeBetween} from './change.ts';
import {classesFor} from './legend-classes.ts';
import {opacityOf} from './opacity.ts';
import {boundsOf, type Picture, picture, placeNames, siteFeatures} from './picture.ts';
import {chosenMark, siteMarks} from './site-marks.ts';
import {foundMarks, useFoundArrangement} from './use-found.ts';
import {useMeasureShown} from './use-measure-shown.ts';
import {useWays} from './use-ways.ts';

const NOBODY: readonly never[] = [];

/** The picture of the moment, from plan, view and answers. Each part is made anew only when what it shows has changed. */
export function usePicture(): Picture {
  const theme = useShownTheme();
  const plan = useMirror((mirror) => mirror.plan);
  const areaLines = useMirror((mirror) => mirror.areas);
  const edition = useMirror((mirror) => mirror.edition);
  const evidence = useMirror((mirror) => mirror.state?.open?.evidence);
  const {question, selection, candidate, together, colouring, drag, panel} = useView((view) => view);
  const times = useAreaTimes().answer;
  const ledger = useLedger();
  const measured = useMeasureShown();
  const {catchment, bands} = useDrawn();
  const boundary = useBoundary();
  const neighbourhood = useNeighbourhood();

  const option = question?.option ?? 'as-now';
  const service = question?.service ?? null;
  const found = useFoundArrangement();
  const ways = useWays(found?.past ?? NOBODY);
  const change = useMemo(
    () => found?.change ?? changeBetween(plan, areaLines, question, times, ledger.answer),
    [found, plan, areaLines, question, times, ledger.answer],
  );
  const classes = useMemo(
    () => classesFor(colouring, areaLines, times, change, theme, measured),
    [colouring, areaLines, times, change, theme, measured],
  );
  const marks = useMemo(() => siteMarks(plan, option, service), [plan, option, service]);
  const sites = useMemo(() => siteFeatures(marks, service, theme), [marks, service, theme]);
  const chosen = useMemo(() => {
    const mark = chosenMark(marks, selection?.kind === 'site' ? selection.id : candidate, drag);
    const beside = together.flatMap((id) => chosenMark(marks, id, null) ?? []);
    const shown = [...foundMarks(marks, found), ...beside].filter(({id}) => id !== mark?.id);
    return siteFeatures(mark ? [...shown, mark] : shown, service, theme);
  }, [marks, selection, candidate, together, drag, found, service, theme]);
  const hasStreets = evidence !== undefined && 'streets' in evidence;
  const streets = hasStreets ? addressOf(`map/streets.geojson?edition=${edition}`) : null;
  const landscape = hasStreets ? addressOf(`map/landscape.geojson?edition=${edition}`) : null;
  const bounds = useMemo(() => boundsOf(areaLines), [areaLines]);
  const selectedArea = useMemo(() => {
    const index = selection?.kind === 'area' ? areaLines.findIndex(({code}) => code === selection.id) : -1;
    return index < 0 ? null : index;
  }, [selection, areaLines]);

  const areas = areaLines.length > 0 ? addressOf(`map/areas.mesh?edition=${edition}`) : null;
  const {basemap, basemapEdition} = useView((view) => view);
  const opacity = useView(opacityOf);
  const drawnOver = useMemo(() => basemapPicture(basemap, basemapEdition), [basemap, basemapEdition]);
  // Streets and vector tiles know the names of towns and villages; without them wards show the way.
  const hasNames = hasStreets || drawnOver?.kind === 'vector';
  const places = useMemo(() => placeNames(hasNames ? [] : areaLines), [hasNames, areaLines]);
  const faded = bands !== null;
  const covered = useIsNarrow() && panel !== null ? panelWidth(panel) : 0;
  return useMemo(
    () =>
      picture({
        theme,
        areas,
        streets,
        landscape,
        basemap: drawnOver,
        opacity,
        classes,
        colouring,
        faded,
        selectedArea,
        sites,
        chosen,
        places,
        catchment: boundary ?? found?.borders ?? catchment ?? neighbourhood,
        bands,
        ways,
        bounds,
        covered,
      }),
    [
      theme,
      areas,
      streets,
      landscape,
      drawnOver,
      opacity,
      classes,
      colouring,
      faded,
      selectedArea,
      sites,
      chosen,
      places,
      catchment,
      found,
      boundary,
      neighbourhood,
      bands,
      ways,
      bounds,
      covered,
    ],
  );
}

function basemapPicture(basemap: View['basemap'], edition: number): Picture['basemap'] {
  if (basemap === null || basemap.trouble !== null) return null;
  const {kind, minZoom, maxZoom, bounds} = basemap;
  // Put together by hand: an address would write its braces otherwise.
  return {kind, minZoom, maxZoom, bounds, tiles: `${addressOf('map/basemap/')}${edition}/{z}/{x}/{y}`};
}

/** The catchment or the bands that a person asked to see. */
function useDrawn(): {catchment: Geometry | null; bands: FeatureCollection | null} {
  const drawn = useView((view) => view.drawn);
  const question = useView((view) => view.question);
  const of = useAnswer(
    'travel.catchment',
    drawn?.what === 'catchment' && question ? catchmentQuestion(question, drawn.site) : null,
  );
  const bands = useAnswer(
    'travel.bands',
    drawn?.what === 'bands' && question ? bandsQuestion(question, drawn.site) : null,
  );
  const catchment =
    drawn?.what === 'catchment' && of.value?.state === 'ready' ? (of.value.shape?.geometry ?? null) : null;
  return {
    catchment,
    bands: drawn?.what === 'bands' && bands.value ? (bands.value as unknown as FeatureCollection) : null,
  };
}

/** The outline of the neighbourhood that a planner looks at. */
function useNeighbourhood(): Geometry | null {
  const chosen = useView((view) => (view.panel === 'place' ? view.neighbourhood : null));
  const exists = useMirror(({plan}) => chosen !== null && plan.neighbourhood.has(chosen));
  const of = useAnswer('neighbourhoods.shape', chosen !== null && exists ? {neighbourhood: chosen} : null);
  return exists ? (of.value?.shape?.geometry ?? null) : null;
}

/** The boundary of a place or a neighbourhood that is being drawn: a line until it has three corners. */
function useBoundary(): Geometry | null {
  const ring = useView(({place, outline}) => {
    if (outline.length > 0) return outline;
    return place?.by === 'boundary' && place.ring.length > 0 ? place.ring : null;
  });
  return useMemo(() => {
    if (!ring) return null;
    const points = ring.map(([lng, lat]) => [lng, lat]);
    return ring.length < 3
      ? {type: 'LineString', coordinates: [...points, points.at(-1)!]}
      : {type: 'Polygon', coordinates: [[...points, points[0]!]]};
  }, [ring]);
}

export const BAND_MINUTES = [5, 10, 15, 20, 30];

export function catchmentQuestion(question: AskedQuestion, site: string) {
  return {service: question.service, site, ...travelOf(question)};
}

export function bandsQuestion(question: AskedQuestion, site: string) {
  return {site, minutes: BAND_MINUTES, ...travelOf(question)};
}

function travelOf(question: AskedQuestion) {
  return {...travelAsked(question), ...(question.option !== undefined && {option: question.option})};
}
