import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {speak} from '../state/view.ts';

/** Two sites are no longer meant to be side by side: they are judged like all others. */
export async function takeBack(service: string, site: string, beside: string): Promise<void> {
  if (await attempt('Taking back', () => ask('duplication.forget', {service, site, beside}))) {
    speak('It is judged like all others again.');
  }
}
