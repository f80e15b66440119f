import {Segments} from '../parts/segments.tsx';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {SiteChooser} from './site-chooser.tsx';

/** Leases to keep, plots ruled out, and whether sites that offer the service now are among the choices. */
export function SitesDemand({wish}: {wish: SearchWish}) {
  return (
    <>
      <SiteChooser label="Must be open" chosen={wish.mustBeOpen} onChoose={(mustBeOpen) => wishFor({mustBeOpen})} />
      <SiteChooser
        label="Must not be used"
        chosen={wish.mustNotBeUsed}
        onChoose={(mustNotBeUsed) => wishFor({mustNotBeUsed})}
      />
      {wish.goal !== 'close' && (
        <Segments
          label="Choose from"
          choices={[
            {name: 'all', title: 'Every site'},
            {name: 'candidates', title: 'Not those that offer it'},
          ]}
          chosen={wish.among}
          onChoose={(among) => wishFor({among})}
        />
      )}
    </>
  );
}
