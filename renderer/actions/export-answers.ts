import {attempt} from '../attempt.ts';
import {ask, saveFile} from '../bridge.ts';
import type {CallAsked} from '../contract.ts';
import {mirror} from '../state/plan.ts';
import {notify} from '../state/work.ts';
import {fileStem} from './project.ts';

type Exported = 'export.measure' | 'export.duplicates' | 'export.journeys';

const NAMES: Record<Exported, string> = {
  'export.measure': 'measure',
  'export.duplicates': 'duplicates',
  'export.journeys': 'journeys',
};

/** Writes an answer of a panel as CSV, by area or by pair, with its losers and the attributions. */
export async function exportAnswer<N extends Exported>(name: N, asked: Omit<CallAsked<N>, 'to'>): Promise<void> {
  const place = mirror().state?.open?.name ?? 'Closer';
  const picked = await saveFile({title: 'Export', name: `${fileStem(place)} ${NAMES[name]}.csv`});
  if (!picked) return;
  const written = await attempt('Exporting', (listening) =>
    ask(name, {...asked, to: picked.grant} as unknown as CallAsked<N>, listening),
  );
  if (written) notify('done', `${(written as {rows: number}).rows} rows written to ${picked.name}.`);
}
