import type {Plan} from './plan.ts';
import type {Site} from './site.ts';

const known = new WeakMap<Plan['site'], ReadonlyMap<string, string>>();

/**
 * What a site is called among all the others: its name, and where others share it (a chain of pharmacies) what tells it
 * apart: its postcode, else the first line of its address, else its code. Two that share all of that stay alike. A site that
 * is not there any more is called by its id.
 */
export function siteName({site}: Plan, id: string): string {
  let names = known.get(site);
  if (!names) {
    names = namesApart([...site.values()]);
    known.set(site, names);
  }
  return names.get(id) ?? id;
}

function namesApart(sites: readonly Site[]): ReadonlyMap<string, string> {
  const alike = new Map<string, number>();
  for (const {name} of sites) alike.set(name, (alike.get(name) ?? 0) + 1);
  return new Map(
    sites.map((site) => {
      const more = site.postcode || site.address.split(',')[0]!.trim() || site.code;
      return [site.id, alike.get(site.name)! > 1 && more ? `${site.name}, ${more}` : site.name];
    }),
  );
}
