import type {Source} from '../../src/domain/source.ts';

const SHORT: Record<string, string> = {
  'Office for National Statistics': 'ONS',
  'Ministry of Housing, Communities and Local Government': 'MHCLG',
};

/**
 * Publishers in few words, each once. A line that begins with © is short already and is kept word for word; Crown
 * copyright in boundaries is named, since the line that carries it is too long to stand on a map.
 */
export function creditsOf(sources: readonly Pick<Source, 'publisher' | 'attribution'>[]): string[] {
  const credits = sources.map(({publisher, attribution}) =>
    attribution.startsWith('©') ? attribution : (SHORT[publisher] ?? publisher).split(',')[0]!,
  );
  const crown = sources.some(({attribution}) => attribution.includes('Crown copyright'));
  return [...new Set([...credits, ...(crown ? ['OS data © Crown copyright'] : [])])].filter((credit) => credit !== '');
}
