import {randomBytes} from 'node:crypto';
import {basename, resolve} from 'node:path';
import type {Picked} from './messages.ts';

/** Exchanges a path for a token that means nothing outside this run. Screens get the token, the engine gets both. */
export type Grant = (path: string, name?: string) => Picked;

/** The same file always gets the same token, so that lists can be asked for again without growing. */
export function grants(tellEngine: (token: string, path: string) => void): Grant {
  const tokens = new Map<string, string>();
  return (path, name = basename(path)) => {
    const whole = resolve(path);
    let token = tokens.get(whole);
    if (token === undefined) {
      token = randomBytes(12).toString('base64url');
      tokens.set(whole, token);
      tellEngine(token, whole);
    }
    return {grant: token, name};
  };
}
