import type {Session} from './session.ts';
import {refuse} from './words.ts';

type Reply = {state: 'ready'} | {state: 'waiting'} | {state: 'needs'; needs: string[]};

/** Asks; as often as travel times are wanting, measures them and asks again. They are kept only by `closer travel`. */
export async function readyReply<R extends Reply>(
  session: Session,
  name: string,
  input: object,
  measuring: readonly object[],
): Promise<Extract<R, {state: 'ready'}>> {
  let reply = await session.ask<R>(name, input);
  for (const travel of measuring) {
    if (reply.state !== 'waiting') break;
    await session.ask('travel.measure', travel);
    reply = await session.ask<R>(name, input);
  }
  if (reply.state === 'needs') {
    refuse(
      `There is no answer yet: this project has no ${reply.needs.join(', no ')}. Bring them with “closer import”.`,
    );
  }
  if (reply.state === 'waiting') refuse('The project was changed while travel times were measured. Please ask again.');
  return reply as Extract<R, {state: 'ready'}>;
}
