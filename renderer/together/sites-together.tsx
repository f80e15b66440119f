import type {Together} from '../measures/answer.ts';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {select} from '../state/view.ts';
import {plural} from '../words/numbers.ts';

const CARE_WORDS = ['separate', 'same site', 'shared', 'joint'];

/** Every site with two services or more, and the level stated for each; a site opens to have its levels changed. */
export function SitesTogether({of}: {of: Together}) {
  const shared = of.now.sites
    .filter(({services}) => services.length > 1)
    .sort((a, b) => b.services.length - a.services.length || a.name.localeCompare(b.name));
  if (shared.length === 0) return <p className="inset">No site holds two services in this option.</p>;
  return (
    <section className="stack" aria-label="Sites with several services">
      <h3>{plural(shared.length, 'site')} with several services</h3>
      <p className="quiet small">Choose one to state how closely its services work together.</p>
      <ScrollBox label="Sites and their services">
        <ul className="sites-together">
          {shared.map(({site, name, services}) => (
            <li key={site}>
              <button type="button" className="link" onClick={() => select({kind: 'site', id: site})}>
                {name}
              </button>
              <span className="quiet small">
                {services.map((each) => `${each.name} (${CARE_WORDS[each.level]})`).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      </ScrollBox>
    </section>
  );
}
