import {type KeyboardEvent, useEffect, useMemo, useRef, useState} from 'react';
import type {LngLat} from '../../src/domain/evidence.ts';
import type {Site} from '../../src/domain/site.ts';
import {openSelected} from '../actions/step.ts';
import {showTrouble} from '../attempt.ts';
import {mirror, useMirror} from '../state/plan.ts';
import {useView, view} from '../state/view.ts';
import {shownTheme, wantsStill} from '../theme.ts';
import {BoundaryBanner} from './boundary-banner.tsx';
import {EmptyMap} from './empty-map.tsx';
import {Furniture} from './furniture.tsx';
import {MapMenu, type MenuAt} from './map-menu.tsx';
import {ModeBanner} from './mode-banner.tsx';
import {addSiteMode} from './modes/add-site.ts';
import {chooseStreetMode} from './modes/choose-street.ts';
import {drawBoundaryMode} from './modes/draw-boundary.ts';
import {drawStreetMode} from './modes/draw-street.ts';
import {measureMode} from './modes/measure.ts';
import type {Mode} from './modes/mode.ts';
import {moveSiteMode} from './modes/move-site.ts';
import {paintAreasMode} from './modes/paint-areas.ts';
import {selectMode} from './modes/select.ts';
import {PaintBanner} from './paint-banner.tsx';
import {createPlanMap, type PlanMap, type Pointed} from './plan-map.ts';
import {ReadOut} from './read-out.tsx';
import {RulerBanner} from './ruler-banner.tsx';
import {usePicture} from './use-picture.ts';

const MODES: Record<string, Mode> = {
  select: selectMode,
  'add-site': addSiteMode,
  'move-site': moveSiteMode,
  'draw-boundary': drawBoundaryMode,
  measure: measureMode,
  'paint-areas': paintAreasMode,
  'choose-street': chooseStreetMode,
  'draw-street': drawStreetMode,
};

function activeMode(): Mode {
  return MODES[view().mapMode.name] ?? selectMode;
}

function pointOf(site: Site | undefined): LngLat | null {
  return site ? [site.lng, site.lat] : null;
}

/** Mounts the map: the picture goes in, gestures come out. */
export function MapView() {
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<PlanMap | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const [metresPerPixel, setMetresPerPixel] = useState(0);
  const picture = usePicture();
  const areas = useMirror((mirror) => mirror.areas);
  const areaCode = useRef<(index: number) => string | undefined>(() => undefined);
  areaCode.current = (index) => areas[index]?.code;
  const modeName = useView(({mapMode}) => mapMode.name);
  const selection = useView((each) => each.selection);
  const sites = useMirror(({plan}) => plan.site);

  useEffect(() => {
    if (!holder.current) return;
    let grabbed: string | null = null;
    const made = createPlanMap(
      holder.current,
      {
        hover: setPointed,
        click: (at) => activeMode().click(at, areaCode.current),
        menu: ({target, at, point}) => setMenu({target, at, point}),
        grab(site) {
          if (!activeMode().grab(site)) return false;
          grabbed = site;
          return true;
        },
        drag: (at) => grabbed !== null && activeMode().drag(grabbed, at),
        drop(at) {
          if (grabbed !== null) activeMode().drop(grabbed, at);
          grabbed = null;
        },
        moved: (camera) => setMetresPerPixel(camera.metresPerPixel),
        failed: showTrouble,
      },
      shownTheme(),
      wantsStill(),
    );
    setMap(made);
    return () => made.remove();
  }, []);

  useEffect(() => map?.draw(picture), [map, picture]);

  useEffect(() => {
    map?.cursor(MODES[modeName]?.cursor ?? '');
  }, [map, modeName]);

  // What is selected elsewhere is brought into view here.
  const selectedAt = useMemo<LngLat | null>(() => {
    if (selection?.kind === 'site') {
      return pointOf(sites.get(selection.id));
    }
    const area = selection && areas.find(({code}) => code === selection.id);
    return area ? [area.lng, area.lat] : null;
  }, [selection, sites, areas]);
  const together = useView((each) => each.together);
  useEffect(() => {
    if (selectedAt && together.length < 2) map?.reveal(selectedAt);
  }, [map, selectedAt, together]);
  useEffect(() => {
    // Once, when they are chosen: whatever changes in the plan afterwards leaves the map where it is.
    const {site} = mirror().plan;
    const points = together.map((id) => pointOf(site.get(id))).filter((at) => at !== null);
    if (points.length > 1) map?.frame(points);
  }, [map, together]);
  const street = useView(({street: {found, whole}}) => found && ((whole && found.whole) || found.stretch));
  useEffect(() => {
    const line = street?.lines[Math.floor(street.lines.length / 2)];
    const middle = line?.[Math.floor(line.length / 2)];
    if (middle) map?.reveal(middle);
  }, [map, street]);

  function keyDown(event: KeyboardEvent): void {
    if (!map || !(event.target instanceof HTMLCanvasElement)) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      const at = selectedAt ?? map.centre();
      const target = selection?.kind === 'site' ? {kind: 'site' as const, id: selection.id} : null;
      setMenu({target, at, point: map.pointOf(at)});
      return;
    }
    if (event.altKey && event.key.startsWith('Arrow')) return;
    if (activeMode().key(event, map)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && selection) {
      event.preventDefault();
      openSelected();
    }
  }

  return (
    <section className="map" aria-label="Map" data-mode={modeName}>
      <div ref={holder} className="map-canvas" onKeyDownCapture={keyDown} />
      {areas.length === 0 ? <EmptyMap /> : <Furniture map={map} picture={picture} metresPerPixel={metresPerPixel} />}
      <ReadOut pointed={pointed} />
      {modeName === 'draw-boundary' ? (
        <BoundaryBanner hint={drawBoundaryMode.hint ?? ''} />
      ) : modeName === 'measure' ? (
        <RulerBanner hint={measureMode.hint ?? ''} />
      ) : modeName === 'paint-areas' ? (
        <PaintBanner hint={paintAreasMode.hint ?? ''} />
      ) : (
        <ModeBanner hint={MODES[modeName]?.hint ?? null} />
      )}
      {menu && <MapMenu {...menu} onClose={() => setMenu(null)} areaCode={areaCode.current} />}
    </section>
  );
}
