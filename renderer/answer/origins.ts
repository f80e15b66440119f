import type {AskedQuestion, CallResult} from '../contract.ts';
import type {Origin} from '../state/view.ts';
import {capital, evidenceWords} from '../words/sentences.ts';

type Ready = Extract<CallResult<'why.number'>, {state: 'ready'}>;
type SourceUsed = Ready['sources'][number];

/** What a term is made of: a kind of evidence, `times` (wherever they come from), a service’s `rates`, or `figure:` and its key. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  residents: ['residents'],
  served: ['residents', 'times', 'sites'],
  beyond: ['residents', 'times', 'sites'],
  unreachable: ['residents', 'times', 'sites'],
  reached: ['residents', 'times'],
  rest: ['deprivation', 'residents', 'times'],
  deprived: ['deprivation', 'residents', 'times'],
  'minutes-deprived': ['deprivation', 'times'],
  'minutes-rest': ['deprivation', 'times'],
  mean: ['residents', 'times', 'sites'],
  median: ['residents', 'times', 'sites'],
  ninetieth: ['residents', 'times', 'sites'],
  worst: ['times', 'sites'],
  before: ['residents', 'times'],
  newly: ['residents', 'times'],
  unchanged: ['residents', 'times'],
  quicker: ['residents', 'times'],
  saved: ['residents', 'times'],
  users: ['residents', 'rates'],
  legs: ['rates'],
  legsAvoided: ['rates'],
  legsOutOfReach: ['times'],
  legsShortened: ['times', 'sites'],
  legsLengthened: ['times', 'sites'],
  legsSame: ['times', 'sites'],
  minutes: ['times', 'sites'],
  timePounds: ['figure:value-of-time', 'figure:price-uplift'],
  kilometres: ['times', 'sites'],
  kgCO2e: ['rates', 'figure:carbon-car'],
  patientTransportLegsAvoided: ['rates'],
  patientTransportPoundsAvoided: ['figure:nepts-leg'],
  patientTransportPoundsByDistance: ['rates', 'figure:nepts-km'],
};

const TIMES_KIND = {streets: 'streets', imported: 'travel-times'} as const;

export interface NamedOrigin {
  name: string;
  origin: Origin;
}

/** Where the figures behind a term stand: its evidence, its figures, and the rates of its service. */
export function originsOf(
  term: string,
  sources: readonly SourceUsed[],
  figures: readonly {key: string; label: string}[],
  {service, times = 'streets'}: Pick<AskedQuestion, 'service' | 'times'>,
): NamedOrigin[] {
  return (MADE_OF[term] ?? []).flatMap((part): NamedOrigin[] => {
    if (part === 'rates') return [{name: 'Rates of the service', origin: {what: 'rates', service}}];
    if (part.startsWith('figure:')) {
      const figure = figures.find(({key}) => `figure:${key}` === part);
      return figure ? [{name: figure.label, origin: {what: 'figure', key: figure.key}}] : [];
    }
    if (part === 'times' && times === 'straight-line')
      return [{name: 'Straight lines', origin: {what: 'figure', key: 'detour-factor'}}];
    const kind = part === 'times' ? TIMES_KIND[times as keyof typeof TIMES_KIND] : part;
    return sources
      .filter((source) => source.kind === kind)
      .map((source) => ({name: nameOf(source, sources), origin: originOf(source)}));
  });
}

export function originOf({kind, fileName}: SourceUsed): Origin {
  return {what: 'source', kind, fileName};
}

/** “Streets”; where there are several of one kind, its file as well. */
function nameOf({kind, fileName}: SourceUsed, all: readonly SourceUsed[]): string {
  const words = capital(evidenceWords(kind));
  return all.filter((each) => each.kind === kind).length > 1 ? `${words}, ${fileName}` : words;
}
