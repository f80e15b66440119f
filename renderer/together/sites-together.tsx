import type {Together} from '../measures/answer.ts';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {plural} from '../words/numbers.ts';
import {SiteLevels} from './site-levels.tsx';

/** Every site with two services or more, and the level stated for each, which can be changed here. */
export function SitesTogether({of}: {of: Together}) {
  const shared = of.now.sites
    .filter(({services}) => services.length > 1)
    .sort((a, b) => b.services.length - a.services.length || a.name.localeCompare(b.name));
  if (shared.length === 0) return <p className="inset">No site holds two services in this option.</p>;
  return (
    <section className="stack" aria-label="Sites with several services">
      <h3>{plural(shared.length, 'site')} with several services</h3>
      <p className="quiet small">Open one to state how closely its services work together.</p>
      <ScrollBox label="Sites and their services">
        <ul className="sites-together">
          {shared.map((site) => (
            <li key={site.site}>
              <SiteLevels of={site} option={of.option} />
            </li>
          ))}
        </ul>
      </ScrollBox>
    </section>
  );
}
