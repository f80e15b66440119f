import {expect} from 'vitest';
import {asSent, type Planner} from './planner.ts';

let id = 1;

/** Asks, and expects a JSON value or a sentence: never a stack, a path or a kind that nobody expects. */
export async function survivesAt(at: Planner, name: string, input: unknown): Promise<boolean> {
  const reply = await at.engine.ask({id: id++, name, input});
  let what = `${name} ${String(JSON.stringify(input)).slice(0, 200)}`;
  if (reply.ok) {
    asSent(reply.value, what);
    return true;
  }
  const {kind, message} = reply.error;
  what += `: ${kind}: ${message.slice(0, 400)}`;
  expect(kind, what).toMatch(/^(invalid|missing|file)$/);
  expect(message.length, what).toBeLessThan(1200);
  expect(message, what).not.toMatch(/\n|\bat \S+ \(|node_modules|SQLITE|undefined|\[object/);
  expect(message.trim(), what).not.toBe('');
  return false;
}
