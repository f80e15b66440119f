import {answerThrough, portToHost} from '../../src/host/engine-port.ts';
import type {Call, Reply} from '../../src/host/messages.ts';

// A process that behaves as badly as a call asks it to; `project.state` says what it was granted.
const port = portToHost();
const granted: string[] = [];
const never = new Promise<Reply>(() => undefined);

const ways: Record<string, (call: Call) => Reply | Promise<Reply>> = {
  'project.state': ({id}) => ({id, ok: true, value: {open: null, recent: [], leftOver: [], granted}}),
  'stay silent': () => never,
  'turn for ever': () => {
    for (;;);
  },
  'be slow': async ({id, input}) => {
    await new Promise((resolve) => setTimeout(resolve, Number(input)));
    return {id, ok: true, value: 'at last'};
  },
  fall: () => process.exit(3),
};

answerThrough(port, {
  ask: async (call) => ways[call.name]!(call),
  cancel: (id) => port.post({id, ok: false, error: {kind: 'cancelled', message: 'Stopped.'}}),
  grant: (token, path) => void granted.push(`${token} ${path}`),
  close: () => undefined,
});
