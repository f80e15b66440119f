import {useRef} from 'react';
import {Menu, MenuItem, Popover, Separator} from 'react-aria-components';
import type {LngLat} from '../../src/domain/evidence.ts';
import {isClosed} from '../../src/domain/placement.ts';
import {addSite, optionInView, removeSite, renameSite, startMove, toggleClosed} from '../actions/sites.ts';
import {mirror} from '../state/plan.ts';
import {draw, select, showPanel} from '../state/view.ts';
import type {Target} from './plan-map.ts';

export interface MenuAt {
  target: Target;
  at: LngLat;
  point: {x: number; y: number};
}

interface Parts extends MenuAt {
  areaCode: (index: number) => string | undefined;
  onClose: () => void;
}

/** The right-click menu of the map: of a site where one is under the pointer, else of the place. */
export function MapMenu({target, at, point, areaCode, onClose}: Parts) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{left: point.x, top: point.y}} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
      >
        {target?.kind === 'site' ? (
          <SiteMenu id={target.id} onClose={onClose} />
        ) : (
          <PlaceMenu at={at} code={target ? areaCode(target.index) : undefined} onClose={onClose} />
        )}
      </Popover>
    </>
  );
}

function SiteMenu({id, onClose}: {id: string; onClose: () => void}) {
  const site = mirror().plan.site.get(id);
  const closed = isClosed(mirror().plan, optionInView(), id);
  if (!site) return null;
  const open = () => {
    select({kind: 'site', id});
    showPanel('sites');
  };
  return (
    <Menu className="menu" aria-label={site.name} autoFocus="first" onClose={onClose}>
      <MenuItem onAction={open}>Open {site.name}</MenuItem>
      <Separator />
      <MenuItem onAction={() => draw({what: 'catchment', site: id})}>Draw its catchment</MenuItem>
      <MenuItem onAction={() => draw({what: 'bands', site: id})}>Draw 5 to 30 minutes</MenuItem>
      <Separator />
      <MenuItem onAction={() => startMove(id)}>Move…</MenuItem>
      <MenuItem onAction={() => void renameSite(id)}>Rename…</MenuItem>
      <MenuItem onAction={() => void toggleClosed(id)}>{closed ? 'Reopen' : 'Close…'}</MenuItem>
      <MenuItem onAction={() => void removeSite(id)}>Remove</MenuItem>
    </Menu>
  );
}

function PlaceMenu({at, code, onClose}: {at: LngLat; code: string | undefined; onClose: () => void}) {
  return (
    <Menu className="menu" aria-label="Here" autoFocus="first" onClose={onClose}>
      <MenuItem onAction={() => void addSite(at, 'candidate')}>Add a candidate site here…</MenuItem>
      <MenuItem onAction={() => void addSite(at, 'existing')}>Add an existing site here…</MenuItem>
      {code !== undefined && (
        <>
          <Separator />
          <MenuItem onAction={() => select({kind: 'area', id: code})}>Select this area</MenuItem>
        </>
      )}
    </Menu>
  );
}
