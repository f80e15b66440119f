import type {Call, FromEngine, Reply, ToEngine} from './messages.ts';

/** What a host needs of an engine: the engine itself, or anything that answers like one. */
export interface Answerer {
  ask: (call: Call) => Promise<Reply>;
  cancel: (id: number) => void;
  grant: (token: string, path: string) => void;
  close: () => void | Promise<void>;
}

/** One end of the wire between the engine's process and its host. */
export interface Port {
  post: (message: FromEngine) => void;
  listen: (listener: (message: ToEngine) => void) => void;
  /** The host is gone. */
  lost: (listener: () => void) => void;
}

/** Electron's utility process has this instead of Node's `process.send`. */
interface UtilityPort {
  postMessage: (message: unknown) => void;
  on: (event: 'message', listener: (event: {data: unknown}) => void) => void;
}

/** The wire to whoever started this process: Electron's, or that of `child_process.fork`. */
export function portToHost(): Port {
  const utility = (process as {parentPort?: UtilityPort}).parentPort;
  if (utility) {
    return {
      post: (message) => utility.postMessage(message),
      listen: (listener) => utility.on('message', ({data}) => listener(data as ToEngine)),
      lost: () => undefined, // Electron ends its utility processes itself
    };
  }
  if (!process.send) throw new Error('The engine’s process is started by Closer, not by hand.');
  return {
    post: (message) => void (process.connected && process.send?.(message)),
    listen: (listener) => void process.on('message', (message) => listener(message as ToEngine)),
    lost: (listener) => void process.on('disconnect', listener),
  };
}

/** Lets the engine answer what comes through the port, until the host says or shows that it is leaving. */
export function answerThrough(port: Port, engine: Answerer): void {
  const end = async (): Promise<void> => {
    await engine.close();
    process.exit(0);
  };
  port.lost(() => void end());
  port.listen((message) => {
    if ('ping' in message) port.post(message);
    else if ('cancel' in message) engine.cancel(message.cancel);
    else if ('grant' in message) engine.grant(message.grant, message.path);
    else if ('end' in message) void end();
    else void engine.ask(message).then(port.post);
  });
}
