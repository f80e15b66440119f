import type {SiteMark} from '../map/site-marks.ts';

const WORDS: Record<SiteMark['shape'], string> = {
  existing: 'Existing site',
  candidate: 'Candidate site',
  closed: 'Closed site',
};

/** The mark that a site has on the map, in lists. */
export function SiteMarkIcon({shape, offers}: {shape: SiteMark['shape']; offers: boolean}) {
  const name = `${WORDS[shape]}${offers ? ', offers the service' : ''}`;
  return (
    <svg
      className="site-mark"
      data-shape={shape}
      data-offers={offers}
      width="16"
      height="16"
      viewBox="-8 -8 16 16"
      role="img"
      aria-label={name}
    >
      {shape === 'candidate' ? <path d="M0-5.5 5.5 0 0 5.5-5.5 0Z" /> : <circle r={offers ? 5.5 : 4} />}
      {shape === 'closed' && <path className="site-mark-cross" d="M-5.5-5.5 5.5 5.5M5.5-5.5-5.5 5.5" />}
    </svg>
  );
}
