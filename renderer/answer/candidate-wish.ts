import type {Site} from '../../src/domain/site.ts';

/** Which of the sites that a service could open at are worth looking at. */
export interface CandidateWish {
  standing: 'all' | Site['standing'];
  /** In the words of the list of sites; empty is any. */
  kind: string;
  /** Only those with vacant space that is known. */
  vacant: boolean;
}

export const ALL_CANDIDATES: CandidateWish = {standing: 'all', kind: '', vacant: false};

const KEY = 'closer-candidates';

/** As it was left, on this computer; everything where nothing was. */
export function rememberedWish(): CandidateWish {
  try {
    const kept = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}') as Partial<CandidateWish>;
    return {
      standing: kept.standing === 'existing' || kept.standing === 'candidate' ? kept.standing : 'all',
      kind: typeof kept.kind === 'string' ? kept.kind : '',
      vacant: kept.vacant === true,
    };
  } catch {
    return ALL_CANDIDATES;
  }
}

export function rememberWish(wish: CandidateWish): void {
  globalThis.localStorage?.setItem(KEY, JSON.stringify(wish));
}

export function fitsWish(site: Site | undefined, {standing, kind, vacant}: CandidateWish): boolean {
  if (!site) return false;
  return (
    (standing === 'all' || site.standing === standing) &&
    (kind === '' || site.kind === kind) &&
    (!vacant || (site.vacantM2 ?? 0) > 0)
  );
}
